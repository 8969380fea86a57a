import { expect } from "@open-wc/testing";
import { parseDocument } from "@vitrine/contract";
import { drawTable, en, es, gauge, liveFrame, map, printFrame, rosterPicture, speaker, type Picture } from "@vitrine/drawing";
import { executeServerCommand } from "@web/test-runner-commands";
import fc from "fast-check";
import { html, nothing, render, svg } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import * as lit from "../../node_modules/lit/index.js";

// In this run `lit` is what a page loads: packages/widgets/src/element/small-lit.ts. Lit itself comes by its path.

/** The same template for Lit itself. */
function forLit(value: unknown): unknown {
  if (value === nothing) return lit.nothing;
  if (Array.isArray(value)) return value.map(forLit);
  if (typeof value !== "object" || value === null) return value;
  if ("keys" in value && "values" in value) return forLit(value.values);
  if ("live" in value) return value.live;
  if (!("strings" in value)) return value;
  const { strings, values, space } = value as unknown as { strings: TemplateStringsArray; values: unknown[]; space: string };
  return (space.endsWith("svg") ? lit.svg : lit.html)(strings, ...values.map(forLit));
}

/** A tree as text: names with their spaces, attributes in order, text in one piece; no comments, and no name spaces that the tree has anyway. */
function tree(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return node instanceof Comment ? "" : [...node.childNodes].map(tree).join("");
  const attributes = [...node.attributes]
    .filter(({ name }) => name !== "xmlns")
    .map(({ name, value, namespaceURI }) => ` ${name}(${namespaceURI})=${JSON.stringify(value)}`);
  return `<${node.namespaceURI}:${node.tagName}${attributes.sort().join("")}>${[...node.childNodes].map(tree).join("")}</>`;
}

/** Both draw one after the other into a place of their own, and stand there alike every time. */
function expectSame(templates: readonly unknown[]) {
  const [small, large] = [document.createElement("div"), document.createElement("div")];
  for (const template of templates) {
    render(template, small);
    lit.render(forLit(template), large);
    expect(tree(small)).to.equal(tree(large));
  }
}

const json = async (address: string): Promise<unknown> => (await fetch(address)).json();
const files = await executeServerCommand<{ kind: string; file: string }[], undefined>("test-documents");
const pictures: Record<string, Picture<never, never>> = { implementation: gauge, access: map, roster: rosterPicture } as never;

describe("the templates of the elements' own files", () => {
  it("make the trees that Lit makes, of every drawing and table, drawn over one another", async () => {
    const templates: unknown[] = [];
    for (const { kind, file } of files) {
      const picture = pictures[kind];
      if (!picture) continue;
      const parsed = parseDocument(await json(`/test/documents/${kind}/${file}`));
      if (!parsed.ok) throw new Error(`${kind}/${file} is refused`);
      const document = parsed.document as never;
      for (const say of [speaker(en), { ...speaker(es), direction: "rtl" as const }]) {
        templates.push(picture.draw(document, liveFrame({ id: "a", width: 600, say }), undefined as never));
        templates.push(picture.draw(document, printFrame({ id: "b", width: 240, say }), undefined as never));
        templates.push(html`<div>${picture.tabulate(document, say).map(drawTable)}</div>`);
      }
    }
    expect(templates.length).to.be.greaterThan(60);
    expectSame(templates);
    expectSame(templates.reverse());
  });

  it("make the trees that Lit makes, of any mix of values", () => {
    const leaf = fc.constantFrom<unknown>("text", "", 0, 7, null, undefined, nothing, "<b>&amp;</b>", false);
    // Nobody writes a list or a template as an attribute.
    const plain = (given: unknown) => (typeof given === "object" && given ? "object" : given);
    const shapes = [
      (a: unknown, b: unknown) => html`<p class="x ${plain(a)} y" title=${plain(b)}>${a} and ${b}</p>`,
      (a: unknown, b: unknown) => html`${a}<br />${b}`,
      (a: unknown, b: unknown) =>
        html`<svg viewBox="0 0 1 1"><g fill=${plain(b)}>${svg`<path d="M0,0" stroke-width="2"></path>${a}`}</g></svg>`,
      (a: unknown, b: unknown) => html`<ul ?hidden=${a}>${[a, b, a]}</ul>`,
      (a: unknown, b: unknown) => [html`<i>${a}</i>`, b],
    ];
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.tuple(fc.constantFrom(...shapes), tie("value"), tie("value")).map(([shape, a, b]) => shape(a, b)),
        fc.array(tie("value"), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), (templates) => expectSame(templates)),
      { numRuns: 300, seed: 1 },
    );
  });

  it("keep the node of every key, wherever it moves", () => {
    const keys = fc.uniqueArray(fc.integer({ min: 0, max: 9 }));
    fc.assert(
      fc.property(fc.array(keys, { minLength: 1, maxLength: 8 }), (lists) => {
        const place = document.createElement("div");
        let before = new Map<string, Element>();
        for (const list of lists) {
          render(
            html`<ol>${repeat(
              list,
              (key) => key,
              (key, at) => html`<li id=${key}>${at}</li>`,
            )}</ol>`,
            place,
          );
          const items = [...place.querySelectorAll("li")];
          expect(items.map(({ id }) => Number(id))).to.deep.equal(list);
          expect(items.map(({ textContent }) => Number(textContent))).to.deep.equal(list.map((_, at) => at));
          for (const item of items) expect(before.get(item.id) ?? item).to.equal(item);
          before = new Map(items.map((item) => [item.id, item]));
        }
      }),
      { seed: 1 },
    );
  });

  it("leave the focus where it is while others come and go beside it", () => {
    const place = document.body.appendChild(document.createElement("div"));
    const draw = (list: number[]) =>
      render(
        repeat(
          list,
          (key) => key,
          (key) => html`<button id=${`b${key}`}>${key}</button>`,
        ),
        place,
      );
    draw([1, 2, 3]);
    place.querySelector<HTMLElement>("#b2")!.focus();
    for (const list of [[0, 1, 2], [2, 3], [7, 8, 2, 9], [2]]) {
      draw(list);
      expect(document.activeElement?.id).to.equal("b2");
    }
    place.remove();
  });

  it("call the listener given last, set properties, and overwrite what a reader changed only where asked to", () => {
    const place = document.createElement("div");
    const heard: string[] = [];
    const draw = (name: string | undefined, value: string, checked: boolean) =>
      render(html`<input .value=${value} .checked=${live(checked)} @input=${name ? () => heard.push(name) : nothing} />`, place);
    draw("one", "a", false);
    const input = place.querySelector("input")!;
    input.dispatchEvent(new Event("input"));
    [input.value, input.checked] = ["typed", true];
    draw("two", "a", false);
    input.dispatchEvent(new Event("input"));
    expect([input.value, input.checked]).to.deep.equal(["typed", false]);
    draw(undefined, "b", false);
    input.dispatchEvent(new Event("input"));
    expect(input.value).to.equal("b");
    expect(heard).to.deep.equal(["one", "two"]);
  });

  it("parse nothing as HTML: markup in a template's value is text, in its attributes too", () => {
    const place = document.createElement("div");
    const markup = `"><img src=x onerror=alert(1)>`;
    render(html`<p title=${markup} class="a ${markup}">${markup}</p>`, place);
    expect(place.querySelectorAll("*").length).to.equal(1);
    expect(place.querySelector("p")!.title).to.equal(markup);
  });
});
