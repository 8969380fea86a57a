import type { Meta, StoryObj } from "@storybook/web-components-vite";
import { html } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import letters from "virtual:letters";

/** What a newsletter and a page without scripts show: finished markup of the static host, made when these stories are built. */
const meta: Meta = { title: "Finished/Newsletter and pages without scripts" };
export default meta;

type Figure = "gauge" | "absences" | "map";
const block = (figure: Figure) => html`<div style="max-width: 600px; border: 1px solid #d5dae1">${unsafeHTML(letters[figure].block)}</div>`;
const withoutPictures = (figure: Figure) =>
  html`<div style="max-width: 600px; border: 1px solid #d5dae1">${unsafeHTML(letters[figure].block.replace(/ src="data:[^"]*"/, ""))}</div>`;
const inTheDark = (figure: Figure) =>
  html`<div style="background: #14181f; padding: 24px; max-width: 648px">${unsafeHTML(letters[figure].block)}</div>`;
const onAPhone = (figure: Figure) => html`<div style="width: 320px; border: 1px solid #d5dae1">${unsafeHTML(letters[figure].block)}</div>`;
const card = (figure: Figure) =>
  html`<img src=${letters[figure].card} alt=${letters[figure].alt} width="600" height="315" style="max-width: 100%; height: auto; border: 1px solid #d5dae1">`;
const text = (figure: Figure) => html`<pre style="white-space: pre-wrap">${letters[figure].text}</pre>`;
const figure = (name: Figure) => html`<div style="max-width: 680px">${unsafeHTML(letters[name].figure)}</div>`;

export const BlockGauge: StoryObj = { name: "block: gauge", render: () => block("gauge") };
export const BlockMap: StoryObj = { name: "block: map", render: () => block("map") };
export const BlockAbsences: StoryObj = { name: "block: every absence", render: () => block("absences") };
export const PicturesOffGauge: StoryObj = { name: "pictures off: gauge", render: () => withoutPictures("gauge") };
export const PicturesOffMap: StoryObj = { name: "pictures off: map", render: () => withoutPictures("map") };
export const DarkGauge: StoryObj = { name: "e-mail dark: gauge", render: () => inTheDark("gauge") };
export const DarkMap: StoryObj = { name: "e-mail dark: map", render: () => inTheDark("map") };
export const PhoneGauge: StoryObj = { name: "320 px: gauge", render: () => onAPhone("gauge") };
export const PhoneMap: StoryObj = { name: "320 px: map", render: () => onAPhone("map") };
export const Letter: StoryObj = { name: "whole letter", render: () => html`${unsafeHTML(letters.letter)}` };
export const TextGauge: StoryObj = { name: "plain text: gauge", render: () => text("gauge") };
export const NoScriptGauge: StoryObj = { name: "page without scripts: gauge", render: () => figure("gauge") };
export const NoScriptMap: StoryObj = { name: "page without scripts: map", render: () => figure("map") };
export const CardGauge: StoryObj = { name: "social card: gauge", render: () => card("gauge") };
export const CardMap: StoryObj = { name: "social card: map", render: () => card("map") };
