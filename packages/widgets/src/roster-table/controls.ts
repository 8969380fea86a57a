import { rosterFlags, rosterStages } from "@vitrine/contract";
import { bars, rosterFilters, type RosterColumn, type RosterFacets, type RosterFilter, type RosterRows, type Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { columnsOf } from "./columns.js";
import { stageIcon } from "./icons.js";
import type { Desk } from "./desk.js";
import { toggled, type Look } from "./look.js";

/** More choices than these stand in a list rather than side by side. */
const manyChoices = 8;

/** Has an act carried out, at once or when what carries it out is there. */
export type Act = (what: (desk: Desk) => void) => void;

interface ControlOptions {
  model: RosterRows;
  look: Look;
  columns: ReadonlySet<RosterColumn>;
  say: Say;
  /** Whether there is room for every filter at once. */
  roomy: boolean;
  /** Whether long lists of choices have all of them; else the one that is seen. */
  whole: boolean;
  act: Act;
}

function choicesOf({ document }: RosterRows, filter: RosterFilter, say: Say): readonly string[] {
  const words = say.words.roster;
  switch (filter) {
    case "stage":
      return rosterStages.map((stage) => words.stage[stage]);
    case "bar":
      return bars.map((bar) => words.bar[bar]);
    case "flag":
      return rosterFlags.map((flag) => words.flag[flag]);
    case "course":
      return document.courses.name;
    case "year":
      return document.rows.schoolYear.values;
    case "district":
      return document.districts.name;
  }
}

/** Search, filters with counts, groups and columns. */
export function drawControls(options: ControlOptions): TemplateResult {
  const { model, look, columns, say, roomy, act } = options;
  const words = say.words.roster;
  const { facets } = look.rows();
  const { whole } = model;
  const shown = rosterFilters.filter((filter) => filter === "stage" || filter === "flag" || whole[filter].filter(Boolean).length > 1);
  const first: readonly RosterFilter[] = roomy ? shown : shown.filter((filter) => filter === "stage" || filter === "flag");
  const rest = shown.filter((filter) => !first.includes(filter));
  const active = rest.filter((filter) => look.query.chosen[filter].size > 0).length;
  const draw = (filter: RosterFilter) => drawFilter(options, filter, facets, whole);
  return html`<div class="tools">
      <label class="field search"><span>${words.search}</span><input type="search" autocomplete="off" spellcheck="false" placeholder=${words.searchHint} .value=${look.query.text} @input=${({ target }: Event) => act(({ look }) => look.ask({ text: (target as HTMLInputElement).value }))} /></label>
      <label class="field"><span>${words.groupBy}</span><select @change=${({ target }: Event) => act(({ look }) => look.group(target as HTMLSelectElement))}>
        ${(["none", "school", "district"] as const).map((one) => html`<option value=${one === "none" ? "" : one} ?selected=${(look.grouping ?? "none") === one}>${words.group[one]}</option>`)}
      </select></label>
      <details class="drop columns"><summary>${words.columns}</summary><div class="sheet" role="group" aria-label=${words.columns}>${columnsOf(
        model,
      )
        .filter((column) => column !== "teacher")
        .map(
          (column) =>
            html`<label><input type="checkbox" .checked=${live(columns.has(column))} @change=${() => act(({ look }) => look.show(toggled(columns, column)))} /> ${words.column[column]}</label>`,
        )}</div></details>
    </div>
    <div class="filters" role="group" aria-label=${words.filters}>${first.map(draw)}
      ${rest.length === 0 ? nothing : html`<details class="rest"><summary>${words.filters}${active > 0 ? html` <span class="badge">${say.number(active)}</span>` : nothing}</summary>${rest.map(draw)}</details>`}
    </div>`;
}

function drawFilter(
  { look, model, say, whole: filled, act }: ControlOptions,
  filter: RosterFilter,
  facets: RosterFacets,
  whole: RosterFacets,
): TemplateResult {
  const words = say.words.roster;
  const chosen = look.query.chosen[filter];
  const names = choicesOf(model, filter, say);
  const there = names.flatMap((_, at) => (whole[filter][at]! > 0 || chosen.has(at) ? [at] : []));
  const count = (at: number) => say.number(facets[filter][at]!);
  if (there.length === 0) return html``;
  if (there.length > manyChoices) {
    const shown = new Set(there);
    const sorted = filled ? orderOf(names, model).filter((at) => shown.has(at)) : chosen;
    const pick = ({ target }: Event) =>
      act((desk) => {
        const { value } = target as HTMLSelectElement;
        desk.look.choose(filter, new Set(value ? [Number(value)] : []));
      });
    return html`<label class="field inline"><span>${words.filter[filter]}</span><select class="long" @change=${pick}><option value="" ?selected=${chosen.size === 0}>${words.all}</option>${Array.from(sorted, (at) => html`<option value=${at} ?selected=${chosen.has(at)}>${names[at]} (${count(at)})</option>`)}</select></label>`;
  }
  return html`<div class="chips" role="group" aria-label=${words.filter[filter]}><span class="label" aria-hidden="true">${words.filter[filter]}</span>${there.map(
    (at) =>
      html`<button type="button" class="chip" aria-pressed=${chosen.has(at) ? "true" : "false"} @click=${() => act((desk) => desk.look.choose(filter, toggled(desk.look.query.chosen[filter], at)))}>${filter === "stage" ? stageIcon(rosterStages[at]!) : nothing}<span dir="auto">${names[at]}</span> <span class="count">${count(at)}</span></button>`,
  )}</div>`;
}

/** Places of a long list of names in the order of a language. Asked for at every letter of a search, worked out once. */
const orders = new WeakMap<readonly string[], { locale: string; order: readonly number[] }>();
function orderOf(names: readonly string[], { locale, inOrder }: RosterRows): readonly number[] {
  const known = orders.get(names);
  if (known?.locale === locale) return known.order;
  const order = inOrder(names);
  orders.set(names, { locale, order });
  return order;
}

/** What the filters let through, in words: the first thing above the rows. */
export function shownSentence(model: RosterRows, look: Look, say: Say): string {
  const { rows, met, notStarted, look: flagged, leftOut } = look.rows().tally;
  return say.words.roster.shown({
    rows: say.number(rows),
    all: say.number(model.size),
    met: say.number(met),
    notStarted: say.number(notStarted),
    look: say.number(flagged),
    ...(leftOut > 0 ? { out: say.number(leftOut) } : {}),
    count: rows,
  });
}
