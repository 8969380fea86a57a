import { css } from "lit";

/** The roster: its line, filters, table and foot. Widths are those of the figure. */
export const rosterStyles = css`
  .box {
    container-type: inline-size;
  }
  [part="confidential"] {
    display: flex;
    gap: 8px;
    margin: calc(-1 * var(--_cs-padding)) calc(-1 * var(--_cs-padding)) 12px;
    padding: 8px var(--_cs-padding);
    border-block-end: 1px solid var(--_cs-line);
    background: var(--_cs-land);
    font-size: 12px;
  }
  [part="confidential"] .icon {
    flex: none;
    margin-block-start: 1px;
  }
  [part="picture"] {
    margin-block: 12px 4px;
  }
  .roster-box {
    padding-inline: var(--_cs-padding);
  }
  .roster-box > * + * {
    margin-block-start: 12px;
  }
  .quiet {
    color: var(--_cs-quiet);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .icon {
    vertical-align: -3px;
  }
  .icon .fill {
    fill: var(--_cs-blue);
  }
  .icon.started .fill {
    fill: var(--_cs-green);
  }
  .icon .on {
    fill: none;
    stroke: var(--_cs-paper);
    stroke-width: 2;
  }
  .icon .ring {
    fill: none;
    stroke: var(--_cs-quiet);
    stroke-width: 2;
  }
  .icon.started .ring {
    stroke: var(--_cs-green);
  }
  .icon .dashed {
    stroke-width: 1.5;
    stroke-dasharray: 2.5 2;
  }
  .icon .line {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .icon .solid {
    fill: currentcolor;
  }
  .issue {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_cs-amber);
    background: var(--_cs-land);
  }
  select,
  input:not([type="checkbox"], [type="radio"]) {
    min-block-size: 32px;
    padding: 4px 10px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
    color: inherit;
    font: inherit;
  }
  input:is([type="checkbox"], [type="radio"]) {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_cs-accent);
  }
  ::placeholder {
    color: var(--_cs-quiet);
    opacity: 1;
  }
  button:disabled {
    border-color: var(--_cs-line);
    color: var(--_cs-quiet);
    cursor: default;
  }
  .primary:not(:disabled) {
    border-color: var(--_cs-accent);
    background: var(--_cs-accent);
    color: var(--_cs-paper);
  }
  .primary:not(:disabled):hover {
    background: var(--_cs-ink);
    border-color: var(--_cs-ink);
  }
  .plain {
    min-block-size: 24px;
    padding: 2px 0;
    border: 0;
    background: none;
    color: var(--_cs-accent);
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .plain:hover {
    background: none;
  }
  .field {
    display: grid;
    gap: 2px;
  }
  .field > * {
    inline-size: 100%;
    min-inline-size: 0;
  }
  .field > span:first-child,
  .chips > .label {
    color: var(--_cs-quiet);
    font-size: 12px;
  }
  .tools,
  .filters,
  .above,
  .chips,
  .chosen,
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .tools {
    align-items: end;
    gap: 8px 12px;
  }
  .tools .search {
    flex: 1 1 220px;
    max-inline-size: 420px;
  }
  .filters {
    gap: 8px 20px;
  }
  .chips {
    gap: 6px;
  }
  .chips > .label {
    margin-inline-end: 2px;
  }
  .field.inline {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .field.inline > * {
    inline-size: auto;
    max-inline-size: 240px;
  }
  /* As wide before its choices are there as after. */
  .field > .long {
    inline-size: 200px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 28px;
    padding: 2px 10px;
    border-color: var(--_cs-line);
    border-radius: 16px;
  }
  .chip .icon {
    margin-inline-start: -2px;
  }
  .chip .count,
  .badge {
    color: var(--_cs-quiet);
    font-variant-numeric: tabular-nums;
  }
  .chip[aria-pressed="true"] {
    border-color: var(--_cs-accent);
    box-shadow: inset 0 0 0 1px var(--_cs-accent);
    background: var(--_cs-land);
  }
  details.drop,
  details.rest {
    border: 0;
  }
  details.drop {
    position: relative;
  }
  .drop > summary {
    min-block-size: 32px;
    padding: 5px 12px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    font-weight: 400;
    box-sizing: border-box;
  }
  details.drop > .sheet {
    position: absolute;
    z-index: 4;
    inset-inline-end: 0;
    display: grid;
    gap: 2px;
    inline-size: max-content;
    max-inline-size: 80cqi;
    margin-block-start: 4px;
    padding: 8px 12px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
  }
  .sheet label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }
  .rest {
    flex: 1 1 100%;
  }
  .rest > summary {
    font-weight: 400;
    color: var(--_cs-accent);
  }
  .rest > :not(summary) {
    margin-block-end: 8px;
  }
  .above {
    min-block-size: 32px;
    gap: 4px 12px;
  }
  .shown {
    font-variant-numeric: tabular-nums;
  }
  .chosen {
    margin-inline-start: auto;
  }
  .scroll-box {
    container-type: inline-size;
    overflow: auto;
    max-block-size: min(640px, 80vh);
    border-block: 1px solid var(--_cs-line);
    overscroll-behavior: contain auto;
    scroll-padding-block-start: 48px;
    overflow-anchor: none;
  }
  table.roster {
    inline-size: 100%;
    min-inline-size: 0;
    margin: 0;
    table-layout: fixed;
    border-collapse: separate;
    border-spacing: 0;
  }
  .roster th,
  .roster td {
    block-size: 40px;
    padding: 0 8px;
    border-block-end: 1px solid var(--_cs-line);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: middle;
    box-sizing: border-box;
  }
  .roster thead th {
    position: sticky;
    z-index: 2;
    inset-block-start: 0;
    min-inline-size: 0;
    padding-block: 4px;
    background: var(--_cs-paper);
    color: var(--_cs-quiet);
    font-size: 12px;
    vertical-align: bottom;
    white-space: normal;
  }
  .roster tbody th {
    min-inline-size: 0;
  }
  .roster :is(th, td).number {
    text-align: end;
  }
  .roster .check {
    padding: 0;
    text-align: center;
    text-overflow: clip;
  }
  .roster .check input {
    vertical-align: middle;
  }
  .roster thead .check {
    padding-block-end: 6px;
  }
  .head {
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font-size: 12px;
    font-weight: 600;
    line-height: 1.25;
    text-align: inherit;
  }
  .head:hover {
    background: none;
    text-decoration: underline;
  }
  .head .arrow {
    margin-inline-start: 4px;
    color: var(--_cs-ink);
  }
  .roster td .icon {
    margin-inline-end: 6px;
  }
  .roster .name,
  .roster .fold {
    max-inline-size: 100%;
    min-block-size: 20px;
    padding: 0;
    border: 0;
    background: none;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .roster .name {
    display: block;
    line-height: 20px;
    text-decoration: underline;
    text-decoration-color: var(--_cs-line);
    text-underline-offset: 3px;
  }
  .roster .name:hover {
    text-decoration-color: currentcolor;
  }
  .roster .name:focus-visible,
  .roster .fold:focus-visible,
  .head:focus-visible {
    outline-offset: -2px;
  }
  .note {
    display: block;
    overflow: hidden;
    color: var(--_cs-accent);
    font-size: 12px;
    line-height: 16px;
    text-overflow: ellipsis;
  }
  .note .icon {
    inline-size: 12px;
    block-size: 12px;
    margin-inline-end: 3px;
    vertical-align: -2px;
  }
  .roster tbody tr:not(.detail):hover > * {
    background: var(--_cs-land);
  }
  .roster tr.picked > * {
    background: color-mix(in srgb, var(--_cs-accent) 9%, var(--_cs-paper));
  }
  .roster tr.marked > :first-child {
    box-shadow: inset 4px 0 var(--_cs-accent);
  }
  [dir="rtl"] .roster tr.marked > :first-child {
    box-shadow: inset -4px 0 var(--_cs-accent);
  }
  .roster tr.open > * {
    border-block-end-color: transparent;
    background: var(--_cs-land);
  }
  .roster tr.detail > td {
    block-size: auto;
    padding: 0;
    background: var(--_cs-land);
    overflow: visible;
    text-overflow: clip;
    white-space: normal;
  }
  .roster tr.group > th {
    background: var(--_cs-land);
  }
  .stuck {
    position: sticky;
    inset-inline-start: 0;
    inline-size: 100cqi;
    box-sizing: border-box;
  }
  tr.group .stuck {
    display: flex;
    align-items: baseline;
    gap: 12px;
    padding-inline-end: 16px;
  }
  tr.group .quiet {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .turn {
    display: inline-block;
    inline-size: 16px;
  }
  .summary {
    position: sticky;
    z-index: 3;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    margin-block-start: 12px;
    padding: 10px var(--_cs-padding);
    border-block: 1px solid var(--_cs-line);
    background: var(--_cs-paper);
    font-variant-numeric: tabular-nums;
  }
  .summary .what {
    flex: 1 1 320px;
  }
  .said {
    flex: 1 1 100%;
    order: -1;
    color: var(--_cs-quiet);
    font-size: 12px;
  }
  .said:empty {
    display: none;
  }
  .print-only,
  .every-page {
    display: none;
  }
  /* A long list: rows stand where they are put, each laid out by itself. On paper they are a table. */
  @media screen {
    .many,
    .many :is(thead, tbody) {
      display: block;
    }
    .many thead {
      position: sticky;
      z-index: 2;
      inset-block-start: 0;
    }
    .many thead th {
      block-size: auto;
      align-content: end;
    }
    .many tr:not(.every-page) {
      display: grid;
      grid-template-columns: var(--_columns);
    }
    .many tbody {
      position: relative;
      block-size: var(--_high);
    }
    .many tbody tr {
      position: absolute;
      inset-inline: 0;
      block-size: 40px;
    }
    .many tbody :is(th, td) {
      align-content: center;
    }
    .many :is(.group > th, .detail > td) {
      grid-column: 1 / -1;
    }
    .many tbody .detail {
      block-size: auto;
    }
  }
  @container (width < 480px) {
    .tools .search {
      flex-basis: 100%;
    }
    .summary {
      gap: 4px;
      padding-block: 6px;
      font-size: 12px;
    }
    .summary .buttons {
      gap: 4px;
    }
    .summary button {
      min-block-size: 28px;
      padding: 2px 4px;
      font-size: 12px;
    }
    .roster th,
    .roster td {
      padding-inline: 4px;
    }
    .chosen {
      margin-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .chip[aria-pressed="true"],
    .primary:not(:disabled) {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .roster tr.picked > * {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
    .roster tr.picked button {
      color: HighlightText;
    }
    .icon:is(.icon, .started) :is(.fill, .solid) {
      fill: CanvasText;
    }
    .icon:is(.icon, .started) :is(.ring, .line) {
      stroke: CanvasText;
    }
  }
  @media print {
    .tools,
    .filters,
    .chosen,
    .above .plain,
    .summary .buttons,
    .summary .said,
    .roster .check,
    .roster col:first-child {
      display: none;
    }
    .scroll-box {
      overflow: visible;
      max-block-size: none;
    }
    table.roster {
      min-inline-size: 0 !important;
      table-layout: auto;
      font-size: 11px;
    }
    .roster th,
    .roster td {
      block-size: auto;
      padding: 3px 6px 3px 0;
      white-space: normal;
    }
    .roster thead th,
    .summary,
    .stuck {
      position: static;
    }
    .roster .arrow {
      display: none;
    }
    .print-only {
      display: block;
    }
    [part="confidential"] {
      margin: 0 0 12px;
      padding-inline: 8px;
    }
    .every-page {
      display: table-row;
    }
    .every-page td {
      color: #1b2430;
      font-weight: 600;
    }
  }
`;
