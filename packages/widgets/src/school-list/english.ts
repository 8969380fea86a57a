import { englishOf, type Words } from "@vitrine/drawing";
import { access } from "@vitrine/drawing/words/en/access";
import { element } from "@vitrine/drawing/words/en/element";
import { list } from "@vitrine/drawing/words/en/list";
import { mapControls } from "@vitrine/drawing/words/en/map-controls";
import { map } from "@vitrine/drawing/words/en/map";

/** What map and list say. Both: each shows parts of the other. What is said once a reader acts comes with what acts, and is added here. */
export const english = englishOf({ access, element, list: list as Words["list"], map, mapControls: mapControls as Words["mapControls"] });
