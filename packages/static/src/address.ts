import { Refused } from "./refused.js";

/** A base address with its slash at the end. */
export function baseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url?.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname);
  if (!url || (url.protocol !== "https:" && !local) || url.search || url.hash || url.username || url.password)
    throw new Refused("base", "Give the base as a plain https address without a query, such as https://example.org/figures/.");
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}
