import type { VitrineDocument } from "@vitrine/contract";
import type { BlockOptions } from "./block.js";
import { actionText, mailFigure } from "./figure.js";

const width = 72;

/** Lines of words at most 72 signs long, the later ones indented; a longer word, as an address, has a line of its own. */
function fold(text: string, indent = ""): string {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(lines.length > 0 ? indent + word : word);
  }
  return lines.join("\n");
}

/** A document as plain text for a letter: the same words and figures as its block, without lengths. */
export function textBlock(document: VitrineDocument, { say, words, live, room }: Omit<BlockOptions, "image">): string {
  const { title, scope, summary, tables, source, notes, call, actions } = mailFigure(document, say, words, room);
  const name = fold(title);
  return [
    `${name}\n${"=".repeat(Math.max(...name.split("\n").map(({ length }) => length)))}\n${fold(scope)}`,
    fold(summary),
    ...tables.map(({ name, figure, rows, of }) =>
      [
        fold(say.words.map.item(name, figure)),
        ...rows.map((row) => fold(`- ${[say.words.map.item(row.name, row.figure), ...row.rest].join(" · ")}`, "  ")),
        ...(of === undefined ? [] : [words.rows(say.number(rows.length), say.number(of))]),
      ].join("\n"),
    ),
    fold(source),
    ...notes.map(({ title, text }) => fold(say.words.map.item(title, text))),
    ...[...(call ? [call] : []), ...actions].map((action) => `${fold(say.words.map.item(actionText(action, say), ""))}\n${action.href}`),
    ...(live === undefined ? [] : [`${words.live}:\n${live}`]),
  ].join("\n\n");
}
