import type { CorrectionMark, RosterDocument } from "@vitrine/contract";
import { freshHistory, noMarks, redo, step, undo, type History, type Marks, type Template } from "@vitrine/drawing";

export type FormOwner = "row" | "chosen";
export type Panel = "mark" | "mail" | "add" | "review";

/** What a reader has marked in one roster, with every step back and forth, and what is open to mark more. */
export class CleanUp {
  panel: Panel | undefined;
  /** Chosen in a form, before it is sent off, and which form: that of a row or that of the selection. */
  draft: { mark: CorrectionMark; form: FormOwner } | undefined;
  /** What was wrong with a form, by field. */
  faults: Readonly<Record<string, string>> = {};
  /** The reader's own words for mail; else the template's. */
  template: Template | undefined;
  /** How many entries of a long list are shown. */
  listed = 50;
  #history: History = freshHistory;
  #saved: Marks = noMarks;
  #document: RosterDocument | undefined;

  constructor(private readonly changed: () => void) {}

  /** Takes the marks over to a newer revision: rows keep their ids. */
  follow(document: RosterDocument): void {
    const before = this.#document;
    this.#document = document;
    if (!before || before === document) return;
    if (before.id !== document.id) {
      this.#history = freshHistory;
      this.#saved = noMarks;
    } else if (this.#history.now !== noMarks) this.#history = { ...freshHistory, now: carried(this.#history.now, before, document) };
    this.panel = undefined;
  }

  get marks(): Marks {
    return this.#history.now;
  }
  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }
  get marked(): number {
    const { rows, additions } = this.marks;
    return rows.size + additions.length;
  }
  /** Something is marked that is in no file yet. */
  get unsaved(): boolean {
    const { rows, additions } = this.marks;
    const nothing = this.marked === 0 && this.#saved.rows.size + this.#saved.additions.length === 0;
    return !nothing && (rows !== this.#saved.rows || additions !== this.#saved.additions);
  }
  get saved(): boolean {
    return this.marked > 0 && !this.unsaved;
  }

  keepSaved(): void {
    this.#saved = this.marks;
    this.changed();
  }
  open(panel: Panel | undefined): void {
    this.panel = panel;
    this.draft = undefined;
    this.faults = {};
    this.listed = 50;
    this.changed();
  }
  choose(mark: CorrectionMark, form: FormOwner): void {
    this.draft = { mark, form };
    this.faults = {};
    this.changed();
  }
  object(faults: Readonly<Record<string, string>>): void {
    this.faults = faults;
    this.changed();
  }
  write(template: Template | undefined): void {
    this.template = template;
    this.changed();
  }
  more(): void {
    this.listed += 50;
    this.changed();
  }

  /** What is marked from now on. */
  step(next: Marks): void {
    this.#history = step(this.#history, next);
    this.draft = undefined;
    this.faults = {};
    this.changed();
  }
  undo(): void {
    this.#history = undo(this.#history);
    this.changed();
  }
  redo(): void {
    this.#history = redo(this.#history);
    this.changed();
  }
}

/** The same marks in another revision. A row that is gone takes its mark along. */
function carried({ rows, fine, additions }: Marks, before: RosterDocument, now: RosterDocument): Marks {
  const at = new Map(now.rows.id.map((id, row) => [id, row]));
  const moved = (row: number) => at.get(before.rows.id[row]!);
  return {
    additions,
    fine: new Set([...fine].flatMap((row) => moved(row) ?? [])),
    rows: new Map(
      [...rows].flatMap(([row, mark]) => {
        const [to, keep] = [moved(row), mark.keep === undefined ? undefined : moved(mark.keep)];
        if (to === undefined || (mark.keep !== undefined && keep === undefined)) return [];
        return [[to, keep === undefined ? mark : { ...mark, keep }]];
      }),
    ),
  };
}
