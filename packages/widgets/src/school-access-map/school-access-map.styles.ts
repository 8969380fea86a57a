import { css } from "lit";

/** The map, its controls and its cards. */
export const mapStyles = css`
  .box {
    container-type: inline-size;
  }
  .map {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .map-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 4px var(--_cs-padding, 16px) 8px;
  }
  .map-bar button,
  .map-bar input {
    min-block-size: 44px;
  }
  .search {
    position: relative;
    flex: 1 1 200px;
    max-inline-size: 360px;
  }
  .search input {
    inline-size: 100%;
    padding: 4px 12px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
    color: var(--_cs-ink);
    font: inherit;
  }
  .search input::placeholder {
    color: var(--_cs-quiet);
    opacity: 1;
  }
  .map-notice {
    margin: 0 var(--_cs-padding, 16px) 8px;
    padding: 8px 12px;
    border-inline-start: 4px solid var(--_cs-amber);
    background: var(--_cs-land);
  }
  .map-waiting {
    block-size: 320px;
    background: var(--_cs-land);
  }
  .stage {
    position: relative;
    inline-size: fit-content;
  }
  .surface {
    position: relative;
    overflow: hidden;
    direction: ltr;
    touch-action: pan-x pan-y;
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
  }
  .ground > svg {
    display: block;
    overflow: hidden;
  }
  .ground > svg [data-key]:focus-visible {
    outline: none;
  }
  .surface > canvas,
  .over,
  .ring {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  /* What is pointed at is laid out without the page around it. */
  .over {
    contain: strict;
  }
  .surface > canvas:focus-visible {
    outline-offset: -3px;
  }
  .zoom {
    display: flex;
    margin-inline-start: auto;
  }
  .zoom button {
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border-radius: 0;
    display: grid;
    place-items: center;
  }
  .zoom button + button {
    border-inline-start: 0;
  }
  .zoom button:first-child {
    border-start-start-radius: var(--cs-radius, 4px);
    border-end-start-radius: var(--cs-radius, 4px);
  }
  .zoom button:last-child {
    border-start-end-radius: var(--cs-radius, 4px);
    border-end-end-radius: var(--cs-radius, 4px);
  }
  .zoom button[aria-disabled="true"] {
    color: var(--_cs-quiet);
    cursor: default;
  }
  .zoom button[aria-disabled="true"] path {
    opacity: 0.5;
  }
  .zoom svg,
  .close svg {
    inline-size: 20px;
    block-size: 20px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
  }
  .legend {
    display: block;
    overflow: visible;
  }
  .beside {
    padding: 8px var(--_cs-padding, 16px) 0;
  }
  .map.wide {
    grid-template-columns: minmax(0, 1fr) 340px;
    grid-template-rows: auto auto 1fr;
  }
  .map.wide > * {
    grid-column: 1;
  }
  .map.wide > .beside {
    position: relative;
    grid-column: 2;
    grid-row: 1 / span 3;
    min-block-size: 520px;
    padding: 0;
  }
  /* Rows that come are laid out without the page around them. */
  .map.wide .beside-box {
    position: absolute;
    inset: 4px 0 0;
    padding-inline: 8px var(--_cs-padding, 16px);
    overflow-y: auto;
    contain: strict;
  }
  .colours {
    position: absolute;
    visibility: hidden;
  }
  .colours i {
    transition: color 1ms;
  }
  @media (prefers-reduced-motion: reduce) {
    .colours i {
      transition: color 1ms !important;
    }
  }
  @media print {
    .map-bar,
    .zoom {
      display: none;
    }
    .map.wide {
      display: block;
    }
    .map.wide .beside-box {
      position: static;
      padding-inline: var(--_cs-padding, 16px);
      overflow: visible;
      contain: none;
    }
  }
`;
