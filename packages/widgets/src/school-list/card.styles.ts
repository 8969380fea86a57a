import { css } from "lit";

/** What is said of one school, wherever it stands. */
export const cardStyles = css`
  .card {
    font-size: 14px;
    line-height: 1.45;
  }
  .card > * {
    margin: 0 0 8px;
  }
  .card-name {
    font-size: 16px;
    line-height: 1.3;
    padding-inline-end: 36px;
  }
  .card dl {
    display: grid;
    gap: 4px;
  }
  .card dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
  }
  .card dt {
    font-weight: 400;
    color: var(--_cs-quiet);
  }
  .card dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .card .why {
    border: 0;
  }
  .why summary {
    font-weight: 400;
    display: inline-block;
    padding: 2px 0;
    cursor: pointer;
    color: var(--_cs-accent);
    text-decoration: underline;
  }
  .why p {
    margin: 4px 0 0;
  }
  .card .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    padding: 0;
    list-style: none;
  }
  .card a {
    color: var(--_cs-accent);
    display: inline-block;
    padding: 2px 0;
  }
  .card button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  .card .plain {
    border: 0;
    padding: 4px 0;
    min-height: 24px;
    background: none;
    color: var(--_cs-accent);
    text-decoration: underline;
  }
  @media print {
    .card .plain {
      display: none;
    }
  }
  .list .chip[aria-pressed="true"] {
    border-color: var(--_cs-accent);
    box-shadow: inset 0 0 0 1px var(--_cs-accent);
    font-weight: 600;
  }
  .schools tr.open > * {
    border-bottom-color: transparent;
    background: var(--_cs-land);
  }
  .schools tr.open:has(+ tr.open) > th {
    font-weight: 600;
  }
  .schools tr.open > :first-child {
    padding-inline-start: 8px;
  }
  .list .name:hover {
    text-decoration-color: currentcolor;
  }
  @media (forced-colors: active) {
    .list .chip[aria-pressed="true"] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
