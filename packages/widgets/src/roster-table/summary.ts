import { deadlineOf, ratesOf, type Rate, type RosterModel, type Say } from "@vitrine/drawing";
import { html, type TemplateResult } from "lit";
import type { CleanUp } from "./clean-up.js";

/** What a reader does with all marks together. */
interface SummaryActs {
  undo(): void;
  redo(): void;
  /** Opens a panel, or closes the one that is open. */
  open(panel: "add" | "review"): void;
}

interface RateOptions {
  model: RosterModel;
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

/**
 * Stays at the foot of the screen: what is marked, what it would change, by when, and what remains.
 * @param news what was just done, or why not
 */
export function drawSummary(options: RateOptions & { acts: SummaryActs }, news: string): TemplateResult {
  const { model, clean, say, acts } = options;
  const words = say.words.roster;
  const { rows, additions, fine } = clean.marks;
  const due = deadlineOf(model.document);
  const left = model.toLookAt - [...rows.keys(), ...fine].filter(model.needsLook).length;
  const parts = [
    rows.size > 0 ? words.summaryMarked(rows.size, say.number(rows.size)) : "",
    additions.length > 0 ? words.summaryAdded(additions.length, say.number(additions.length)) : "",
  ].filter(Boolean);
  const { panel } = clean;
  return html`<section part="corrections" class="summary" aria-label=${words.summary}>
    <p class="what">${parts.length === 0 ? words.nothingMarked : html`<b>${say.list(parts)}.</b> ${rateSentence(options)}`}
      <span class="quiet">${left > 0 ? words.remains(left, say.number(left)) : words.noneRemains} · ${due ? words.deadline(say.day(due)) : words.noDeadline}</span></p>
    <p class="said" role="status">${news}</p>
    <p class="buttons">
      <button type="button" name="undo" ?disabled=${!clean.canUndo} @click=${() => acts.undo()}>${words.undo}</button>
      <button type="button" name="redo" ?disabled=${!clean.canRedo} @click=${() => acts.redo()}>${words.redo}</button>
      <button type="button" name="add" aria-expanded=${panel === "add" ? "true" : "false"} @click=${() => acts.open("add")}>${words.add}</button>
      <button type="button" name="review" class="primary" ?disabled=${clean.marked === 0} aria-expanded=${panel === "review" ? "true" : "false"} @click=${() => acts.open("review")}>${words.review}</button>
    </p>
  </section>`;
}
