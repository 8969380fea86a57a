import type { Say } from "@vitrine/drawing";
import { html, nothing, type TemplateResult } from "lit";
import type { Snippets } from "../snippet.js";
import type { Entry, Gallery } from "./page.js";
import { hostNames, hosts, offers, type Answer, type Reason } from "./hosts.js";
import { galleryWords, type Framework, type GalleryWords } from "./words/index.js";

const frameworks: readonly Framework[] = ["plain", "react", "vue", "svelte", "angular"];
const widths = [320, 480, 680] as const;

/** The name of a language in itself. */
const languageName = (language: string) => {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language.split("-")[0]!) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
};

const option = (value: string, label: string) => html`<option value=${value}>${label}</option>`;
const choice = (stem: string, name: string, label: string, options: unknown) =>
  html`<p class="field"><label for=${`${stem}-${name}`}>${label}</label><select id=${`${stem}-${name}`} name=${name}>${options}</select></p>`;

/** What an editor picks before copying; it needs a script to do anything, and is not shown without one. */
export function drawChoices(stem: string, { languages }: Gallery, words: GalleryWords): TemplateResult {
  const { choose, hosts: says } = words;
  return html`<div class="choices needs-scripts">${choice(stem, "host", choose.host, [
    option("", choose.anyHost),
    ...hostNames.map((name) => option(name, says.name[name])),
  ])}${choice(
    stem,
    "language",
    choose.language,
    languages.map((language, at) => html`<option value=${at === 0 ? "" : language} lang=${language}>${languageName(language)}</option>`),
  )}${choice(stem, "theme", choose.theme, [option("", choose.themes.auto), option("light", choose.themes.light), option("dark", choose.themes.dark)])}${choice(
    stem,
    "width",
    choose.width,
    [option("", choose.full), ...widths.map((width) => option(String(width), choose.pixels(String(width))))],
  )}${choice(stem, "revision", choose.revision, [option("", choose.live), option("frozen", choose.frozen)])}</div>
<p class="advice" role="status"></p>`;
}

const code = (kind: keyof Snippets, text: string, labelled: string) =>
  html`<pre tabindex="0" data-kind=${kind} aria-labelledby=${labelled}>${text}</pre>`;

/** Everything that can be copied, as text: the first open, the others a key press away. */
export function drawSnippets({ snippets, published, links }: Entry, { base }: Gallery, words: GalleryWords): TemplateResult {
  const { stem } = published;
  const folded = (kind: string, content: (id: string) => unknown, open = false) => {
    const { label, hint } = words.snippet[kind as keyof GalleryWords["snippet"]];
    const id = `${stem}-${kind}`;
    return html`<details class="snippet" data-offer=${kind} ?open=${open}><summary><span id=${id}>${label}</span> <small class="not" hidden>${words.hosts.not}</small></summary><div><p class="hint">${hint}${kind === "oembed" && base === undefined ? ` ${words.noBase}` : nothing}</p><p class="cannot" hidden></p>${content(id)}</div></details>`;
  };
  return html`${offers.map((kind, at) => folded(kind, (id) => code(kind, snippets[kind], id), at === 0))}${folded(
    "file",
    () => html`<p><a class="button" data-kind="file" href=${links.html ?? nothing} download>${words.download}</a></p>`,
  )}${folded("npm", () =>
    frameworks.map(
      (name) => html`<h4 id=${`${stem}-${name}`}>${words.framework[name]}</h4>${code(name, snippets[name], `${stem}-${name}`)}`,
    ),
  )}`;
}

const reasonOf = (answer: Answer) => (answer === true ? undefined : (answer.replace("?", "") as Reason));
const works = (answer: Answer) => answer === true || answer.endsWith("?");

/** Which host takes what, and why something cannot work there. The same words serve the choice of a host in a panel. */
export function drawHosts(say: Say): TemplateResult {
  const words = galleryWords(say);
  const { hosts: says, snippet, reason } = words;
  return html`<section class="hosts" id="hosts" aria-labelledby="hosts-name"><h2 id="hosts-name">${says.heading}</h2><p class="hint">${says.lead}</p><dl>${hostNames.map(
    (name) => {
      const { takes, best } = hosts[name];
      const row = (kind: (typeof offers)[number]) => {
        const why = reasonOf(takes[kind]);
        return html`<li data-offer=${kind} data-works=${works(takes[kind]) ? "yes" : "no"} ?data-best=${kind === best}>${snippet[kind].label}${
          kind === best ? html` <strong>(${says.best})</strong>` : nothing
        }${why === undefined ? nothing : html`: <span class="why">${reason[why]}</span>`}</li>`;
      };
      const taken = [best, ...offers.filter((kind) => kind !== best && works(takes[kind]))];
      return html`<div data-host=${name}><dt>${says.name[name]}</dt><dd><p class="where">${says.where[name]}</p><p class="takes">${says.takes}</p><ul>${taken.map(row)}</ul><p class="takes">${says.takesNot}</p><ul>${offers
        .filter((kind) => !works(takes[kind]))
        .map(row)}</ul></dd></div>`;
    },
  )}</dl></section>`;
}
