import { html, nothing, type TemplateResult } from "lit";
import type { Say } from "@vitrine/drawing";
import { statusMark } from "./mark.js";
import type { SchoolModel } from "./model.js";

export { cardStyles } from "./card.styles.js";

/** What a reader is told of one school: the same words beside the map, in the list and on paper. */
export interface CardOptions {
  say: Say;
  located: boolean;
  /** Shows the school on a map beside the list. */
  locate?: (() => void) | undefined;
}

/** The facts of a school, "(Why?)" with the document's definition, and its actions. Addresses are the document's and carry nothing of the row. */
export function drawCard(model: SchoolModel, row: number, { say, located, locate }: CardOptions): TemplateResult {
  const { document, schools } = model;
  const { list, access } = say.words;
  const status = model.statusOf(row);
  const level = model.levelOf(row);
  const activity = model.activityOf(row);
  const offering = schools?.offering;
  const students = schools?.students?.[row];
  const saidOn = schools?.saidOn;
  const source = schools?.source && document.sources[schools.source[row]!];
  const facts: [string, string | undefined][] = [
    [list.card.district, model.districtOf(row)],
    [list.card.city, model.cityOf(row)],
    [list.card.area, model.areaNameOf(row)],
    [list.card.level, level && access.level[level]],
    [list.card.activity, activity && access.activity[activity]],
    [list.card.students, students === undefined ? undefined : say.count(students)],
    [list.card.offering, offering?.values[offering.index[row]!]],
    [list.card.saidBy, source?.name],
    [list.card.saidOn, saidOn?.values[saidOn.index[row]!]],
    [list.card.place, located ? undefined : list.unlocated],
  ];
  const definition = document.notes.find(({ kind }) => kind === "definition");
  return html`<div part="card" class="card">
    <p class="card-status">${statusMark(status)} <strong>${access.status[status]}</strong></p>
    ${
      definition
        ? html`<details class="why"><summary aria-label=${list.whySaid}>(${list.why})</summary><p dir="auto"><b>${definition.title}.</b> ${definition.text}</p></details>`
        : nothing
    }
    <dl>${facts.map(([name, text]) => (text ? html`<div><dt>${name}</dt><dd dir="auto">${text}</dd></div>` : nothing))}</dl>
    ${locate && located ? html`<p><button type="button" class="plain" @click=${locate}>${list.showOnMap}</button></p>` : nothing}
    ${
      document.actions.length > 0
        ? html`<ul class="actions" aria-label=${list.card.actions}>${document.actions.map(
            ({ label, href, due }) =>
              html`<li><a href=${href} rel="noopener" dir="auto">${label}</a>${due ? html` <span class="quiet">${say.words.caption.due(say.day(due))}</span>` : nothing}</li>`,
          )}</ul>`
        : nothing
    }
  </div>`;
}
