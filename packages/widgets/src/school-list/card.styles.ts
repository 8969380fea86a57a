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
`;
