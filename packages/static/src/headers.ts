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
export const openHeaders: Readonly<Record<string, string>> = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** What stands under a name with its hash never changes. */
const forEver = "public, max-age=31536000, immutable";
/** Stable addresses: a copy may be shown at once while the next reader's is fetched. */
const forNow = "public, max-age=60, stale-while-revalidate=86400";

/** A name with the hash of what it holds: `cs-gap-chart.CZkA04.js`, `page.0f3a9c41bd.css`. */
const withHash = /^(?:r|assets)\/|^elements\/[\w-]+\.[\w-]{6,}\.js$/;

/** What is sent with one file of a site beside what is sent with all. @param path from the site's root, without a slash before it */
export const headersOf = (path: string): Readonly<Record<string, string>> => ({
  "Cache-Control": withHash.test(path) ? forEver : forNow,
  // To be kept, not shown: its style stands in it, which the policy of the site forbids.
  ...(/^(?:r\/[^/]+\/)?files\//.test(path) && { "Content-Disposition": "attachment" }),
});

const block = (path: string, headers: Readonly<Record<string, string>>) =>
  [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join("\n");

/**
 * The same headers in the form that static hosts read from a file named `_headers`. No two of its paths that say how long a file may be kept are true
 * of one file: some hosts would send both.
 * @param files every file of the site, from its root
 */
export function headersFile(files: readonly string[]): string {
  const groups = new Map<string, string>();
  for (const file of files) {
    const [top, ...rest] = file.split("/");
    // Loaders, elements and outlines stand side by side and are kept differently; so do the kinds of files of a revision.
    if (top === "elements") groups.set(rest.length > 1 ? `/elements/${rest[0]}/*` : `/${file}`, file);
    else if (top === "r") groups.set(`/r/:revision/${rest[1]}/*`, file);
    else groups.set(rest.length > 0 ? `/${top}/*` : file === "index.html" ? "/" : `/${file}`, file);
  }
  return (
    [
      block("/*", { ...commonHeaders, ...openHeaders }),
      ...[...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, file]) => block(path, headersOf(file))),
    ].join("\n\n") + "\n"
  );
}

/** The same headers for nginx: to be included in the `server` block whose `root` is the site's folder. */
export const nginxFile = (): string => {
  const always = Object.entries({ ...commonHeaders, ...openHeaders }).map(([name, value]) => `add_header ${name} "${value}" always;`);
  const attachment = "add_header Content-Disposition attachment;";
  const location = (match: string, value: string, ...more: string[]) =>
    // A location with a header of its own takes none from outside it.
    [`location ${match} {`, ...[...always, `add_header Cache-Control "${value}";`, ...more].map((line) => `  ${line}`), "}"].join("\n");
  return [
    "# server { listen 443 ssl; server_name figures.example.org; root /srv/figures; include /srv/figures/nginx.conf; }",
    "types { text/html html; text/css css; text/javascript js; application/json json; text/csv csv; image/svg+xml svg; image/png png; text/xml xml; text/plain txt md; }",
    "charset utf-8;\ncharset_types text/css text/javascript application/json text/csv text/xml text/plain;",
    "gzip on;\ngzip_types text/css text/javascript application/json text/csv image/svg+xml;",
    location("~ ^/r/[^/]+/files/", forEver, attachment),
    location("~ ^/(?:r|assets)/|^/elements/[^/.]+[.][^/.]+[.]js$", forEver),
    location("~ ^/files/", forNow, attachment),
    location("/", forNow),
    "",
  ].join("\n");
};

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
