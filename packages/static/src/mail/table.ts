import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import { runsOf, type Bar, type Run } from "./bars.js";
import type { MailRow, MailTable } from "./figure.js";
import { breakable, ground, outlines, theme, type } from "./look.js";
import type { MailWords } from "./words/index.js";

const grounds: Readonly<Record<Run["look"], { bgcolor: string; style: string }>> = {
  met: ground("blue"),
  between: ground("seq2"),
  rest: ground("land"),
  target: ground("paper"),
};
const edge = `2px solid ${theme.blue}`;
/** A program that darkens a letter makes a dark line light; a dark ground would stay as it is, and be lost. */
const goal = `2px solid ${theme.ink}`;
const thin = "font-size:1px;line-height:10px";

function drawRun({ look, width, starts, ends }: Run): TemplateResult {
  const { bgcolor, style } = grounds[look];
  const side = look === "target" ? goal : edge;
  const edges = `${starts ? `border-left:${side};` : ""}${ends ? `border-right:${side};` : ""}`;
  return html`<td width=${`${width}%`} bgcolor=${bgcolor} style=${`${style};${edges}${thin}`}>&nbsp;</td>`;
}

/** A bar as cells; a missing figure is one outlined cell that has the whole width, and so measures nothing. */
function drawBar(bar: Bar, target: number | undefined): TemplateResult {
  const cells = "low" in bar ? runsOf(bar.low, bar.high, target).map(drawRun) : drawOutline(bar.absent);
  return html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>${cells}</tr></table>`;
}

function drawOutline(absent: keyof typeof outlines): TemplateResult {
  const border = `border:${outlines[absent]} ${theme.quiet}`;
  if (absent === "unknown") return html`<td align="center" style=${`${border};${type(12)}`}>?</td>`;
  return html`<td style=${`${border};${thin}`}>&nbsp;</td>`;
}

const line = `border-bottom:1px solid ${theme.line}`;

/** The figures of a document as a native table of rows that a phone holds: name and figure, under them the bar and the other figures. */
export function drawMailTable(table: MailTable, target: number | undefined, say: Say, words: MailWords): TemplateResult {
  const [start, end] = say.direction === "rtl" ? ["right", "left"] : ["left", "right"];
  const row = ({ name, figure, bar, rest }: MailRow) => html`
<tr><th scope="row" align=${start} valign="bottom" style=${`padding:8px 8px 0 0;${type(14)}`}>${breakable(name)}</th><td align=${end} valign="bottom" style=${`padding:8px 0 0;${bar && "absent" in bar ? type(12, "quiet") : type(14, "ink", "bold ")}`}>${figure}</td></tr>
<tr><td colspan="2" style=${`padding:4px 0 8px;${line};${type(12, "quiet")}`}>${bar ? drawBar(bar, target) : nothing}${rest.length > 0 ? html`<p style="margin:4px 0 0">${rest.join(" · ")}</p>` : nothing}</td></tr>`;
  const head = (label: string, side: string) =>
    html`<th scope="col" align=${side} valign="bottom" style=${`padding:8px ${side === start ? 8 : 0}px 4px 0;${line};${type(12, "quiet", "bold ")}`}>${breakable(label)}</th>`;
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0">
<tr>${head(table.name, start!)}${head(table.figure, end!)}</tr>${table.rows.map(row)}
</table>${
    table.of === undefined
      ? nothing
      : html`<p style=${`margin:0;padding:8px 0 0;${type(12, "quiet")}`}>${words.rows(say.number(table.rows.length), say.number(table.of))}</p>`
  }`;
}
