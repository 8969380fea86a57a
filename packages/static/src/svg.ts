import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import type { TemplateResult } from "lit";
import { Refused } from "./refused.js";

/** Comments around each part, and the `<?>` that closes a template which ends in a part. Text cannot hold either: it is escaped. */
const markers = /<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g;

/** A drawing as text, without the renderer's markers. The same template gives the same text. */
export const toSvg = (template: TemplateResult): string => collectResultSync(render(template)).replace(markers, "").trim();

/** What a rasteriser or a mail client paints black, or not at all, without saying so. */
const unprintable: readonly [pattern: RegExp, name: string][] = [
  [/var\(/, "var()"],
  [/light-dark\(/, "light-dark()"],
  [/oklch\(/, "oklch()"],
  [/color-mix\(/, "color-mix()"],
  [/<foreignObject/i, "foreignObject"],
  [/<style[\s>]/i, "a style element"],
  [/<[^>]*\sstyle=/, "a style attribute"],
];

/** Throws when a picture says something that only a page can paint. Text content is not looked at. */
export function assertPrintable(markup: string): void {
  const tags = markup.replace(/>[^<]*/g, ">").replace(/\s(?:aria-[a-z]+|data-[a-z]+)="[^"]*"/g, "");
  const found = unprintable.find(([pattern]) => pattern.test(tags));
  if (found)
    throw new Refused(
      "not-printable",
      `This picture uses ${found[1]}, which no rasteriser paints; draw it with a print theme and plain attributes.`,
    );
}
