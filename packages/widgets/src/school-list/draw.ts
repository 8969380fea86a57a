import {
  accessStatuses,
  schoolActivities,
  schoolLevels,
  type AccessStatus,
  type SchoolActivity,
  type SchoolLevel,
} from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import type { ListDesk } from "./browse.js";
import { statusMark } from "./mark.js";
import { recruits, type Facets, type Query, type SchoolModel, type SortKey } from "./model.js";

/** How many rows are listed at first, and with each "show more": under a map on a narrow page fewer. */
export const page = 100;
export const shortPage = 25;

export interface ListView {
  query: Query;
  /** Whether it leaves some out. */
  filtered: boolean;
  /** Rows the query lets through, in its order; see {@link SchoolModel.select}. */
  rows: Uint32Array;
  facets: Facets;
  /** How many pages of rows are listed. */
  pages: number;
  /** Row whose card is open. */
  open: number | undefined;
  /** What acts need, once it is there. */
  desk: ListDesk | undefined;
}

/** What a reader did with the list. */
export interface ListActs {
  ask: (change: Partial<Query>) => unknown;
  more: () => void;
  toggle: (row: number) => unknown;
  /** Shows the school on the map beside the list. */
  locate?: ((row: number) => unknown) | undefined;
}

export interface ListOptions {
  id: string;
  say: Say;
  /** Rows of a page. */
  page: number;
  /** Rows that may be drawn by now; all when left out. */
  most?: number;
  /** And areas to choose from. */
  choices?: number;
  /** The map has a search field of its own. */
  search: boolean;
  located: (row: number) => boolean;
  /** What is said besides of the last act. */
  notice?: string | undefined;
}

const sorts = ["name", "-name", "district", "status", "activity"] as const;

/** What makes the file is fetched when a reader wants it. */
const save = async (...of: Parameters<typeof import("./recruit.js").saveRecruits>) => (await import("./recruit.js")).saveRecruits(...of);

/** Search, filters with numbers, and the schools as a native table: the first hundred, then more on request. */
export function drawList(model: SchoolModel, view: ListView, acts: ListActs, options: ListOptions): TemplateResult {
  const { say, id } = options;
  const { list } = say.words;
  const { query, rows, desk } = view;
  const listed = view.pages * options.page;
  const shown = list.shown(say.number(rows.length), say.number(model.size));
  const { activity } = model.schools ?? {};
  return html`<section part="list" class="list" role="group" aria-label=${list.heading}>
    <div class="list-controls" role="group">
      ${
        options.search
          ? html`<label class="field"><span>${list.search}</span>
            <input type="search" autocomplete="off" .value=${query.text} @input=${(event: InputEvent) => acts.ask({ text: (event.target as HTMLInputElement).value })} /></label>`
          : nothing
      }
      ${drawFilters(model, view, acts, options)}
      <label class="field short"><span>${list.sort}</span>${drawSort(query, acts, say, activity !== undefined)}</label>
    </div>
    <p class="list-count"><span role="status" dir="auto">${shown}${options.notice && ` ${options.notice}`}</span>
      ${view.filtered ? desk?.drawClear(query, acts, options) : nothing}
      ${activity ? html`<button type="button" class="plain" title=${list.recruitHint} @click=${() => acts.ask({ ...recruits, sort: "district" })}>${list.recruit}</button>` : nothing}
      ${activity && rows.length > 0 ? html`<button type="button" class="plain" @click=${() => void save(model, rows, say)}>${list.recruitFile}</button>` : nothing}</p>
    ${rows.length === 0 ? html`<p class="quiet">${list.none}</p>` : drawRows(model, { ...view, rows: rows.subarray(0, Math.min(listed, options.most ?? listed)) }, acts, options, shown)}
    ${
      rows.length > listed
        ? html`<p class="list-more" id=${`${id}-more`}><span class="quiet" dir="auto">${list.listed(say.number(listed), say.number(rows.length))}</span>
          <button type="button" @click=${(event: Event) => more(event, listed, acts)}>${list.more(say.number(Math.min(options.page, rows.length - listed)))}</button></p>`
        : nothing
    }
  </section>`;
}

/** Lists more, and takes the reader to the first of them: the button may be gone. */
export function more(event: Event, listed: number, acts: Pick<ListActs, "more">): void {
  const list = (event.currentTarget as Element).closest(".list");
  acts.more();
  setTimeout(() => list?.querySelectorAll<HTMLElement>(".schools .name")[listed]?.focus());
}

function drawSort(query: Query, acts: ListActs, say: Say, active: boolean): TemplateResult {
  const now = `${query.descending ? "-" : ""}${query.sort}`;
  const sort = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.ask({ sort: value.replace("-", "") as SortKey, descending: value.startsWith("-") });
  };
  return html`<select @change=${sort}>${sorts.filter((key) => active || key !== "activity").map((key) => html`<option value=${key} ?selected=${key === now}>${say.words.list.sorts[key]}</option>`)}</select>`;
}

