import { deadlineOf, type RosterRows, type Say } from "@vitrine/drawing";
import { html, type TemplateResult } from "lit";
import type { Act } from "./controls.js";
import type { Desk, Panel } from "./desk.js";

/**
 * Stays at the foot of the screen: what is marked, what it would change, by when, and what remains.
 * @param desk where rows are marked, once it is there @param news what was just done, or why not
 */
export function drawSummary(model: RosterRows, say: Say, act: Act, desk: Desk | undefined, news: string): TemplateResult {
  const words = say.words.roster;
  const due = deadlineOf(model.document);
  const left = desk ? desk.left : model.toLookAt;
  const expanded = (panel: Panel) => (desk?.clean.panel === panel ? "true" : "false");
  return html`<section part="corrections" class="summary" aria-label=${words.summary}>
    <p class="what">${desk?.sayMarked(say) ?? words.nothingMarked}
      <span class="quiet">${left > 0 ? words.remains(left, say.number(left)) : words.noneRemains} · ${due ? words.deadline(say.day(due)) : words.noDeadline}</span></p>
    <p class="said" role="status">${news}</p>
    <p class="buttons">
      <button type="button" name="undo" ?disabled=${!desk?.clean.canUndo} @click=${() => act((desk) => desk.undo())}>${words.undo}</button>
      <button type="button" name="redo" ?disabled=${!desk?.clean.canRedo} @click=${() => act((desk) => desk.redo())}>${words.redo}</button>
      <button type="button" name="add" aria-expanded=${expanded("add")} @click=${() => act((desk) => desk.open("add"))}>${words.add}</button>
      <button type="button" name="review" class="primary" ?disabled=${!desk?.clean.marked} aria-expanded=${expanded("review")} @click=${() => act((desk) => desk.open("review"))}>${words.review}</button>
    </p>
  </section>`;
}
