import { expect } from "@open-wc/testing";
import { parseDocument, type AccessDocument, type VitrineDocument } from "@vitrine/contract";
import * as drawing from "@vitrine/drawing";
import { en, geometryFile, liveFrame, printFrame, speaker, stateOfAreas, type Frame, type MapView, type Picture } from "@vitrine/drawing";
import "@vitrine/widgets/implementation-gauge";
import { executeServerCommand } from "@web/test-runner-commands";
import { render, type TemplateResult } from "lit";
import { until } from "../widgets/until.ts";

interface TestDocument {
  kind: string;
  file: string;
}
const say = speaker(en);
const all = await executeServerCommand<TestDocument[], undefined>("test-documents");
type Asked = TestDocument & { id: string; width: number; live: boolean };
const served = (asked: Asked) => executeServerCommand<string, Asked>("served", asked);
const json = async (address: string): Promise<unknown> => (await fetch(address)).json();

/** A tree as text: attributes in order, live colours as the plain ones they fall back to, comments and empty text left out. */
function tree(node: Node): string {
  if (node instanceof Element) {
    const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value.replace(/var\([^,]+,\s*([^)]+)\)/g, "$1")}"`);
    const children = [...node.childNodes].map(tree).filter(Boolean);
    return [
      `<${node.localName}${attributes
        .filter((name) => !name.startsWith(" xmlns="))
        .sort()
        .join("")}>`,
      ...children,
    ].join("\n");
  }
  return node instanceof Text ? node.data.trim() : "";
}

/** A live drawing without what its element adds so that a keyboard can reach the marks: tab stops, the role of notes, the sentence on keys. */
function withoutKeys(live: SVGSVGElement): SVGSVGElement {
  const svg = live.cloneNode(true) as SVGSVGElement;
  svg.setAttribute("aria-describedby", svg.getAttribute("aria-describedby")!.split(" ")[0]!);
  for (const mark of svg.querySelectorAll("[tabindex]")) mark.removeAttribute("tabindex");
  for (const note of svg.querySelectorAll("[data-note]")) note.removeAttribute("role");
  return svg;
}

/** The served text, read as the XML file it also is. */
function treeOfText(markup: string): string {
  const { documentElement } = new DOMParser().parseFromString(markup, "image/svg+xml");
  expect(documentElement.localName).to.equal("svg");
  return tree(documentElement);
}

async function outlines(document: AccessDocument): Promise<MapView> {
  const state = stateOfAreas(document);
  const nation = (await json(`/packages/drawing/geometry/${geometryFile()}`)) as never;
  const answer = state === undefined ? undefined : await fetch(`/packages/drawing/geometry/${geometryFile(state)}`);
  return { geometry: { nation, states: answer?.ok ? { [state!]: (await answer.json()) as never } : {} } };
}

const pictures = Object.values(drawing as Record<string, unknown>).filter(
  (one): one is Picture<VitrineDocument, MapView | undefined> => typeof one === "object" && one !== null && "draw" in one && "kind" in one,
);

async function drawn({ kind, file }: TestDocument, frame: Frame): Promise<TemplateResult> {
  const parsed = parseDocument(await json(`/test/documents/${kind}/${file}`));
  if (!parsed.ok) throw new Error(`${kind}/${file} is refused`);
  const { document } = parsed;
  const picture = pictures.find(({ kind }) => kind.schema === document.schema)!;
  return picture.draw(document, frame, document.schema === "access/1" ? await outlines(document) : undefined);
}

describe("one drawing for every host", () => {
  for (const test of all)
    for (const [width, live] of [
      [320, false],
      [720, true],
    ] as const)
      it(`${test.kind}, ${test.file}, ${width} px: the page's tree is the served file's tree`, async () => {
        const chosen = { id: "same", width, say };
        const place = document.createElement("div");
        render(await drawn(test, live ? liveFrame(chosen) : printFrame(chosen)), place);
        const page = tree(place.querySelector("svg")!);
        expect(page.split("\n").length).to.be.greaterThan(5);
        expect(page === treeOfText(await served({ ...test, id: "same", width, live })), "the trees are the same").to.equal(true);
      });

  for (const test of all.filter(({ kind, file }) => kind === "implementation" && file !== "partner.json"))
    it(`${test.file}: the live element draws what the static host serves`, async () => {
      const place = document.createElement("div");
      document.body.append(place);
      const element = document.createElement("cs-implementation-gauge");
      element.lang = "en";
      element.document = (await json(`/test/documents/implementation/${test.file}`)) as never;
      place.append(element);
      const drawing = () => element.shadowRoot?.querySelector<SVGSVGElement>("[part=picture] > svg[aria-describedby]");
      const svg = withoutKeys(await until(drawing));
      const id = svg.getAttribute("aria-describedby")!.replace(/-description$/, "");
      const text = await served({ ...test, id, width: Number(svg.getAttribute("width")), live: true });
      expect(tree(svg)).to.equal(treeOfText(text));
      place.remove();
    });
});
