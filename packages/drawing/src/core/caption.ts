import type { Action, Envelope, Note } from "@vitrine/contract";
import type { Say } from "./say.js";

/** What stands around a picture. Each host wraps it itself; the words are the same everywhere. */
export interface Caption {
  title: string;
  summary: string;
  /** Place, period, status: what the figure is of. */
  scope: string;
  /** Source, date of the data, revision. */
  source: string;
  provisional: boolean;
  notes: Note[];
  actions: Action[];
}

/** @param drawn the sentence the picture makes of its figures; the author's own summary stands before it */
export function caption(document: Envelope, drawn: string, say: Say): Caption {
  const { words } = say;
  return {
    title: document.title,
    summary: document.summary ? `${document.summary} ${drawn}` : drawn,
    scope: [document.scope.name, words.caption.period(document.period.label), words.status[document.status]].join(" · "),
    source: [
      words.caption.source(say.list(document.sources.map(({ name }) => name))),
      words.caption.asOf(say.day(document.asOf)),
      words.caption.revision(say.number(document.revision)),
    ].join(" · "),
    provisional: document.status === "provisional",
    notes: document.notes,
    actions: document.actions,
  };
}
