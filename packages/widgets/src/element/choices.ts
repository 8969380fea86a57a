import type { Envelope } from "@vitrine/contract";
import { toCsv, type Caption, type Frame, type Say, type Table } from "@vitrine/drawing";
import { html } from "lit";
import { foot, head, notes, tables } from "./caption.js";
import type { Choice, Outcome } from "./menu.js";

/** What a file needs to know of the figure in view. */
export interface Subject {
  /** Name of the files, without ending. */
  name: string;
  document: Envelope;
  say: Say;
  says: Caption;
  tables: Table[];
  /** The drawing for a file or for paper. */
  draw(width: number): { frame: Frame; drawing: unknown };
  /** What an embed code is made of; left out where the figure has no address of its own or is for a partner. */
  embed: { tag: string; script: string | undefined; address: string } | undefined;
  root: HTMLElement | DocumentFragment;
}

/** The part of the library that makes files; fetched when a menu is first opened. */
export const takeAway = () => import("./take-away.js");

/** What a reader can take away, in the menu's order. None of it leaves the reader's own machine. */
export function choices(subject: Subject): Choice[] {
  const { name, document, say, says, tables: list, embed } = subject;
  const { element: words } = say.words;
  const choice = (key: "csv" | "svg" | "png" | "embed" | "print", run: () => Promise<Outcome | void>): Choice => ({
    name: key,
    label: words[key],
    run: () =>
      run().then(
        (outcome) => outcome ?? {},
        () => ({ notice: words.notMade }),
      ),
  });
  const svg = async () => {
    const { drawing, frame } = subject.draw(800);
    return (await takeAway()).svgText(drawing, says, frame);
  };
  const csv = async () => {
    const { save } = await takeAway();
    // Without a byte order mark spreadsheets read accents wrongly.
    save(`${name}.csv`, new Blob(["\ufeff", toCsv(list)], { type: "text/csv" }));
  };
  const copy = async (about: NonNullable<Subject["embed"]>) => {
    const { embedCode } = await takeAway();
    const code = embedCode(about.tag, about.script, about.address, says);
    try {
      await navigator.clipboard.writeText(code);
      return { code, notice: words.copied };
    } catch {
      return { code, notice: words.copyByHand };
    }
  };
  const print = async () => {
    const { printAlone } = await takeAway();
    const content = html`${head(says, 2)}<div part="picture">${subject.draw(680).drawing}</div>${foot(says)}${notes(document.notes, say)}${tables(list)}`;
    await printAlone(subject.root, content, says.title, say.locale, say.direction);
  };
  return [
    choice("csv", csv),
    choice("svg", async () => (await takeAway()).save(`${name}.svg`, new Blob([await svg()], { type: "image/svg+xml" }))),
    choice("png", async () => {
      const { save, toPng } = await takeAway();
      save(`${name}.png`, await toPng(await svg()));
    }),
    ...(embed ? [choice("embed", () => copy(embed))] : []),
    choice("print", print),
  ];
}
