/** A mark that can be reached: named, and either a figure or a word that opens a note. */
const marks = "svg [data-key][aria-label], svg [data-note]";
type Mark = SVGElement | HTMLElement;
const nameOf = (mark: Mark): string => `${mark.dataset["key"] ?? ""}/${mark.dataset["note"] ?? ""}`;

/** The mark an event comes from, or the group it stands in. */
export const markAt = (event: Event): Mark | undefined => {
  const mark = event.target instanceof Element ? event.target.closest<Mark>("[data-key], [data-note]") : null;
  return mark ?? undefined;
};

/**
 * One tab stop for a whole picture, arrow keys from mark to mark in reading order. The drawing itself has no tab stops:
 * the same drawing stands in mail and on paper.
 */
export class Roam {
  #current = "";

  /** After every drawing: the marks may be new. @param description id of the sentence that tells the keys */
  prepare(box: Element, description: string): void {
    const all = [...box.querySelectorAll<Mark>(marks)];
    if (all.length === 0) return;
    const current = all.find((mark) => nameOf(mark) === this.#current) ?? all[0];
    for (const mark of all) {
      mark.setAttribute("tabindex", mark === current ? "0" : "-1");
      mark.setAttribute("role", mark.dataset["note"] ? "button" : "img");
    }
    for (const picture of new Set(all.map((mark) => outermost(mark)))) {
      // An image's children are hidden from assistive technology; a group's are not.
      picture.setAttribute("role", "group");
      const says = picture.getAttribute("aria-describedby")?.split(" ") ?? [];
      if (!says.includes(description)) picture.setAttribute("aria-describedby", [...says, description].join(" "));
    }
  }

  /** The mark that has the tab stop now. */
  enter(box: Element, mark: Mark): void {
    this.#current = nameOf(mark);
    for (const other of box.querySelectorAll<Mark>(marks)) other.setAttribute("tabindex", other === mark ? "0" : "-1");
  }

  /** Moves the focus for an arrow key, Home or End. Returns whether the key was one of these. */
  move(box: Element, key: string, rightToLeft: boolean): boolean {
    const all = [...box.querySelectorAll<Mark>(marks)];
    const at = all.findIndex((mark) => nameOf(mark) === this.#current);
    const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
    const back = rightToLeft ? "ArrowRight" : "ArrowLeft";
    const to =
      key === forward || key === "ArrowDown"
        ? Math.min(at + 1, all.length - 1)
        : key === back || key === "ArrowUp"
          ? Math.max(at - 1, 0)
          : key === "Home"
            ? 0
            : key === "End"
              ? all.length - 1
              : -1;
    all[to]?.focus();
    return to >= 0;
  }
}

function outermost(mark: Mark): Element {
  let at: Element = mark;
  for (let next = at.closest("svg"); next; next = next.parentElement?.closest("svg") ?? null) at = next;
  return at;
}
