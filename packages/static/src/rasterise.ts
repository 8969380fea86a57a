import { Resvg, type RenderedImage } from "@resvg/resvg-js";
import { family, fontFiles, missingScript } from "./fonts.js";
import { paintedText } from "./markup.js";
import { palettePng } from "./png.js";
import { Refused } from "./refused.js";
import { outlineTexts } from "./type/outline.js";

/** A picture larger than this is refused: no page or letter takes it. */
const mostPixels = 60_000_000;

/** A drawing inside another keeps to its own box by itself; cutting it there costs the rasteriser a second picture. */
const opened = (markup: string): string => markup.replace(/(?!^)<svg /g, '<svg overflow="visible" ');

/**
 * A finished picture in pixels, with the fonts of this package and none of the system. Refused before anything is painted: letters the font does not
 * have, sizes over 60 megapixels.
 * @param markup found fit for a rasteriser, see `assertPrintable` @param scale pixels for each CSS pixel
 */
export function paint(markup: string, scale: number): RenderedImage {
  const script = missingScript(paintedText(markup));
  if (script !== undefined)
    throw new Refused(
      "no-glyphs",
      `The font of finished pictures has no letters for ${script}; use the SVG or the page, which take the reader's fonts.`,
    );
  const outlined = outlineTexts(opened(markup));
  const fonts = outlined.includes("<text") ? [...fontFiles] : [];
  const image = new Resvg(outlined, {
    fitTo: { mode: "zoom", value: scale },
    font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: family },
  });
  if (image.width * image.height * scale * scale > mostPixels)
    throw new Refused("too-large", "This picture would have more than 60 million pixels; choose a smaller scale or width.");
  return image.render();
}

/** The same as {@link paint}, as PNG. @param close see {@link palettePng} */
export function rasterise(markup: string, scale: number, close = false): Uint8Array {
  const painted = paint(markup, scale);
  const { width, height, pixels } = painted;
  return palettePng({ pixels, width, height }, close) ?? painted.asPng();
}
