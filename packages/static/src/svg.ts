import { render } from "@lit-labs/ssr";
import { collectResultSync } from "@lit-labs/ssr/lib/render-result.js";
import type { TemplateResult } from "lit";
import { Refused } from "./refused.js";

/** Comments around each part, and the `<?>` that closes a template which ends in a part. Text cannot hold either: it is escaped. */
const markers = /<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g;

/** A drawing as text, without the renderer's markers. The same template gives the same text. */
export const toSvg = (template: TemplateResult): string => collectResultSync(render(template)).replace(markers, "").trim();

/** Elements that every rasteriser paints, or passes by on purpose. */
const elements = new Set(
  "svg g defs path rect circle ellipse line polyline polygon text tspan title desc pattern clipPath mask linearGradient radialGradient stop use symbol marker".split(
    " ",
  ),
);
/** Colours that every rasteriser reads. What it cannot read (`var()`, `oklch()`, `rgb()` without commas, `currentColor`) it paints black, without a word. */
const plain =
  /^(?:none|transparent|#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|(?:rgb|hsl)a?\([\d.]+%?(?:,\s*[\d.]+%?){2,3}\)|url\(#[^)]+\))$/i;

/** What a rasteriser would paint black, or not at all; undefined when it paints everything. Texts are not looked at. */
function unprintable(markup: string): string | undefined {
  const ids = new Set([...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  for (const [, name, attributes] of markup.matchAll(/<([a-z][\w:-]*)((?:[^>"]|"[^"]*")*)>/gi)) {
    if (!elements.has(name!)) return `the element ${name}`;
    for (const [, attribute, value] of attributes!.matchAll(/\s([\w:-]+)="([^"]*)"/g)) {
      if (/^(?:aria-|data-)/.test(attribute!)) continue;
      if (attribute === "style" || attribute === "class") return `the attribute ${attribute}`;
      if (/^(?:fill|stroke|color|stop-color)$/.test(attribute!) && !plain.test(value!)) return `a colour in ${attribute} that is not plain`;
      if (/^(?:x|y|[rcd][xy]?|width|height|font-size|stroke-width|opacity)$/.test(attribute!) && /calc\(|rem$|var\(/.test(value!))
        return `a length in ${attribute} that is not plain`;
      const [, paint, use] =
        /^(?:url\(#([^)]*)\)|#(.*))$/.exec(/href$|^(?:fill|stroke|mask|filter|clip-path|marker-\w+)$/.test(attribute!) ? value! : "") ?? [];
      const wanted = paint ?? (attribute!.endsWith("href") ? use : undefined);
      if (wanted !== undefined && !ids.has(wanted)) return `a reference in ${attribute} to nothing`;
    }
  }
  return undefined;
}

/** Throws when a picture says something that only a page can paint. */
export function assertPrintable(markup: string): void {
  const found = unprintable(markup);
  if (found !== undefined)
    throw new Refused(
      "not-printable",
      `This picture uses ${found}, which no rasteriser paints; draw it with a print theme and plain attributes.`,
    );
}
