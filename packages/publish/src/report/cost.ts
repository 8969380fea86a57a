import type { VitrineDocument } from "@vitrine/contract";
import type { Policy } from "../control/control.js";
import type { Report } from "../report.js";
import type { Heard } from "./record.js";
import { held, whyWithheld } from "./why.js";

type Cost = Pick<Report["documents"][number], "figures" | "shown" | "people" | "peopleShown" | "why">;

/**
 * What protection costs a document.
 * @param heard what passed through control for it, where that is known
 */
export function costOf(document: VitrineDocument, heard: Heard | undefined, policy: Policy): Cost {
  const { figures, withheld } = held(document);
  const why = whyWithheld(document, heard?.families ?? [], policy);
  // An overview has no figures of its own: what control saw is in the documents it leads to.
  const weight = figures > 0 ? heard?.weight : undefined;
  // A document may hold figures that control did not see one by one, such as answers told as ranges.
  const whole = weight && weight.figures >= figures ? weight : { figures, shown: figures - withheld };
  return {
    figures: whole.figures,
    shown: whole.shown,
    ...(weight && weight.people > 0 ? { people: weight.people, peopleShown: weight.peopleShown } : {}),
    why,
  };
}
