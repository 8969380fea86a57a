import type { Action, Note, VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { exhibitOf } from "../pictures.js";
import { captionOf } from "../sheet.js";
import type { Bar } from "./bars.js";
import type { MailWords } from "./words/index.js";

/** One row: its name, its bar, and what the table says of it, as finished text. */
export interface MailRow {
  name: string;
  bar?: Bar;
  /** The figure of the bar. */
  figure: string;
  /** The other columns, each with its heading: "Started: 42". */
  rest: string[];
}
export interface MailTable {
  name: string;
  figure: string;
  rows: MailRow[];
  /** Rows of the whole table, when not all are here. */
  of?: number;
}

/** A document as a letter says it: both its parts, HTML and plain text, say this and nothing else. */
export interface MailFigure {
  title: string;
  scope: string;
  summary: string;
  /** What lengths and signs of the bars mean. */
  key: string[];
  target?: number;
  tables: MailTable[];
  source: string;
  notes: Note[];
  /** The call of the letter, before the other actions. */
  call?: Action;
  actions: Action[];
}

/** How much of a document a letter holds. */
export interface Room {
  /** Rows of each table. */
  rows: number;
  notes: boolean;
}
export const allRoom: Room = { rows: Infinity, notes: true };

/** Notes without which a reader would take the figures wrongly; the others stand on the figure's page. */
const needed: readonly Note["kind"][] = ["definition", "known-issue", "correction"];

export function mailFigure(document: VitrineDocument, say: Say, words: MailWords, room: Room = allRoom): MailFigure {
  const exhibit = exhibitOf(document);
  const bars = exhibit.bars?.(document, say);
  const { title, scope, summary, source, notes, actions } = captionOf(document, { say });
  const call = actions.find(({ kind }) => kind === "survey");
  const tables = exhibit.picture.tabulate(document, say).map(({ caption, columns, rows }, at): MailTable => {
    const found = columns.findIndex(({ label }) => label === bars?.column);
    const main = found > 0 ? found : columns.length - 1;
    return {
      name: at === 0 ? columns[0]!.label : caption,
      figure: columns[main]!.label,
      rows: rows.slice(0, room.rows).map(({ key, cells }) => {
        const bar = bars?.of.get(key);
        // An absence that is that of the whole row is said once.
        const alike = cells.slice(1).every((cell) => cell.toLowerCase() === cells[main]!.toLowerCase());
        return {
          name: cells[0]!,
          ...(bar && { bar }),
          figure: cells[main]!,
          rest: cells.flatMap((cell, column) => {
            const { label } = columns[column]!;
            return alike || cell === "" || column === 0 || column === main || bars?.spare?.(label, cell)
              ? []
              : [say.words.map.item(label, cell)];
          }),
        };
      }),
      ...(rows.length > room.rows && { of: rows.length }),
    };
  });
  const drawn = tables.flatMap(({ rows }) => rows.flatMap(({ bar }) => bar ?? []));
  const banded = drawn.some((bar) => "low" in bar && bar.low < bar.high);
  const measured = drawn.some((bar) => "low" in bar);
  return {
    title,
    scope,
    summary,
    key: [
      ...(measured ? [words.scale(say.percent(0), say.percent(100))] : []),
      ...(measured && bars?.target ? [words.target(bars.target.label, say.percent(bars.target.share))] : []),
      ...(banded ? [words.between] : []),
    ],
    ...(bars?.target && { target: bars.target.share }),
    tables,
    source,
    notes: room.notes ? notes.filter(({ kind }) => needed.includes(kind)) : [],
    ...(call && { call }),
    actions: actions.filter((action) => action !== call),
  };
}

/** "Answer for your school (by December 15, 2026)" */
export const actionText = ({ label, due }: Action, say: Say): string =>
  due === undefined ? label : `${label} (${say.words.caption.due(say.day(due))})`;
