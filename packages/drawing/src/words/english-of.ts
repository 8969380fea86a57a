import { core } from "./en/core.js";
import type { Section, Words } from "./words.js";

/**
 * The English of one element: the core and the sections its pictures and controls ask for. The words of other elements stay out of its
 * file; other languages come whole.
 */
export const englishOf = <S extends Section>(sections: Pick<Words, S>): Words => ({ ...core, ...sections }) as Words;
