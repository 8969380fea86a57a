/** A mark that can be reached: named, and either a figure or a word that opens a note. */
const marks = "[data-key][aria-label]:is(svg *), [data-note]:is(svg *)";
export type Mark = SVGElement | HTMLElement;
const marksIn = (box: Element): Mark[] => [...box.querySelectorAll<Mark>(marks)];
const nameOf = (mark: Mark): string => `${mark.dataset["key"] ?? ""}/${mark.dataset["note"] ?? ""}`;

/** The mark an event comes from, or the group it stands in. */
const markAt = (event: Event): Mark | null => (event.target as Element).closest<Mark>("[data-key], [data-note]");

/** What happens to a picture's marks. */
export interface Marked {
  rightToLeft(): boolean;
  /** A reader points at this mark, or at none. */
  point(key: string | undefined): void;
  /** A reader chose this mark. */
  choose(mark: Mark): void;
}

/**
 * One tab stop for a whole picture, arrow keys from mark to mark in reading order. The drawing itself has no tab stops:
 * the same drawing stands in mail and on paper. Its functions listen once, on the box around the picture.
 */
export class Roam {
  #current = "";

  constructor(private readonly marked: Marked) {}

  /** After every drawing: the marks may be new. @param description id of the sentence that tells the keys */
  prepare(box: Element, description: string): void {
    const all = marksIn(box);
    if (all.length === 0) return;
    const current = all.find((mark) => nameOf(mark) === this.#current) ?? all[0];
    for (const mark of all) {
      const stop = mark === current ? "0" : "-1";
      if (mark.getAttribute("tabindex") !== stop) mark.setAttribute("tabindex", stop);
      if (mark.dataset["note"]) mark.setAttribute("role", "button");
    }
    for (const picture of new Set(all.map((mark) => mark.closest("svg:not(svg *)")!))) {
      // An image's children are hidden from assistive technology; a group's are not.
      picture.setAttribute("role", "group");
      const says = picture.getAttribute("aria-describedby")?.split(" ") ?? [];
      if (!says.includes(description)) picture.setAttribute("aria-describedby", [...says, description].join(" "));
    }
  }

  readonly over = (event: Event): void => this.marked.point(markAt(event)?.dataset["key"]);

  readonly leave = (): void => this.marked.point(undefined);

  readonly focus = (event: Event): void => {
    const mark = markAt(event);
    if (!mark) return;
    this.#current = nameOf(mark);
    for (const other of marksIn(event.currentTarget as Element)) other.setAttribute("tabindex", other === mark ? "0" : "-1");
    this.marked.point(mark.dataset["key"]);
  };

  readonly click = (event: Event): void => {
    const mark = markAt(event);
    if (mark) this.marked.choose(mark);
  };

  readonly key = (event: KeyboardEvent): void => {
    const mark = markAt(event);
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") this.leave();
    else if (event.key === "Enter" || event.key === " ") this.marked.choose(mark);
    else if (!this.#move(event.currentTarget as Element, event.key)) return;
    event.preventDefault();
  };

  /** Moves the focus for an arrow key, Home or End. Returns whether the key was one of these. */
  #move(box: Element, key: string): boolean {
    const all = marksIn(box);
    const at = all.findIndex((mark) => nameOf(mark) === this.#current);
    const [forward, back] = this.marked.rightToLeft() ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const to = { [forward!]: at + 1, ArrowDown: at + 1, [back!]: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[key];
    if (to === undefined) return false;
    all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
    return true;
  }
}
