import { css } from "lit";

/** What comes with a reader's acts: what a search finds, rings around schools, cards. */
export const handStyles = css`
  :host(:fullscreen) {
    overflow: auto;
    background: var(--_cs-paper);
  }
  .tip,
  .wheel {
    position: absolute;
    inset-block-start: 0;
    left: 0;
    max-inline-size: min(280px, 100% - 8px);
    padding: 4px 8px;
    border: 1px solid var(--_cs-line);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
    color: var(--_cs-ink);
    line-height: 20px;
    pointer-events: none;
  }
  .wheel {
    inset-block: auto 8px;
    left: 8px;
  }
  .search ul {
    position: absolute;
    z-index: 3;
    inset-inline: 0;
    margin: 2px 0 0;
    padding: 4px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
    list-style: none;
  }
  .search li {
    padding: 6px 8px;
    min-block-size: 32px;
    border-radius: 2px;
    cursor: pointer;
  }
  .search li:hover,
  .search li[aria-selected="true"] {
    background: var(--_cs-land);
    outline: 1px solid var(--_cs-line);
  }
  /* A line around a spot, between two of paper. */
  .ring i {
    --line: 1.5px;
    --side: calc(2 * var(--r) - var(--line));
    --halo: calc((5px - var(--line)) / 2);
    position: absolute;
    inset-block-start: 0;
    left: 0;
    inline-size: var(--side);
    block-size: var(--side);
    margin: calc(var(--line) / -2 - var(--r));
    border: var(--line) solid var(--_cs-ink);
    border-radius: 50%;
    box-shadow:
      0 0 0 var(--halo) var(--_cs-paper),
      inset 0 0 0 var(--halo) var(--_cs-paper);
  }
  .ring .chosen {
    --line: 3px;
  }
  .place {
    position: absolute;
    z-index: 2;
    inset-block-end: 8px;
    left: 8px;
    inline-size: min(320px, 100% - 16px);
    max-block-size: calc(100% - 16px);
    overflow: auto;
    padding: 12px;
    border: 1px solid var(--_cs-quiet);
    border-radius: var(--cs-radius, 4px);
    background: var(--_cs-paper);
  }
  .place-head {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 8px;
  }
  .place-name {
    font-size: 16px;
    font-weight: 600;
    line-height: 1.3;
  }
  .close {
    flex: none;
    inline-size: 32px;
    block-size: 32px;
    margin: -6px -6px 0 0;
    padding: 0;
    border-color: transparent;
    display: grid;
    place-items: center;
  }
  .members {
    padding: 0;
    list-style: none;
  }
  .members li {
    padding-block: 2px;
  }
  .members .name {
    display: inline;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--_cs-line);
    text-underline-offset: 3px;
  }
  @container (width < 480px) {
    .place {
      position: static;
      inline-size: auto;
      max-block-size: none;
      margin: 8px var(--_cs-padding, 12px) 0;
    }
  }
  .surface.held {
    touch-action: none;
  }
  @media print {
    .tip,
    .wheel,
    .close {
      display: none;
    }
  }
`;