function drawFilters(
  { document }: SchoolModel,
  { query, facets }: ListView,
  acts: ListActs,
  { say, choices }: ListOptions,
): TemplateResult {
  const { list, access } = say.words;
  const { areas, schools } = document;
  const statuses = accessStatuses.filter((status) => schools?.status.values.includes(status));
  const levels = schoolLevels.filter((level) => schools?.level?.values.includes(level));
  const activities = schoolActivities.filter((activity) => schools?.activity?.values.includes(activity));
  const area = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    acts.ask({ areas: new Set(value ? [value] : []) });
  };
  return html`
    ${drawChips(
      list.filters.status,
      statuses,
      query.statuses,
      (statuses) => acts.ask({ statuses }),
      (status) =>
        html`${statusMark(status)} ${access.status[status]} <span class="number">${say.number(facets.status[accessStatuses.indexOf(status)]!)}</span>`,
    )}
    ${
      levels.length > 1
        ? drawChips(
            list.filters.level,
            levels,
            query.levels,
            (levels) => acts.ask({ levels }),
            (level) => html`${access.level[level]} <span class="number">${say.number(facets.level[schoolLevels.indexOf(level)]!)}</span>`,
          )
        : nothing
    }
    ${
      activities.length > 1
        ? drawChips(
            list.filters.activity,
            activities,
            query.activities,
            (activities) => acts.ask({ activities }),
            (activity) =>
              html`${access.activity[activity]} <span class="number">${say.number(facets.activity[schoolActivities.indexOf(activity)]!)}</span>`,
            // Its words for what is missing are those of the statuses.
            true,
          )
        : nothing
    }
    ${
      areas.id.length > 1
        ? html`<label class="field short"><span>${list.filters.area}</span><select @change=${area}>
          <option value="" ?selected=${query.areas.size === 0}>${list.allAreas}</option>
          ${areas.id.slice(0, choices).map((id, row) => html`<option value=${id} ?selected=${query.areas.has(id)}>${areas.name[row]} (${say.number(facets.area[row]!)})</option>`)}
        </select></label>`
        : nothing
    }`;
}

function drawChips<T extends AccessStatus | SchoolLevel | SchoolActivity>(
  label: string,
  all: readonly T[],
  chosen: ReadonlySet<T>,
  choose: (next: Set<T>) => void,
  text: (one: T) => TemplateResult,
  titled = false,
): TemplateResult {
  const toggle = (one: T) => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    choose(next);
  };
  return html`<div class="chips" role="group" aria-label=${label}>${titled ? html`<span class="quiet" aria-hidden="true">${label}</span>` : nothing}${all.map(
    (one) =>
      html`<button type="button" class="chip" aria-pressed=${chosen.has(one) ? "true" : "false"} @click=${() => toggle(one)}>${text(one)}</button>`,
  )}</div>`;
}

function drawRows(model: SchoolModel, view: ListView, acts: ListActs, options: ListOptions, caption: string): TemplateResult {
  const { say, id, located } = options;
  const { list, access } = say.words;
  const { query } = view;
  const sorted = (key: SortKey) => (query.sort === key ? (query.descending ? "descending" : "ascending") : nothing);
  const rows = [...view.rows];
  const active = model.schools?.activity !== undefined;
  const activityOf = (row: number) => access.activity[model.activityOf(row)!];
  return html`<table class="schools">
    <caption class="unseen">${caption}</caption>
    <thead><tr><th scope="col" aria-sort=${sorted("name")}>${list.columns.school}</th><th scope="col" class="wide" aria-sort=${sorted("district")}>${list.columns.district}</th>
      <th scope="col" class="wide" aria-sort=${sorted("status")}>${list.columns.status}</th>${active ? html`<th scope="col" class="wide" aria-sort=${sorted("activity")}>${list.columns.activity}</th>` : nothing}</tr></thead>
    <tbody>${rows.map((row) => {
      const open = row === view.open;
      const district = model.districtOf(row);
      return html`<tr data-row=${row} class=${open ? "open" : nothing}>
        <th scope="row"><button type="button" class="name" dir="auto" aria-expanded=${open ? "true" : "false"} aria-controls=${open ? `${id}-card-${row}` : nothing} @click=${() => acts.toggle(row)}>${model.schools?.name[row]}</button>
          <span class="narrow">${statusMark(model.statusOf(row))} <bdi>${access.status[model.statusOf(row)]}${district ? html` <span class="quiet">· <bdi>${district}</bdi></span>` : nothing}${active ? html` <span class="quiet">· ${activityOf(row)}</span>` : nothing}</bdi></span>${located(row) ? nothing : html`<span class="quiet unlocated">${list.unlocated}</span>`}</th>
        <td class="wide" dir="auto">${district}</td><td class="wide status">${statusMark(model.statusOf(row))} <span>${access.status[model.statusOf(row)]}</span></td>${active ? html`<td class="wide">${activityOf(row)}</td>` : nothing}</tr>
        ${open ? view.desk?.drawOpen(model, row, acts, options, active ? 4 : 3) : nothing}`;
    })}</tbody>
  </table>`;
}
