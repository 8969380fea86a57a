import type { Envelope } from "@vitrine/contract";
import { printFrame, toCsv, type Caption, type Frame, type Say, type Table, type Words } from "@vitrine/drawing";
import { take } from "@vitrine/drawing/words/en/take";
import { html } from "lit";
import { foot, head, notes, tables } from "./caption.js";
import { embedCode } from "./embed.js";
import { save, svgText, toPng } from "./export-picture.js";
import type { Choice, Outcome } from "./menu.js";
import { panelStyles } from "./panel.js";
import { printAlone } from "./print.js";
import { unseenStyles } from "./unseen.js";

export { Panel } from "./panel.js";

/** What the open menu looks like, and the frame that prints. */
export const styles = [panelStyles, unseenStyles];

/** English comes with this file, other languages come whole. */
export const taking = (say: Say): Words["take"] => (say.words as Partial<Words>).take ?? take;

/**
 * The address that a copied figure takes: on the pages of a site that show the publication of now, the stable one and not that of the revision
 * they were made of.
 */
const lasting = (address: string, root: Subject["root"]): string =>
  root instanceof ShadowRoot && root.host.closest('[data-here=""]') ? address.replace(/\/r\/[0-9a-f]{16}(?=\/documents\/)/, "") : address;

/** What a file needs to know of the figure in view. */
export interface Subject {
  /** Name of the files, without ending. */
  name: string;
  document: Envelope;
  say: Say;
  says: Caption;
  tables: Table[];
  /** Whether there is a picture to take away; a list has none. */
  pictured: boolean;
  /** The drawing for a file or for paper, or its promise. */
  draw(frame: Frame): unknown;
  /** What an embed code is made of; left out where the figure has no address of its own or is for a partner. */
  embed: { tag: string; script: string | undefined; address: string } | undefined;
  root: HTMLElement | DocumentFragment;
}

/** Whether a dashboard shows a part of the document: its address has the whole, which the text of the code would not fit. */
const isPart = ({ root }: Subject): boolean => root instanceof ShadowRoot && Object.hasOwn(root.host, "inView");

/**
 * What a reader can take away, in the menu's order. None of it leaves the reader's own machine. This and what it imports is a file of
 * its own, fetched when a reader comes to the menu.
 */
export function choices(subject: Subject): Choice[] {
  const { name, document, say, says, tables: list, embed } = subject;
  const words = taking(say);
  const choice = (key: "csv" | "svg" | "png" | "embed" | "print", run: () => Promise<Outcome | void>): Choice => ({
    name: key,
    label: words[key],
    run: () =>
      run().then(
        (outcome) => outcome ?? {},
        () => ({ notice: say.words.element.notMade }),
      ),
  });
  const frameOf = (width: number) => printFrame({ id: `${document.id}-file`, width, say });
  const svg = async () => {
    const frame = frameOf(800);
    return svgText(await subject.draw(frame), says, frame);
  };
  const copy = async (about: NonNullable<Subject["embed"]>) => {
    const code = embedCode(about.tag, about.script, lasting(about.address, subject.root), says);
    try {
      await navigator.clipboard.writeText(code);
      return { code, notice: words.copied };
    } catch {
      return { code, notice: words.copyByHand };
    }
  };
  return [
    // Without a byte order mark spreadsheets read accents wrongly.
    choice("csv", async () => save(`${name}.csv`, new Blob(["\ufeff", toCsv(list)], { type: "text/csv" }))),
    ...(subject.pictured
      ? [
          choice("svg", async () => save(`${name}.svg`, new Blob([await svg()], { type: "image/svg+xml" }))),
          choice("png", async () => save(`${name}.png`, await toPng(await svg()))),
        ]
      : []),
    ...(embed && !isPart(subject) ? [choice("embed", () => copy(embed))] : []),
    choice("print", async () => {
      const content = html`${head(says, 2)}<div part="picture">${await subject.draw(frameOf(680))}</div>${foot(says)}${notes(document.notes, say)}${tables(list)}`;
      await printAlone(subject.root, content, says.title, say.locale, say.direction);
    }),
  ];
}
