import { cell, correctionMarks, type CorrectionMark, type RosterDocument } from "@vitrine/contract";
import { foldText, keptRows, rosterCell, whyNot, type RosterColumn, type RosterModel, type Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import type { CleanUp, FormOwner } from "./clean-up.js";
import { markIcon } from "./mark-icon.js";

/** What a reader does about rows. */
export interface MarkActs {
  mark(rows: readonly number[], form: HTMLFormElement): void;
  unmark(row: number): void;
  pass(row: number): void;
}

interface DetailOptions {
  model: RosterModel;
  clean: CleanUp;
  say: Say;
  acts: MarkActs;
}

const facts: readonly RosterColumn[] = [
  "school",
  "district",
  "course",
  "year",
  "workshop",
  "students",
  "bar",
  "unit",
  "participation",
  "account",
];

const rowName = (model: RosterModel, row: number, say: Say): string =>
  say.words.roster.repeatsRow(
    rosterCell(model, row, "teacher", say),
    rosterCell(model, row, "course", say),
    rosterCell(model, row, "school", say),
  );

/** All that is known of one row, what was found in it, and what can be done about it. */
export function drawDetail(options: DetailOptions, row: number): TemplateResult {
  const { model, clean, say, acts } = options;
  const { document } = model;
  const words = say.words.roster;
  const { workshops } = document;
  const workshop = document.rows.workshop[row]!;
  const days = say.words.range(say.day(workshops.from[workshop]!), say.day(workshops.to[workshop]!));
  const others = otherRows(document, row);
  const said: [string, string][] = [
    ...facts
      .filter((column) => column !== "account" || document.rows.account)
      .map((column): [string, string] => {
        const text = rosterCell(model, row, column, say);
        return [words.column[column], column === "workshop" ? `${text}, ${days}` : text];
      }),
    [words.consent, say.day(cell(document.rows.consentOn, row))],
    [words.rate, words.counted[cell(document.rows.counted, row)]],
  ];
  const mark = clean.marks.rows.get(row);
  const flags = model.flagsOf(row);
  return html`<div class="card" role="group" aria-label=${words.details(document.rows.teacher[row]!)}>
    <dl class="facts">${said.map(([name, text]) => html`<div><dt>${name}</dt><dd dir="auto">${text}</dd></div>`)}</dl>
    <div class="doing">
      ${flags.length > 0 ? html`<ul class="flags">${flags.map((flag) => html`<li><b>${words.flag[flag]}.</b> ${words.flagMeans[flag]}</li>`)}</ul>` : nothing}
      ${others.length > 0 && flags.some((flag) => flag.startsWith("duplicate")) ? html`<p class="quiet">${words.repeats}: ${others.slice(0, 5).map((one) => html`<span dir="auto" class="other">${rowName(model, one, say)}</span>`)}</p>` : nothing}
      ${
        mark
          ? html`<p class="given">${markIcon} <b>${words.mark[mark.mark]}</b>${mark.keep === undefined ? nothing : html`<br />${words.keep}: <span dir="auto">${rowName(model, mark.keep, say)}</span>`}${mark.account ? html`<br />${words.account}: <span dir="auto">${mark.account}</span>` : nothing}${mark.note ? html`<br /><span dir="auto">${mark.note}</span>` : nothing}</p>
            <p><button type="button" class="take-off" @click=${() => acts.unmark(row)}>${words.takeOff}</button></p>`
          : drawMarkForm(options, [row], words.markRow(document.rows.teacher[row]!), "row")
      }
      ${mark || flags.length === 0 || clean.marks.fine.has(row) ? nothing : html`<p><button type="button" class="fine" @click=${() => acts.pass(row)}>${words.fine}</button></p>`}
    </div>
  </div>`;
}

/** Marks for a row or for all that are selected. What cannot be marked says why. */
export function drawMarkForm(
  { model, clean, say, acts }: DetailOptions,
  rows: readonly number[],
  legend: string,
  form: FormOwner,
): TemplateResult {
  const { document } = model;
  const words = say.words.roster;
  const { marks } = clean;
  const draft = clean.draft?.form === form ? clean.draft.mark : undefined;
  const faults = draft ? clean.faults : {};
  const refusal = (mark: CorrectionMark) => {
    const first = whyNot(document, marks, rows[0]!, mark, undefined, kept);
    // Of several rows with one to keep, that one is not asked.
    return first && rows.every((row) => whyNot(document, marks, row, mark, undefined, kept)) ? words.whyNot[first] : undefined;
  };
  const kept = keptRows(marks);
  const single = rows.length === 1;
  const keeps = single ? otherRows(document, rows[0]!) : rows;
  const fault = (key: string) => (faults[key] ? html`<span class="fault" id=${`fault-${form}-${key}`}>${faults[key]}</span>` : nothing);
  const described = (key: string) => (faults[key] ? `fault-${form}-${key}` : nothing);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.mark(rows, event.target as HTMLFormElement);
  };
  return html`<form class="mark-form" novalidate @submit=${submit}><fieldset><legend>${legend}</legend>
    ${correctionMarks.map((mark) => {
      const why = refusal(mark);
      return html`<label class=${`option${why ? " not" : ""}`}><input type="radio" name="mark" value=${mark} .checked=${draft === mark} ?disabled=${why !== undefined} aria-describedby=${`hint-${form}-${mark}`} @change=${() => clean.choose(mark, form)} /><span><b>${words.mark[mark]}</b><span class="hint" id=${`hint-${form}-${mark}`}>${why ?? words.markHint[mark]}</span></span></label>
      ${
        draft !== mark
          ? nothing
          : mark === "remove-duplicate"
            ? keeps.length === 0
              ? html`<p class="inset quiet" role="note">${words.keepNone}</p>`
              : html`<label class="field inset"><span>${words.keep}</span><select name="keep">${keeps.map((row) => html`<option value=${row}>${rowName(model, row, say)}</option>`)}</select>${fault("keep")}</label>`
            : mark === "link-another-account"
              ? html`<label class="field inset"><span>${words.account}</span><input name="account" type="email" autocomplete="off" spellcheck="false" placeholder=${words.accountHint} aria-invalid=${faults["account"] ? "true" : nothing} aria-describedby=${described("account")} />${fault("account")}</label>`
              : nothing
      }`;
    })}
    ${
      draft
        ? html`<label class="field inset"><span>${words.note}</span><input name="note" maxlength="400" autocomplete="off" placeholder=${words.noteHint} aria-invalid=${faults["note"] ? "true" : nothing} aria-describedby=${described("note")} />${fault("note")}</label>
          <p class="inset"><button type="submit" class="primary" ?disabled=${draft === "remove-duplicate" && keeps.length === 0}>${words.apply}</button></p>`
        : nothing
    }
  </fieldset></form>`;
}

/** Other rows that may be the same teacher: what the publisher found, then rows of the same name. */
function otherRows({ rows }: RosterDocument, row: number): number[] {
  const found = new Set<number>();
  rows.repeats.row.forEach((one, at) => {
    const of = rows.repeats.of[at]!;
    if (one === row) found.add(of);
    if (of === row) found.add(one);
  });
  const name = foldText(rows.teacher[row]!);
  rows.teacher.forEach((teacher, one) => foldText(teacher) === name && found.add(one));
  found.delete(row);
  return [...found];
}
