import { css, render, type CSSResult } from "lit";
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
    max-width: 100%;
    height: auto;
  }
  [part="picture"] {
    break-inside: avoid;
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
  view.addEventListener("afterprint", () => frame.remove());
  view.print();
}
