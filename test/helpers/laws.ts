import fc from "fast-check";

/** Laws are tried for long by `npm run laws`, with other values each time; else with the same few on every machine, so that no run fails by chance. */
export const long = process.env["LAWS"] === "long";

if (!long) fc.configureGlobal({ seed: 1 });
