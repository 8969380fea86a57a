import { css } from "lit";

/** What a dashboard looks like around its figures, which have their own styles. */
export const dashboardStyles = css`
  :host {
    container-type: inline-size;
  }
  .dashboard {
    font-size: 14px;
    line-height: 1.45;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px 16px;
    padding: 12px 16px;
    border: var(--cs-border, 1px solid var(--_cs-line));
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-land);
    color: var(--_cs-ink);
  }
  label {
    display: grid;
    gap: 4px;
    flex: 1 1 180px;
    min-inline-size: 0;
    max-inline-size: 280px;
    font-weight: 600;
  }
  select {
    inline-size: 100%;
    min-block-size: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
    color: var(--_cs-ink);
    font: inherit;
    font-weight: 400;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-inline-start: auto;
  }
  .acts button {
    min-block-size: 36px;
  }
  button:disabled {
    opacity: 0.55;
    cursor: default;
  }
  .hint {
    flex-basis: 100%;
    color: var(--_cs-quiet);
    font-size: 12px;
  }
  .status {
    min-block-size: 20px;
    margin-block: 8px;
  }
  .only,
  .bare {
    display: none;
  }
  .grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .cell {
    min-inline-size: 0;
  }
  .miss {
    margin-block-end: 4px;
    padding: 4px 12px;
    border-inline-start: 4px solid var(--_cs-amber);
    background: var(--_cs-land);
    color: var(--_cs-ink);
  }
  @container (width < 480px) {
    label {
      max-inline-size: none;
      flex-basis: 100%;
    }
    .acts {
      margin: 0;
    }
    .bar {
      padding: 12px;
    }
  }
  @container (width >= 760px) {
    .grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .full {
      grid-column: 1 / -1;
    }
  }
  @media print {
    .bar,
    .status {
      display: none;
    }
    .only {
      display: block;
      margin-block-end: 8px;
      font-weight: 600;
    }
    .grid {
      display: block;
    }
    .cell {
      margin-block-end: 24px;
    }
    .miss {
      break-after: avoid;
    }
  }
`;
