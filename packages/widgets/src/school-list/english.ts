import { englishOf } from "@vitrine/drawing";
import { access } from "@vitrine/drawing/words/en/access";
import { element } from "@vitrine/drawing/words/en/element";
import { list } from "@vitrine/drawing/words/en/list";
import { mapControls } from "@vitrine/drawing/words/en/map-controls";
import { map } from "@vitrine/drawing/words/en/map";

/** What map and list say. Both: each shows parts of the other. */
export const english = englishOf({ access, element, list, map, mapControls });
