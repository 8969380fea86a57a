import { themeDeclarations } from "@vitrine/drawing";

/** The look of every page made ahead: the type, space and colours of the figures themselves. */
export const pageStyles = `:root {
color-scheme: light dark;
${themeDeclarations()}
font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
font-variant-numeric: tabular-nums;
background: var(--_cs-paper);
color: var(--_cs-ink);
}
:root[data-scheme="light"] { color-scheme: light; }
:root[data-scheme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
:not(:defined) { display: block; }
body { margin: 0; }
main { max-width: 1000px; margin: 0 auto; padding: 16px; }
a { color: var(--_cs-accent); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--_cs-accent); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3 { margin: 0; line-height: 1.3; text-wrap: balance; overflow-wrap: anywhere; }
h1 { font-size: 28px; font-weight: 600; }
h2 { font-size: 20px; font-weight: 600; }
h3 { font-size: 16px; font-weight: 600; }
p { margin: 0; overflow-wrap: anywhere; }
figure { margin: 0; }
figure > h1, figure > h3 { font-size: 20px; }
figure section :is(h2, h3, h4) { font-size: 16px; margin: 24px 0 8px; }
.scope, .source { color: var(--_cs-quiet); font-size: 14px; }
.scope { margin: 4px 0 8px; }
.source { margin: 12px 0; }
.summary { max-width: 70ch; }
.picture { margin: 16px 0; }
.picture svg, .picture img { display: block; max-width: 100%; height: auto; }
.tables { overflow-x: auto; container-type: inline-size; }
table { border-collapse: collapse; width: 100%; margin: 0 0 24px; font-size: 14px; }
caption { text-align: start; font-weight: 600; padding: 8px 0; max-inline-size: 100cqi; }
th, td { text-align: start; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--_cs-line); vertical-align: top; font-weight: 400; }
thead th { color: var(--_cs-quiet); vertical-align: bottom; }
th.number, td.number { text-align: end; }
th:last-child, td:last-child { padding-inline-end: 0; }
dl { margin: 0; max-width: 70ch; }
dt { font-weight: 600; }
dt .kind { font-weight: 400; color: var(--_cs-quiet); font-size: 14px; }
dd { margin: 0 0 12px; overflow-wrap: anywhere; }
ul { margin: 0; padding-inline-start: 20px; }
details > summary { font-weight: 600; cursor: pointer; padding: 8px 0; min-height: 24px; }
/* Without scripts nothing takes over, and only long tables have a reason to be folded. */
.needs-no-scripts { display: none; }
@media (scripting: none) {
.needs-scripts { display: none !important; }
.needs-no-scripts { display: revert; }
figure > details::details-content, .notes > details::details-content { content-visibility: visible; display: block; block-size: auto; }
figure > details > summary, .notes > details > summary { list-style: none; cursor: auto; }
}
.files { margin-top: 12px; display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 0; margin-bottom: 0; font-size: 14px; }
.files a { display: inline-block; padding: 4px 0; }
tbody th { min-width: 8em; }
@media (min-width: 560px) { .narrow { display: none; } }
@media (max-width: 559px) { .wide { display: none; } }
@media (max-width: 359px) { main { padding: 12px; } }
.paper { display: none; }
@media print {
@page { margin: 15mm; }
@page broad { size: landscape; }
:root { color-scheme: light; }
main { max-width: none; padding: 0; }
h1, h2, h3, h4, caption, thead, dt { break-after: avoid; }
h1, .scope, .summary { break-after: avoid; }
.picture, .paper svg, tr, caption, dt, dd { break-inside: avoid; }
tbody tr:first-child { break-before: avoid; }
.picture:has(> .paper) { break-inside: auto; }
.picture:has(> .paper) > .wide { position: absolute; width: 0; height: 0; overflow: hidden; }
.paper { display: block; }
.tables { overflow: visible; }
table { font-size: 12px; }
th, td { padding: 4px 8px 4px 0; }
tbody th { min-width: 5em; }
table:has(th:nth-child(8)) { font-size: 10px; }
table:has(th:nth-child(8)) :is(th, td) { padding-inline-end: 6px; }
table:has(th:nth-child(8)) thead th { overflow-wrap: anywhere; hyphens: auto; }
table:has(th:nth-child(12)) { page: broad; }
thead { display: table-header-group; }
.files { display: none; }
details::details-content { content-visibility: visible; display: block; block-size: auto; }
details > summary { list-style: none; }
}`;

