import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hashed, integrityOf } from "./revision.js";
import { galleryStyles, pageStyles } from "./styles.js";

/** Names, from the site's root, of what its pages load beside the elements. */
export interface AssetNames {
  /** Style of a figure's page. */
  style: string;
  galleryStyle: string;
  gallery: string;
  /** Tells the page around a frame how tall it is. */
  inside: string;
  /** For the page around a frame; `frame` changes its name with what it holds. */
  frame: { name: string; integrity: string };
}

const script = (name: string) => readFileSync(fileURLToPath(new URL(`browser/${name}.js`, import.meta.url)), "utf8");

/** What the pages of a site load beside the elements: under names with their hashes, and under stable ones what other pages name. */
export function assetsOf(): { names: AssetNames; files: Map<string, string> } {
  const files = new Map<string, string>();
  const add = (name: string, text: string) => {
    const at = `assets/${hashed(name, text)}`;
    files.set(at, text);
    return at;
  };
  const style = `${pageStyles}\n`;
  const gallery = `${pageStyles}\n${galleryStyles}\n`;
  const frame = script("frame");
  files.set("vitrine.css", style);
  files.set("vitrine-frame.js", frame);
  return {
    files,
    names: {
      style: add("page.css", style),
      galleryStyle: add("gallery.css", gallery),
      gallery: add("gallery.js", script("gallery")),
      inside: add("inside.js", script("inside")),
      frame: { name: add("vitrine-frame.js", frame), integrity: integrityOf(frame) },
    },
  };
}
