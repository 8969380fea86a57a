/** The report page's looks: the colours of the figures, in light and dark, on screen and on paper. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1b2430, #eef1f6); --quiet: light-dark(#55606e, #a9b4c2); --line: light-dark(#d5dae1, #39424f);
  --paper: light-dark(#ffffff, #14181f); --tint: light-dark(#f4f6f9, #1b212a); --shown: light-dark(#0053a5, #bbcaff); --small: light-dark(#bb7500, #bf7c00);
  --protect: light-dark(#00a27e, #009882); --earlier: light-dark(#821344, #ffb2c1); --out: light-dark(#c3cbd6, #4a5361); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 24px 16px 64px; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 28px; margin: 16px 0 4px; }
h2 { font-size: 20px; margin: 48px 0 8px; }
h3 { font-size: 16px; margin: 24px 0 4px; }
p { margin: 4px 0 12px; max-width: 44rem; }
.quiet, caption, th { color: var(--quiet); }
.owner { border: 1px solid var(--line); border-left: 4px solid var(--earlier); border-radius: 4px; padding: 8px 12px; margin: 0; max-width: none; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 12px; margin: 16px 0; padding: 0; }
.cards div { background: var(--tint); border-radius: 8px; padding: 12px 16px; }
.cards dt { color: var(--quiet); font-size: 14px; }
.cards dd { margin: 0; }
.cards .big { font-size: 28px; line-height: 1.3; font-variant-numeric: tabular-nums; }
.cards .small { font-size: 14px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 0 0 8px; }
th { font-weight: 500; font-size: 14px; text-align: left; vertical-align: bottom; }
th, td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); }
td { vertical-align: top; }
tbody th span { font-weight: 400; font-size: 14px; }
table.narrow { width: auto; }
tbody th { color: inherit; font-size: inherit; font-weight: 600; vertical-align: top; }
.number { text-align: right; white-space: nowrap; }
.bar { width: 38%; min-width: 10rem; }
.figure { width: 26%; min-width: 9rem; }
svg.part { display: block; width: 100%; height: 16px; margin-top: 4px; border: 1px solid var(--line); border-radius: 2px; }
svg.part.slim { height: 8px; }
.shown { fill: var(--shown); } .small-count { fill: var(--small); } .to-protect { fill: var(--protect); } .earlier { fill: var(--earlier); } .left-out { fill: var(--out); }
.key { display: flex; flex-wrap: wrap; gap: 4px 20px; padding: 0; margin: 8px 0 12px; list-style: none; font-size: 14px; }
.key svg { width: 14px; height: 14px; margin-right: 6px; vertical-align: -2px; border: 1px solid var(--line); }
details { border-bottom: 1px solid var(--line); padding: 8px 0; }
summary { cursor: pointer; padding: 4px 0; font-weight: 600; border-radius: 4px; }
summary span { font-weight: 400; color: var(--quiet); }
summary:focus-visible { outline: 2px solid var(--shown); outline-offset: 2px; }
.chosen th, .chosen td { background: var(--tint); }
.chosen th { box-shadow: inset 4px 0 var(--shown); }
.policies th:first-child { padding-left: 12px; }
.ok::before { content: "✓ "; color: var(--protect); font-weight: 700; }
@media (max-width: 40rem) { main { padding: 12px 12px 48px; } th, td { padding-right: 10px; } }
@media print { body { font-size: 11pt; } details { break-inside: avoid; } details::details-content { content-visibility: visible; block-size: auto; } }
`;
