import type { VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { html } from "@lit-labs/ssr";
import { nothing, type TemplateResult } from "lit";
import { toHtml } from "../markup.js";
import { Refused } from "../refused.js";
import { assertShowable } from "../render.js";
import type { Image } from "../served.js";
import { drawBlock } from "./block.js";
import { allRoom, type Room } from "./figure.js";
import { breakable, ground, type } from "./look.js";
import { textBlock } from "./text.js";
import { mailWords, type MailWords } from "./words/index.js";

/** A figure of a letter. */
export interface Part {
  document: VitrineDocument;
  image?: Image;
  live?: string;
}
export interface Letter {
  title: string;
  html: string;
  text: string;
}

/** Gmail hides what stands behind 102 kB; what programs add on the way needs the rest. */
const mostBytes = 90_000;

/** From everything down: shorter tables, in the document's own order, before any figure is left out. */
const rooms: readonly Room[] = [
  allRoom,
  ...[40, 30, 20, 15, 10, 8, 6, 5, 4, 3].map((rows) => ({ rows, notes: true })),
  { rows: 3, notes: false },
];

/** The fullest text that a mail program shows whole. */
function fitted(make: (room: Room) => string): { markup: string; room: Room } {
  for (const room of rooms) {
    const markup = make(room);
    if (Buffer.byteLength(markup) <= mostBytes) return { markup, room };
  }
  throw new Refused("letter", "This letter would be longer than mail programs show; give fewer documents, and make two letters.");
}

function drawContents(parts: readonly Part[], words: MailWords): TemplateResult {
  const entry = ({ document: { title }, live }: Part) =>
    html`<tr><td style=${`padding:4px 0 0;${type(14)}`}>${live === undefined ? breakable(title) : html`<a href=${live} style=${type(14, "accent")}>${breakable(title)}</a>`}</td></tr>
`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0">
<tr><td style=${type(12, "quiet", "bold ")}>${words.contents}</td></tr>
${parts.map(entry)}</table>`;
}

/**
 * A whole letter, 600 CSS pixels wide and narrower on a phone. Empty cells keep it in the middle: the widest one gives way first, and no program
 * needs a style for that. The body has no tag of its own, as HTML allows: some programs drop that tag with all it says.
 */
function letterPage(parts: readonly Part[], title: string, say: Say, words: MailWords, room: Room): string {
  const { bgcolor, style } = ground("paper");
  const several = parts.length > 1;
  return (
    toHtml(html`<!DOCTYPE html>
<html lang=${say.locale} dir=${say.direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
</head>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor=${bgcolor} style=${style}><tr><td></td><td width="600">
${
  several
    ? html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="padding:24px 16px 16px"><h1 style=${`margin:0 0 12px;${type(28, "ink", "bold ")}`}>${title}</h1>
${drawContents(parts, words)}</td></tr></table>
`
    : nothing
}${parts.map(
      ({ document, image, live }, at) => html`${
        at > 0 || several
          ? html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="padding:16px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor=${ground("line").bgcolor} style=${`${ground("line").style};font-size:1px;line-height:2px`}>&nbsp;</td></tr></table></td></tr></table>
`
          : nothing
      }${drawBlock(document, { say, words, room, heading: several ? 2 : 1, ...(image && { image }), ...(live !== undefined && { live }) })}
`,
    )}</td><td></td></tr></table>
</html>`) + "\n"
  );
}

/**
 * One figure as a block to paste, in HTML and in plain text. Who gives a partner's document gives the block to nobody else.
 * @param part the document, its picture and the page where it is live
 */
export function blockOf({ document, image, live }: Part, say: Say): Omit<Letter, "title"> {
  assertShowable(document);
  const options = { say, words: mailWords(say), ...(live !== undefined && { live }) };
  const { markup, room } = fitted((room) => `${toHtml(drawBlock(document, { ...options, room, ...(image && { image }) }))}\n`);
  return { html: markup, text: `${textBlock(document, { ...options, room })}\n` };
}

/** Figures as one letter, in HTML and in plain text, with a table of contents when there are several. */
export function letterOf(parts: readonly Part[], say: Say): Letter {
  for (const { document } of parts) assertShowable(document);
  const words = mailWords(say);
  const title = parts.length === 1 ? parts[0]!.document.title : words.letter;
  const { markup, room } = fitted((room) => letterPage(parts, title, say, words, room));
  const contents =
    parts.length === 1 ? [] : [title, [`${words.contents}:`, ...parts.map(({ document }) => `- ${document.title}`)].join("\n")];
  const blocks = parts.map(({ document, live }) => textBlock(document, { say, words, room, ...(live !== undefined && { live }) }));
  return { title, html: markup, text: `${[...contents, ...blocks].join("\n\n\n")}\n` };
}
