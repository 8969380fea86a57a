import { createHash } from "node:crypto";
import type { Act } from "../control/control.js";
import { percent, rules, type Report } from "../report.js";
import { conflicts } from "../roster/correct.js";
import { html, type Html } from "./html.js";
import type { UnderPolicy } from "./policies.js";
import { style } from "./style.js";
import type { Withheld } from "./why.js";

const count = (value: number) => value.toLocaleString("en");
const some = (value: number, one: string, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`;

/** How each reason looks and is called where figures are counted. */
const kinds = [
  { rule: "small", looks: "small-count", says: "too few people" },
  { rule: "to-protect", looks: "to-protect", says: "to protect others" },
  { rule: "earlier", looks: "earlier", says: "because of an earlier release" },
  { rule: "left-out", looks: "left-out", says: "breakdown left out" },
  { rule: "whole-withheld", looks: "left-out", says: "nothing can be said" },
] as const satisfies { rule: Act["rule"]; looks: string; says: string }[];

type Document = Report["documents"][number];
const actsOf = ({ acts }: Document, rule: Act["rule"]) => acts.reduce((sum, act) => sum + (act.rule === rule ? act.figures : 0), 0);

/** A bar of parts that make a whole. What it says stands beside it as text. */
function bar(parts: readonly (readonly [looks: string, value: number])[], whole: number, slim = false): Html {
  let from = 0;
  const rects = parts.map(([looks, value]) => {
    const x = (1000 * from) / whole;
    from += value;
    return value > 0
      ? html`<rect class="${looks}" x="${x.toFixed(1)}" y="0" width="${((1000 * value) / whole).toFixed(1)}" height="10"></rect>`
      : undefined;
  });
  return html`<svg class="part${slim ? " slim" : ""}" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${whole > 0 ? rects : undefined}</svg>`;
}

const sample = (looks: string) =>
  html`<svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="${looks}" width="10" height="10"></rect></svg>`;

const key = (report: Report): Html => {
  const used = kinds.filter(
    ({ rule }, at) => report.documents.some((one) => actsOf(one, rule) > 0) && kinds.findIndex((one) => one.rule === rule) === at,
  );
  return html`<ul class="key"><li>${sample("shown")}shown</li>${used.map(({ looks, says }) => html`<li>${sample(looks)}${says}</li>`)}</ul>`;
};

function summary(report: Report): Html {
  const { audit, documents } = report;
  const chosen = report.policies.find(({ which }) => which === "chosen")!;
  const small = documents.reduce((sum, one) => sum + actsOf(one, "small"), 0);
  const withheld = chosen.figures - chosen.shown;
  const narrowest =
    typeof audit.narrowest === "number"
      ? some(audit.narrowest, "value")
      : audit.narrowest === "no upper end"
        ? "any number"
        : "none withheld";
  const card = (says: string, big: string, more: string, picture?: Html) =>
    html`<div><dt>${says}</dt><dd class="big">${big}</dd><dd class="small quiet">${more}</dd>${picture && html`<dd>${picture}</dd>`}</div>`;
  return html`<dl class="cards">
${card("Figures shown", percent(chosen.shown, chosen.figures), `${count(chosen.shown)} of ${count(chosen.figures)} that were counted`, bar([["shown", chosen.shown]], chosen.figures, true))}
${card("People whose figures are shown", percent(chosen.peopleShown, chosen.people), `${count(chosen.peopleShown)} of ${count(chosen.people)}, counted in each table`, bar([["shown", chosen.peopleShown]], chosen.people, true))}
${card("Figures withheld", count(withheld), withheld === 0 ? "nothing had to be" : `${count(small)} of too few people, ${count(withheld - small)} so that these stay hidden`)}
${card("Narrowest interval", narrowest, audit.open > 0 ? `the fewest a figure that is not exact can be` : "every figure is exact")}
</dl>
<p class="ok">The finished documents were attacked with every sum they contain, and with what was published before: ${count(audit.figures)} figures about people,
${count(audit.open)} of them not exact, in ${audit.seconds.toFixed(1)} seconds. None can be worked out more closely than the policy allows.</p>`;
}

const documentRow = (one: Document): Html => {
  const parts = [["shown", one.shown] as const, ...kinds.map(({ rule, looks }) => [looks, actsOf(one, rule)] as const)];
  const told = kinds.flatMap(({ rule, says }) => (actsOf(one, rule) > 0 ? [`${count(actsOf(one, rule))} ${says}`] : []));
  const banded = actsOf(one, "banded");
  return html`<tr><th scope="row">${one.title}<br><span class="quiet">${one.file}</span></th>
<td class="number">${one.figures > 0 ? html`${count(one.shown)} of ${count(one.figures)}` : "none"}</td>
<td class="bar">${
    one.figures > 0
      ? html`${bar(
          parts,
          Math.max(
            one.figures,
            parts.reduce((sum, [, value]) => sum + value, 0),
          ),
        )}<span class="quiet">${told.join(", ") || "all shown"}${banded > 0 ? `; ${count(banded)} told as a range` : ""}</span>`
      : html`<span class="quiet">${one.schema === "roster/1" ? "a list for one partner alone" : "no figures about people"}</span>`
  }</td>
<td class="number">${one.people === undefined ? "" : percent(one.peopleShown!, one.people)}</td></tr>`;
};

const costs = (report: Report): Html => html`<h2>What protection costs</h2>
<p>Figures that count people, document by document. Those of a breakdown that was left out count as not shown.</p>
${key(report)}
<div class="scroll" tabindex="0" role="region" aria-label="What protection costs"><table><thead><tr><th scope="col">Document</th><th scope="col" class="number">Figures shown</th><th scope="col">Of all figures</th><th scope="col" class="number">People shown</th></tr></thead>
<tbody>${report.documents.map(documentRow)}</tbody></table></div>`;

const policyNames: Record<UnderPolicy["which"], string> = {
  stricter: "One step stricter",
  chosen: "This publication",
  looser: "One step looser",
};
function policies(report: Report): Html {
  const row = (
    one: UnderPolicy,
  ) => html`<tr class="${one.which}"><th scope="row">${policyNames[one.which]}<br><span class="quiet">threshold ${one.threshold}, zeros ${one.zeros === "publish" ? "published" : "withheld"}</span></th>
<td class="figure">${percent(one.shown, one.figures)} <span class="quiet">of ${some(one.figures, "figure")}</span>${bar([["shown", one.shown]], one.figures)}</td>
<td class="figure">${percent(one.peopleShown, one.people)} <span class="quiet">of people</span>${bar([["shown", one.peopleShown]], one.people)}</td></tr>`;
  const alone = report.policies.length === 1;
  return html`<h2>What another policy would have shown</h2>
<p>${
    alone
      ? "There is nothing to compare here, or too many figures to decide them again."
      : "The same counts, controlled again. A looser policy shows more and protects fewer; the least the privacy policy allows is a threshold of 5 with zeros published."
  }</p>
${alone ? undefined : html`<div class="scroll" tabindex="0" role="region" aria-label="What another policy would have shown"><table class="policies"><thead><tr><th scope="col">Policy</th><th scope="col">Figures shown</th><th scope="col">People whose figures are shown</th></tr></thead><tbody>${report.policies.map(row)}</tbody></table></div>`}`;
}

/** Longer lists are for the JSON report. */
const mostRows = 300;

function whyOf(one: Document): Html | undefined {
  if (one.why.length === 0) return undefined;
  const grouped = new Map<string, Withheld & { figures: string[] }>();
  for (const found of one.why) {
    const at = [found.table, found.group, found.rule].join("\n");
    const row = grouped.get(at);
    if (row) row.figures.push(found.figure);
    else grouped.set(at, { ...found, figures: [found.figure] });
  }
  const rows = [...grouped.values()];
  const reason = ({ rule }: Withheld) => (rule === undefined ? "withheld" : rules[rule]);
  return html`<details><summary>${one.title} <span>${some(one.why.length, "figure")} withheld</span></summary>
<div class="scroll" tabindex="0" role="region" aria-label="Withheld figures"><table><thead><tr><th scope="col">Breakdown</th><th scope="col">Group</th><th scope="col">Figures</th><th scope="col">Why</th></tr></thead>
<tbody>${rows.slice(0, mostRows).map((row) => html`<tr><td>${row.table ?? "The total"}</td><td>${row.group}</td><td>${row.figures.join(", ")}</td><td>${reason(row)}</td></tr>`)}</tbody></table></div>
${rows.length > mostRows ? html`<p class="quiet">and ${count(rows.length - mostRows)} more rows: all of them stand in the JSON report.</p>` : undefined}</details>`;
}

const why = (report: Report): Html => {
  const lists = report.documents.flatMap((one) => whyOf(one) ?? []);
  return html`<h2>What was withheld, and why</h2>
<p>Readers see one sign for all of these, so that nobody can tell a small figure from one that protects it. The counts themselves are not repeated here.</p>
${lists.length > 0 ? lists : html`<p class="ok">Nothing had to be withheld.</p>`}`;
};

const earlier = ({ kept }: Report): Html | undefined =>
  kept.length === 0
    ? undefined
    : html`<h2>Beside earlier publications</h2>
<p>These documents stay as they were published, with their figures and their date: what has changed since is so little that the difference would tell of single people.</p>
<ul>${kept.map(({ document, release }) => html`<li><strong>${document}</strong>, as in the release ${release}</li>`)}</ul>`;

const rows = ({ sources, faults }: Report): Html => html`<h2>Rows</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Sources"><table class="narrow"><caption>What was read</caption><thead><tr><th scope="col">Source</th><th scope="col" class="number">Rows</th></tr></thead>
<tbody>${sources.map(({ name, rows: read }) => html`<tr><th scope="row">${name}</th><td class="number">${count(read)}</td></tr>`)}</tbody></table></div>
${
  faults.length === 0
    ? html`<p class="ok">Everything could be used as it was.</p>`
    : html`<h3>What could not be used as it was</h3>
<div class="scroll" tabindex="0" role="region" aria-label="What could not be used"><table><thead><tr><th scope="col">Where</th><th scope="col">Column</th><th scope="col" class="number">How many</th><th scope="col">What, and what was done</th></tr></thead>
<tbody>${faults.map(
        ({ in: where, file, column, rows: many, means, first }) =>
          html`<tr><th scope="row">${where}${file ? html`<br><span class="quiet">${file}</span>` : undefined}</th><td>${column}</td><td class="number">${count(many)}</td><td>${means}${first ? html` <span class="quiet">rows ${first.join(", ")}${first.length < many ? ", …" : ""}</span>` : undefined}</td></tr>`,
      )}</tbody></table></div>`
}`;

const outcomes = { applied: "applied", "already-so": "already so", conflicting: "not applied" } as const;
const corrections = (report: Report): Html | undefined =>
  report.corrections.length === 0
    ? undefined
    : html`<h2>Corrections</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Corrections"><table><thead><tr><th scope="col">Where</th><th scope="col">Mark</th><th scope="col">Row</th><th scope="col">What became of it</th></tr></thead>
<tbody>${report.corrections.map(
        ({ file, path, mark, row, outcome, reason }) =>
          html`<tr><td>${file}<br><span class="quiet">${path}</span></td><td>${mark}</td><td>${row}</td><td>${outcomes[outcome]}${reason ? `: ${conflicts[reason]}` : ""}</td></tr>`,
      )}</tbody></table></div>`;

/** The report as a page for the owner: whole in one file, without scripts, for screen and paper. */
export function reportPage(report: Report): string {
  const { versions } = report;
  const digest = createHash("sha256").update(style).digest("base64");
  const page = html`<main>
<p class="owner">For the owner of the data only. Do not publish this page, and do not send it to anybody who may not see the rows.</p>
<h1>What was published, and what was not</h1>
<p class="quiet">Publication ${report.publication}: ${some(report.documents.length, "document")}, made in ${report.seconds.toFixed(1)} seconds.</p>
${summary(report)}
${costs(report)}
${policies(report)}
${why(report)}
${earlier(report)}
${rows(report)}
${corrections(report)}
<h2>Made with</h2>
<p class="quiet">${versions.publish}, ${versions.engine}, Node ${versions.node}; policy ${versions.policy}, ${versions.control}. Most memory ${count(report.megabytes)} MB.</p>
</main>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest}'">
<title>${html`Report on ${report.publication}`.text}</title>
<style>${style}</style>
</head>
<body>
${page.text}
</body>
</html>
`;
}
