import { css } from "lit";

/** Details of a row, forms and panels. */
export const deskStyles = css`
  .card {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: 16px 32px;
    padding: 4px 16px 16px 52px;
  }
  [dir="rtl"] .card {
    padding: 4px 52px 16px 16px;
  }
  .facts {
    align-content: start;
    gap: 4px;
  }
  .facts > div {
    display: grid;
    grid-template-columns: minmax(96px, 136px) minmax(0, 1fr);
    gap: 0 12px;
  }
  .facts dt {
    color: var(--_cs-quiet);
    font-weight: 400;
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .doing > * + * {
    margin-block-start: 8px;
  }
  .flags,
  .entries {
    padding: 0;
    list-style: none;
  }
  .other {
    display: block;
  }
  .given {
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_cs-accent);
    background: var(--_cs-paper);
    overflow-wrap: anywhere;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .option {
    display: flex;
    gap: 8px;
    padding-block: 6px;
  }
  .option input {
    flex: none;
    margin-block-start: 2px;
  }
  .option b {
    font-weight: 400;
  }
  .option .hint {
    display: block;
    color: var(--_cs-quiet);
    font-size: 12px;
  }
  .option.not b {
    color: var(--_cs-quiet);
  }
  .option.not .hint {
    color: var(--_cs-ink);
  }
  .inset {
    margin-block-end: 8px;
    margin-inline-start: 24px;
    max-inline-size: 480px;
  }
  .fault {
    color: var(--_cs-ink);
    font-weight: 600;
  }
  .fault::before {
    content: "! ";
    color: var(--_cs-amber);
  }
  .panel-place {
    position: relative;
    padding: 12px 16px;
    border: 1px solid var(--_cs-line);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-land);
  }
  .panel-place .close {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 16px;
  }
  .panel-box:focus {
    outline: none;
  }
  .panel-title {
    padding-inline-end: 64px;
    font-weight: 600;
  }
  .panel-box > * + * {
    margin-block-start: 8px;
  }
  .panel-box textarea {
    display: block;
    inline-size: 100%;
    block-size: 220px;
    border: 1px solid var(--_cs-quiet);
    background: var(--_cs-paper);
    color: var(--_cs-ink);
    font: inherit;
    white-space: pre-wrap;
  }
  .panel-box > .field {
    max-inline-size: 640px;
  }
  .add-form {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 8px 16px;
    align-items: start;
  }
  .add-form .buttons {
    grid-column: 1 / -1;
  }
  .entries > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    padding-block: 6px;
    border-block-end: 1px solid var(--_cs-line);
    overflow-wrap: anywhere;
  }
  [aria-invalid="true"] {
    border-color: var(--_cs-amber);
    border-width: 2px;
  }
  @container (width < 480px) {
    .card {
      padding: 4px 12px 16px;
    }
    .panel-place {
      padding: 12px;
    }
  }
  @media print {
    .panel-place,
    .mark-form,
    .fine {
      display: none;
    }
  }
`;
