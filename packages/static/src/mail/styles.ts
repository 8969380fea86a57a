import { themeDeclarations } from "@vitrine/drawing";

/**
 * The look of the page that blocks are copied from. A block's own look comes from its attributes, so nothing here speaks of tables.
 */
export const pasteStyles = `:root {
color-scheme: light dark;
${themeDeclarations()}
font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
background: var(--_cs-paper);
color: var(--_cs-ink);
}
* { box-sizing: border-box; }
body { margin: 0; }
main { max-width: 648px; margin: 0 auto; padding: 32px 24px 64px; }
.page-text { margin: 0 0 12px; overflow-wrap: anywhere; }
.page-title { font-size: 28px; font-weight: 600; line-height: 1.3; margin: 0 0 12px; }
.page-heading { font-size: 20px; font-weight: 600; line-height: 1.3; margin: 0 0 12px; overflow-wrap: anywhere; }
.page-heading small { display: block; font-size: 14px; font-weight: 400; color: var(--_cs-quiet); }
.quiet { color: var(--_cs-quiet); font-size: 14px; }
.page-link, summary { color: var(--_cs-accent); text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--_cs-accent); outline-offset: 2px; }
section { margin-top: 48px; }
.block { border: 1px solid var(--_cs-line); border-radius: 4px; overflow: hidden; background: #ffffff; color-scheme: light; }
.block img { max-width: 100%; }
.take { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; }
button { font: inherit; font-size: 14px; min-height: 44px; padding: 4px 16px; color: var(--_cs-paper); background: var(--_cs-accent); border: 1px solid transparent; border-radius: 4px; cursor: pointer; }
button + button { color: var(--_cs-accent); background: transparent; border-color: var(--_cs-accent); }
summary { min-height: 32px; padding: 4px 0; cursor: pointer; font-size: 14px; }
pre { margin: 8px 0 0; padding: 12px; max-height: 320px; overflow: auto; white-space: pre-wrap; overflow-wrap: anywhere; font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--_cs-land); border-radius: 4px; }
.files { margin: 8px 0 0; display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; padding: 0; font-size: 14px; }
.files a { display: inline-block; padding: 4px 0; }
@media (max-width: 480px) { main { padding: 20px 12px 48px; } }
@media print { .take, details { display: none; } section { break-inside: avoid; } }`;
