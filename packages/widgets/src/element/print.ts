import { css, render, type CSSResult } from "lit";
import { partForPaper } from "./sheets.js";
import { captionStyles } from "./styles.js";

const sheet = css`
  :root {
    --_cs-ink: #1b2430;
    --_cs-quiet: #55606e;
    --_cs-line: #d5dae1;
  }
  @page {
    margin: 15mm;
  }
  body {
    margin: 0;
    font: 14px/1.45 Inter, system-ui, sans-serif;
    color: #1b2430;
  }
  svg {
    display: block;
    height: auto;
    break-inside: avoid;
  }
  h2,
  h3,
  caption,
  thead {
    break-after: avoid;
  }
  tr,
  dl > div {
    break-inside: avoid;
  }
  thead th {
    min-inline-size: 0;
  }
  table:has(th:nth-child(8)) {
    font-size: 10px;
  }
  table:has(th:nth-child(8)) thead th {
    overflow-wrap: anywhere;
  }
  table:has(th:nth-child(12)) {
    page: broad;
  }
  @page broad {
    size: landscape;
  }
  @media print {
    svg {
      max-width: 100%;
    }
  }
`;

/**
 * Prints one figure alone: in an empty frame, so that neither the page's styles reach it nor ours the page. Its stylesheets are
 * constructed, which a strict style policy allows.
 * @param root where the frame stands while the reader prints @param more styles of this content alone
 */
export async function printAlone(
  root: HTMLElement | DocumentFragment,
  content: unknown,
  title: string,
  language: string,
  direction: string,
  more: CSSResult = css``,
): Promise<void> {
  root.querySelector("iframe")?.remove();
  const frame = document.createElement("iframe");
  frame.className = "unseen";
  frame.title = title;
  frame.tabIndex = -1;
  root.append(frame);
  // Some browsers put a second empty document into a new frame.
  await new Promise((resolve) => setTimeout(resolve));
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  view.document.adoptedStyleSheets = [captionStyles, sheet, more].map(({ cssText }) => {
    const made = new view.CSSStyleSheet();
    made.replaceSync(cssText);
    return made;
  });
  view.document.title = title;
  view.document.documentElement.lang = language;
  view.document.documentElement.dir = direction;
  render(content, view.document.body);
  for (const picture of view.document.querySelectorAll<SVGSVGElement>("[part=picture] > svg")) partForPaper(picture);
  view.addEventListener("afterprint", () => frame.remove());
  view.print();
}