/** The gallery: a widget in its frame, what it says, how to take it away. */
export const galleryStyles = `.gallery { max-width: 1200px; padding: 32px 24px 64px; }
.gallery > header { max-width: 70ch; margin-bottom: 32px; }
.gallery > header p { margin-top: 12px; color: var(--_cs-quiet); }
.entry { margin: 0 0 72px; scroll-margin-top: 16px; }
.entry > h2 { margin-bottom: 12px; }
.entry > h2 small { display: block; font-size: 14px; font-weight: 400; color: var(--_cs-quiet); }
/* An element that has drawn has a frame of its own. */
.case > :not([state="drawn"], [state="empty"], [state="stale"]) { border: 1px solid var(--_cs-line); border-radius: 4px; padding: 16px; }
.about { display: grid; gap: 32px; grid-template-columns: minmax(0, 1fr); margin-top: 24px; }
.about h3 { margin-bottom: 8px; }
.about h3.after { margin-top: 24px; }
.about > :first-child p + p { margin-top: 8px; }
.about .quiet, .hint { color: var(--_cs-quiet); font-size: 14px; }
.parts ul { columns: 12rem; margin-top: 8px; }
nav h2 { font-size: 16px; margin-bottom: 8px; }
nav { margin: 0 0 48px; }
nav ul { padding: 0; list-style: none; columns: 24rem; column-gap: 32px; }
nav li { padding: 4px 0; break-inside: avoid; }
.quiet { color: var(--_cs-quiet); font-size: 14px; }
.finder, .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr)); gap: 12px 16px; align-items: end; }
.finder { margin: 0 0 16px; }
.choices { margin: 0 0 8px; }
.wide-field { grid-column: span 2; }
.found { grid-column: 1 / -1; min-height: 1.5em; color: var(--_cs-quiet); font-size: 14px; }
.field label { display: block; font-size: 14px; color: var(--_cs-quiet); }
select, input { font: inherit; font-size: 16px; width: 100%; min-height: 40px; padding: 6px 8px; color: var(--_cs-ink); background: var(--_cs-paper); border: 1px solid var(--_cs-quiet); border-radius: 4px; }
.advice { margin: 8px 0 12px; font-size: 14px; }
.advice:empty { margin: 0; }
.snippet[data-cannot] > summary span { color: var(--_cs-quiet); text-decoration: line-through; }
.not { font-weight: 400; color: var(--_cs-quiet); margin-inline-start: 8px; }
.cannot { font-size: 14px; margin-top: 4px; padding-inline-start: 12px; border-inline-start: 4px solid var(--_cs-amber); }
.snippet h4 { margin: 16px 0 0; font-size: 14px; }
.hosts dl { max-width: none; display: grid; gap: 32px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr)); margin-top: 24px; }
.hosts dt { font-size: 16px; border-bottom: 1px solid var(--_cs-line); padding-bottom: 4px; }
.hosts dd { font-size: 14px; margin: 8px 0 0; }
.hosts .takes { margin-top: 8px; color: var(--_cs-quiet); }
[hidden] { display: none !important; }
.snippet { border-top: 1px solid var(--_cs-line); }
.snippet:last-of-type { border-bottom: 1px solid var(--_cs-line); }
.snippet > summary { padding: 10px 0; }
.snippet > div { position: relative; padding-bottom: 16px; }
pre { margin: 8px 0 0; padding: 12px; max-height: 320px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--_cs-land); border-radius: 4px; }
button, .button { display: inline-block; text-decoration: none; font: inherit; font-size: 14px; min-height: 32px; margin-top: 8px; padding: 4px 16px; color: var(--_cs-paper); background: var(--_cs-accent); border: 1px solid transparent; border-radius: 4px; cursor: pointer; }
@media (max-width: 480px) { .wide-field { grid-column: auto; } }
@media (min-width: 860px) { .about { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); } }
@media (max-width: 480px) { .gallery { padding: 20px 12px 48px; } .case > :not([state="drawn"], [state="empty"], [state="stale"]) { padding: 12px; } }
@media print { .take, .finder, nav, button, .about h3.after { display: none; } .about { grid-template-columns: minmax(0, 1fr); } .entry { break-inside: avoid; } }`;
