import { lightDeclarations, themeDeclarations } from "@vitrine/drawing";
import { css, unsafeCSS } from "lit";

/** Caption, notes and tables, the same on a page and on paper. Both define the colours. */
export const captionStyles = css`
  [part="title"] {
    margin: 0;
    font: inherit;
    font-size: 20px;
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }
  p,
  dl,
  dd,
  ul {
    margin: 0;
  }
  [dir="ltr"] :is([dir="auto"], .scroll, [part="notice"]),
  [dir="rtl"] .number {
    text-align: left;
  }
  [dir="rtl"] :is([dir="auto"], .scroll, [part="notice"]),
  [dir="ltr"] .number {
    text-align: right;
  }
  /* A sentence or a range of the other direction keeps its own order. */
  .scroll *,
  [part="notice"] {
    unicode-bidi: plaintext;
  }
  .scroll * {
    text-align: inherit;
  }
  [part="summary"] {
    margin-top: 4px;
    font-size: 14px;
    max-width: 75ch;
  }
  [part="source"] {
    margin-bottom: 12px;
    font-size: 12px;
    color: var(--_cs-quiet);
  }
  .provisional {
    font-weight: 600;
    color: var(--_cs-ink);
  }
  dl {
    display: grid;
    gap: 12px;
    max-width: 75ch;
  }
  dt {
    font-weight: 600;
  }
  dd {
    white-space: pre-line;
  }
  .kind {
    display: block;
    font-size: 12px;
    font-weight: 400;
    color: var(--_cs-quiet);
  }
  table {
    border-collapse: collapse;
    min-width: min(100%, 320px);
    margin-bottom: 16px;
    font-variant-numeric: tabular-nums;
  }
  caption {
    max-width: 100cqi;
    padding-block: 4px;
    font-weight: 600;
    text-align: start;
  }
  th,
  td {
    padding: 4px 12px 4px 0;
    border-bottom: 1px solid var(--_cs-line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  [dir="rtl"] :is(th, td) {
    padding: 4px 0 4px 12px;
  }
  tbody th {
    min-width: 12ch;
  }
  thead th {
    min-width: 9ch;
    color: var(--_cs-quiet);
    vertical-align: bottom;
  }
  tr {
    break-inside: avoid;
  }
  caption,
  thead,
  summary,
  dt {
    break-after: avoid;
  }
`;

/** What every element looks like. Colours are the theme's; a page changes one with `--cs-ink` and so on. */
export const elementStyles = css`
  :host {
    ${unsafeCSS(lightDeclarations())}
    display: block;
    min-width: min(100%, 240px);
    text-align: start;
    text-indent: 0;
    text-transform: none;
    letter-spacing: normal;
    word-spacing: normal;
    white-space: normal;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      ${unsafeCSS(themeDeclarations())}
    }
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  * {
    box-sizing: border-box;
  }
  .box {
    contain: inline-size;
    /* What a table cell, a float or a row of boxes asks for: without it an element there would have no width at all. */
    contain-intrinsic-inline-size: 296px;
  }
  [part="figure"] {
    --_cs-padding: var(--cs-padding, 16px);
    position: relative;
    margin: 0;
    padding: var(--_cs-padding);
    border: var(--cs-border, 1px solid var(--_cs-line));
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
    color: var(--_cs-ink);
    font-size: 14px;
    font-style: normal;
    font-weight: 400;
    line-height: 1.45;
    overflow-wrap: break-word;
  }
  .narrow [part="title"] {
    font-size: 16px;
  }
  .small {
    --_cs-padding: var(--cs-padding, 12px);
  }
  [part="figure"][aria-busy="true"] [part="picture"] {
    opacity: 0.6;
  }
  /* A drawing keeps the figure's padding free itself. */
  [part="picture"] {
    margin-inline: calc(-1 * var(--_cs-padding));
    font-variant-numeric: tabular-nums;
  }
  [part="picture"] > svg {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
  }
  [data-key][tabindex],
  [data-note] {
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--_cs-accent);
    outline-offset: 2px;
  }
  [part="notice"]:not(:empty) {
    margin-top: 12px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_cs-amber);
    background: var(--_cs-land);
    color: var(--_cs-ink);
    font-size: 14px;
    line-height: 1.45;
  }
  [part="skeleton"] {
    display: grid;
    place-items: center;
    min-height: 240px;
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-land);
    color: var(--_cs-quiet);
    font-size: 14px;
  }
  details {
    border-top: 1px solid var(--_cs-line);
  }
  summary {
    padding-block: 8px;
    cursor: pointer;
    font-weight: 600;
  }
  /* Asked of few: whatever is asked whether it is the last of its box is styled anew with every row that comes. */
  summary ~ dl,
  summary ~ div:last-child {
    margin-bottom: 12px;
  }
  .scroll {
    container-type: inline-size;
    overflow-x: auto;
  }
  .last {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    padding-top: 12px;
    border-top: 1px solid var(--_cs-line);
  }
  [part="actions"] {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    padding: 0;
    list-style: none;
  }
  a {
    color: var(--_cs-accent);
    text-underline-offset: 2px;
  }
  button {
    min-height: 32px;
    padding: 4px 12px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
    color: var(--_cs-ink);
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    background: var(--_cs-land);
  }
  [part="menu"] {
    position: relative;
    margin-inline-start: auto;
  }
  @media (prefers-reduced-motion: no-preference) {
    [data-key] {
      transition: opacity 200ms;
    }
  }
  @media (forced-colors: active) {
    :host {
      --_cs-ink: CanvasText;
      --_cs-quiet: CanvasText;
      --_cs-line: CanvasText;
      --_cs-paper: Canvas;
      --_cs-land: Canvas;
      --_cs-accent: LinkText;
      --_cs-grey: GrayText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
  @media print {
    :host,
    :host([theme]) {
      color-scheme: light;
    }
    [part="figure"] {
      padding: 0;
      border: 0;
    }
    [part="notice"],
    [part="picture"],
    [part="summary"] {
      break-inside: avoid;
      break-before: avoid;
    }
    [part="menu"] {
      display: none;
    }
    .scroll {
      overflow-x: visible;
    }
    details::details-content {
      content-visibility: visible;
      height: auto;
    }
  }
`;
