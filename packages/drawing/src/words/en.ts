import { access } from "./en/access.js";
import { core } from "./en/core.js";
import { element } from "./en/element.js";
import { gauge } from "./en/gauge.js";
import { list } from "./en/list.js";
import { map } from "./en/map.js";
import { mapControls } from "./en/map-controls.js";
import { roster } from "./en/roster.js";
import { site } from "./en/site.js";
import type { Words } from "./words.js";

/** All that is said in English. */
export const en: Words = { ...core, gauge, element, access, map, list, mapControls, roster, site };
