import type { Action, VitrineDocument } from "@vitrine/contract";
import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { altOf } from "../figure.js";
import type { Image } from "../served.js";
import { actionText, mailFigure, type Room } from "./figure.js";
import { breakable, ground, type } from "./look.js";
import { drawMailTable } from "./table.js";
import type { MailWords } from "./words/index.js";

export interface BlockOptions {
  say: Say;
  words: MailWords;
  /** The picture as the letter names it: an address, a file beside it or an attachment. None where the font has no letters for it. */
  image?: Image;
  /** Page where the figure is live. */
  live?: string;
  room?: Room;
  /** Level of its heading in the letter; 2 when left out. */
  heading?: 1 | 2;
}

const paragraph = (text: unknown, style: string, below = 0) => html`<p style=${`margin:0 0 ${below}px;${style}`}>${text}</p>`;
const headingStyle = `margin:0 0 4px;${type(20, "ink", "bold ")}`;
const link = (href: string, text: string) => html`<a href=${href} style=${type(14, "accent")}>${text}</a>`;

const drawCall = (call: Action, say: Say) =>
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor=${ground("accent").bgcolor} style=${`${ground("accent").style};padding:12px 20px`}><a href=${call.href} style=${`${type(16, "paper", "bold ")};text-decoration:none`}>${actionText(call, say)}</a></td></tr></table>`;

/**
 * A document as a block for a letter: title, sentence, picture, figures as a table, source, what to do. Tables, inline styles and one picture,
 * so that it stands in every mail program and in what editors paste into; complete where pictures are off.
 */
export function drawBlock(document: VitrineDocument, { say, words, image, live, room, heading = 2 }: BlockOptions): TemplateResult {
  const { title, scope, summary, key, target, tables, source, notes, call, actions } = mailFigure(document, say, words, room);
  const { bgcolor, style } = ground("paper");
  const cell = (content: unknown, padding: string) => html`<tr><td style=${`padding:${padding}`}>${content}</td></tr>
`;
  const links = [
    ...(live === undefined ? [] : [link(live, words.live)]),
    ...actions.map((action) => link(action.href, actionText(action, say))),
  ];
  return html`<table role="presentation" lang=${say.locale} dir=${say.direction} width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor=${bgcolor} style=${style}>
${cell(
  html`${heading === 1 ? html`<h1 style=${headingStyle}>${breakable(title)}</h1>` : html`<h2 style=${headingStyle}>${breakable(title)}</h2>`}
${paragraph(breakable(scope), type(12, "quiet"), 12)}
${paragraph(breakable(summary), type(16))}`,
  "16px 16px 12px",
)}${
    image
      ? cell(
          html`<img src=${image.src} alt=${altOf(document, say)} width=${image.width} height=${image.height} style=${`display:block;width:100%;height:auto;border:0;${type(14, "quiet")}`}>`,
          "0",
        )
      : nothing
  }${cell(
    html`${key.length > 0 ? paragraph(key.join(" "), type(12, "quiet"), 4) : nothing}${tables.map(
      (table) => html`${drawMailTable(table, target, say, words)}
`,
    )}${paragraph(breakable(source), `${type(12, "quiet")};padding:12px 0 0`)}
${notes.map(({ title, text }) => paragraph(html`<b>${breakable(title)}</b> ${breakable(text)}`, `${type(12, "quiet")};padding:8px 0 0`))}`,
    "12px 16px 16px",
  )}${call ? cell(drawCall(call, say), "0 16px 16px") : nothing}${
    links.length > 0
      ? cell(
          paragraph(
            links.map((one, at) => html`${at > 0 ? html` &nbsp; ` : nothing}${one}`),
            type(14, "quiet"),
          ),
          "0 16px 16px",
        )
      : nothing
  }</table>`;
}
