import { type CorrectionAddition, type CorrectionMark } from "@vitrine/contract";
import { deadlineOf, ratesOf, rosterCell, type RosterModel, type Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import type { CleanUp } from "./clean-up.js";
import { rateSentence } from "./rates.js";

/** What a reader does about what is marked. */
export interface ReviewActs {
  unmark(row: number): void;
  remove(addition: CorrectionAddition): void;
  add(form: HTMLFormElement): void;
  save(form: "csv" | "json" | "print"): void;
}

interface ReviewOptions {
  model: RosterModel;
  clean: CleanUp;
  say: Say;
  acts: ReviewActs;
}

/** All marks as a list, and the ways to take them along. */
export function drawReview(options: ReviewOptions): TemplateResult {
  const { model, clean, say, acts } = options;
  const words = say.words.roster;
  const { document } = model;
  const { rows, additions } = clean.marks;
  const { least, most } = ratesOf(document, clean.marks);
  const listed = [...rows].sort(([a], [b]) => a - b).slice(0, clean.listed);
  const due = deadlineOf(document);
  const about = (row: number) =>
    words.repeatsRow(document.rows.teacher[row]!, rosterCell(model, row, "course", say), rosterCell(model, row, "school", say));
  return html`<section class="panel-box" id="review" tabindex="-1" aria-label=${words.reviewTitle}>
    <p class="panel-title">${words.reviewTitle}</p>
    <p>${rateSentence(options)}${least.met === most.met ? nothing : html` <span class="quiet">${words.rateOpen}</span>`}</p>
    <ul class="entries">${listed.map(
      ([row, { mark, keep, account, note }]) =>
        html`<li><span><b dir="auto">${about(row)}</b><br />${words.mark[mark satisfies CorrectionMark]}${keep === undefined ? nothing : html` · ${words.keep}: <span dir="auto">${about(keep)}</span>`}${account ? html` · <span dir="auto">${account}</span>` : nothing}${note ? html` · <span dir="auto">${note}</span>` : nothing}</span>
          <button type="button" @click=${() => acts.unmark(row)}>${words.takeOff}</button></li>`,
    )}${additions.map(
      (one) =>
        html`<li><span><b dir="auto">${words.repeatsRow(one.teacher, document.courses.name[document.courses.id.indexOf(one.course)] ?? "", one.school)}</b><br />${words.addTitle} · <span dir="auto">${one.account}</span>${one.note ? html` · <span dir="auto">${one.note}</span>` : nothing}</span>
          <button type="button" @click=${() => acts.remove(one)}>${words.takeAway}</button></li>`,
    )}</ul>
    ${rows.size > listed.length ? html`<p><button type="button" @click=${() => clean.more()}>${words.more(say.number(Math.min(50, rows.size - listed.length)))}</button></p>` : nothing}
    <p class="buttons">
      <button type="button" name="csv" class="primary" @click=${() => acts.save("csv")}>${words.exportCsv}</button>
      <button type="button" name="json" @click=${() => acts.save("json")}>${words.exportJson}</button>
      <button type="button" name="print" @click=${() => acts.save("print")}>${words.printMarks}</button>
    </p>
    <p class="quiet">${clean.saved ? words.saved : words.unsaved} ${words.exportHint}</p>
    ${document.actions
      .filter(({ kind }) => kind === "corrections" || kind === "survey")
      .map(
        ({ label, href, due: day }) =>
          html`<p>${words.send}: <a href=${href} rel="noopener" dir="auto">${label}</a>${day && due ? html` <span class="quiet">${say.words.caption.due(say.day(day))}</span>` : nothing}</p>`,
      )}
  </section>`;
}

/** A teacher who is not on the roster. */
export function drawAddition({ model, clean, say, acts }: ReviewOptions): TemplateResult {
  const words = say.words.roster;
  const { faults } = clean;
  const { courses } = model.document;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.add(event.target as HTMLFormElement);
  };
  const field = (name: "teacher" | "account" | "school" | "district" | "workshop" | "note", most: number, needed: boolean) =>
    html`<label class="field"><span>${words.addField[name]}</span><input name=${name} type=${name === "account" ? "email" : "text"} maxlength=${most} autocomplete="off" spellcheck="false" aria-required=${needed ? "true" : nothing} aria-invalid=${faults[name] ? "true" : nothing} aria-describedby=${faults[name] ? `add-${name}` : nothing} />${faults[name] ? html`<span class="fault" id=${`add-${name}`}>${faults[name]}</span>` : nothing}</label>`;
  return html`<section class="panel-box" id="add" tabindex="-1" aria-label=${words.addTitle}>
    <p class="panel-title">${words.addTitle}</p><p class="quiet">${words.addHint}</p>
    <form class="add-form" novalidate @submit=${submit}>
      ${field("teacher", 160, true)}${field("account", 254, true)}${field("school", 160, true)}${field("district", 160, false)}
      <label class="field"><span>${words.addField.course}</span><select name="course">${courses.id.map((id, at) => html`<option value=${id}>${courses.name[at]}</option>`)}</select></label>
      ${field("workshop", 160, false)}${field("note", 400, false)}
      <p class="buttons"><button type="submit" class="primary">${words.addDo}</button></p>
    </form>
  </section>`;
}
