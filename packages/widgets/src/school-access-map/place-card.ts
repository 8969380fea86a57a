import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { sayArea } from "../school-list/areas.js";
import { drawCard } from "../school-list/card.js";
import { page } from "../school-list/draw.js";
import { statusMark } from "../school-list/mark.js";
import type { SchoolModel } from "../school-list/model.js";
import type { Scene } from "./scene.js";
import type { Subject } from "./stage.js";
import { areTogether } from "./where.js";

export interface CardActs {
  close: () => void;
  /** One school of several. */
  school: (row: number) => void;
}

/** The card of a place. */
export function drawPlace(scene: Scene, model: SchoolModel, subject: Subject, acts: CardActs, say: Say): TemplateResult {
  const { list, mapControls } = say.words;
  const { document, points } = scene;
  const name =
    "school" in subject
      ? model.schools!.name[subject.school]!
      : "area" in subject
        ? document.areas.name[subject.area]!
        : mapControls[areTogether(scene, subject.group) ? "together" : "cluster"](say.number(subject.group.length));
  const content = () => {
    if ("school" in subject) return drawCard(model, subject.school, { say, located: points.fault[subject.school] === 0 });
    if ("area" in subject)
      return html`<div class="card"><p><strong>${sayArea(document, subject.area, say)}</strong> ${list.columns.offers}</p><p>${mapControls.noFile(name)}</p></div>`;
    const rows = Array.from(subject.group.slice(0, page), (point) => points.row[point]!);
    return html`<ul class="members">${rows.map(
      (row) =>
        html`<li>${statusMark(model.statusOf(row))} <button type="button" class="name" dir="auto" @click=${() => acts.school(row)}>${model.schools!.name[row]}<span class="unseen">, ${say.words.access.status[model.statusOf(row)]}</span></button></li>`,
    )}</ul>${subject.group.length > page ? html`<p class="quiet">${list.listed(say.number(page), say.number(subject.group.length))}</p>` : nothing}`;
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    acts.close();
  };
  return html`<section class="place" tabindex="-1" aria-label=${name} @keydown=${key}>
    <div class="place-head"><p class="place-name" dir="auto">${name}</p><button type="button" class="close" aria-label=${list.close} title=${list.close} @click=${acts.close}><svg viewBox="0 0 20 20" aria-hidden="true"><path d="M5 5l10 10M15 5L5 15"></path></svg></button></div>
    ${content()}
  </section>`;
}
