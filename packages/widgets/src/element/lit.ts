/**
 * What drawings and elements use of Lit, for the files a page loads: the build of the elements puts it in place of `lit`, whose entry
 * brings `LitElement` along. Our elements have their own base (`updating.ts`) and their style sheets are constructed.
 */
export { html, nothing, render, svg } from "lit/html.js";

export const unsafeCSS = (text: string): string => text;
export const css = (strings: TemplateStringsArray, ...values: string[]): { cssText: string } => ({
  cssText: String.raw({ raw: strings }, ...values),
});
