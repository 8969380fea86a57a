/** The policy every page of a site runs under, without one violation. */
export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/** Sent with every file. */
export const commonHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": contentPolicy,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

/** Public documents, elements and pictures may be fetched by any page. */
export const openHeaders: Readonly<Record<string, string>> = { "Access-Control-Allow-Origin": "*" };

const block = (path: string, headers: Readonly<Record<string, string>>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");

/** The same headers in the form that static hosts read from a file named `_headers`. */
export const headersFile = (): string =>
  [
    block("/*", { ...commonHeaders, ...openHeaders }),
    block("/documents/*", { "Cache-Control": "max-age=0, stale-while-revalidate=86400" }),
  ].join("\n\n") + "\n";

/** Sent with every file for one partner: kept by no cache, listed by no search engine, read and framed by no other site. */
export const privateHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": `${contentPolicy}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
  "Cache-Control": "private, no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "X-Robots-Tag": "noindex, nofollow, noarchive",
};

/** {@link privateHeaders} in the form that static hosts read from a file named `_headers`. */
export const partnerHeadersFile = (): string => `${block("/*", { ...commonHeaders, ...privateHeaders })}\n`;
