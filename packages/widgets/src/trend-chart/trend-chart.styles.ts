import { css } from "lit";

/** The readout lies over the drawing and never moves it. */
export const trendStyles = css`
  .stage {
    position: relative;
  }
  .stage svg {
    display: block;
    inline-size: 100%;
    block-size: auto;
    overflow: visible;
  }
  .cursor {
    position: absolute;
    inset: 0;
    touch-action: pan-y;
    cursor: crosshair;
  }
  .cursor svg {
    pointer-events: none;
  }
  @media print {
    .cursor {
      display: none;
    }
  }
`;
