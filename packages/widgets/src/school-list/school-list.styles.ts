import { css } from "lit";

/** The list and the card, wherever they stand. Widths are those of the nearest container named `list`. */
export const listStyles = css`
  .list {
    container: list / inline-size;
    display: block;
  }
  .alone {
    padding-top: 4px;
    padding-inline: var(--_cs-padding, 16px);
  }
  .list-controls {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
  }
  .list button,
  .list select,
  .list input {
    font: inherit;
    color: inherit;
  }
  .list button,
  .list select,
  .list input {
    min-height: 32px;
    padding: 4px 10px;
    border: 1px solid var(--_cs-quiet);
    border-radius: 6px;
    background: var(--_cs-paper);
    box-sizing: border-box;
  }
  .list button {
    cursor: pointer;
  }
  .field {
    display: grid;
    gap: 2px;
    flex: 1 1 100%;
    font-size: 14px;
  }
  .field.short {
    flex: 1 1 120px;
    min-width: 0;
  }
  .field > * {
    width: 100%;
    max-width: 320px;
  }
  /* As wide as its field, whatever is in it: hundreds of options are not measured with every row that comes. */
  .field select {
    contain: inline-size;
    field-sizing: content;
  }
  .field > span,
  .quiet {
    color: var(--_cs-quiet);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    flex: 1 1 100%;
    align-items: center;
  }
  .list .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 2px 10px 2px 8px;
    border-radius: 16px;
    font-size: 14px;
    text-align: start;
  }
  .chip .number {
    color: var(--_cs-quiet);
    font-weight: 400;
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  .mark {
    flex: none;
    width: 14px;
    height: 14px;
    vertical-align: -2px;
  }
  .list-count,
  .list-more {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    min-height: 32px;
    margin: 8px 0 4px;
    font-size: 14px;
  }
  .list .plain {
    border: 0;
    padding: 4px 0;
    min-height: 24px;
    background: none;
    color: var(--_cs-accent);
    text-decoration: underline;
  }
  table.schools {
    width: 100%;
    border-collapse: collapse;
    font-size: 14px;
  }
  .schools th,
  .schools td {
    padding: 6px 0;
    padding-inline-end: 8px;
    border: 0;
    border-bottom: 1px solid var(--_cs-line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    overflow-wrap: break-word;
  }
  /* On the line of a name that is a button; one that is none comes down to it. */
  .schools tbody td {
    padding-top: 8px;
  }
  .schools th > span[dir] {
    display: block;
    padding-top: 2px;
  }
  .schools thead th {
    color: var(--_cs-quiet);
    font-size: 12px;
  }
  .list .name {
    display: inline;
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    text-align: match-parent;
    font-weight: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_cs-line);
    text-underline-offset: 3px;
  }
  .schools th > .narrow,
  .schools th > .unlocated {
    display: block;
    font-size: 12px;
  }
  .schools .mark {
    margin-inline-end: 2px;
  }
  .schools .status {
    white-space: nowrap;
  }
  .schools .wide {
    display: none;
  }
  @container list (min-width: 520px) {
    .schools thead th,
    .schools .wide {
      display: table-cell;
    }
    .schools th > .narrow {
      display: none;
    }
    .list .field {
      flex-basis: 240px;
    }
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    /* A list goes on over as many sheets as it takes: it begins on the one of its title. */
    [part="picture"] {
      break-inside: auto;
    }
    .list-controls,
    .list-more button,
    .list .plain {
      display: none;
    }
  }
`;
