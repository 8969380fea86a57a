import { ratesOf, type Rate, type RosterRows, type Say } from "@vitrine/drawing";
import { html, type TemplateResult } from "lit";
import type { CleanUp } from "./clean-up.js";

interface RateOptions {
  model: RosterRows;
  clean: CleanUp;
  say: Say;
}

const rateText = ({ met, trained }: Rate, say: Say): string =>
  say.words.roster.rateOf(trained === 0 ? "–" : say.percent((100 * met) / trained), say.number(met), say.number(trained));

export function rateSentence({ model, clean, say }: RateOptions): TemplateResult {
  const { before, least, most } = ratesOf(model.document, clean.marks);
  const words = say.words.roster;
  const after = least.met === most.met ? rateText(least, say) : words.rateRange(rateText(least, say), rateText(most, say));
  return html`<span class="rate"><span class="quiet">${words.rate}</span> <span>${rateText(before, say)}</span> <span aria-hidden="true">→</span> <b>${after}</b></span>`;
}
