import { liveFont, type Font } from "./measure.js";
import type { Say } from "./say.js";
import { liveTheme, type Theme } from "./theme.js";

/** Where and how a document is drawn. The only difference between hosts. */
export interface Frame {
  /** Prefix of every id inside the drawing, unique on its page. */
  id: string;
  /** Width in CSS pixels, 240 to 1200. The height follows from the drawing. */
  width: number;
  theme: Theme;
  font: Font;
  say: Say;
  /** `data-key` of the mark a reader points at. */
  emphasis?: string;
}

export type Chosen = Pick<Frame, "id" | "width" | "say" | "emphasis">;

/** For elements on a page: colours and font come from the page. */
export const liveFrame = (chosen: Chosen): Frame => ({ ...chosen, theme: liveTheme, font: liveFont });
