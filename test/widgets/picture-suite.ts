import type { Envelope, VitrineDocument } from "@vitrine/contract";
import { en, speaker, type Picture } from "@vitrine/drawing";
import type { State } from "@vitrine/widgets";
import { expect, fixture, oneEvent } from "@open-wc/testing";
import { executeServerCommand, sendKeys } from "@web/test-runner-commands";
import { attacks, inside, markNames, part, said, until } from "./element-fixture.ts";

/** What these tests use of an element, whatever its kind and its view. */
interface Shown extends HTMLElement {
  document: object | null | undefined;
  readonly state: State;
  readonly updateComplete: Promise<boolean>;
  requestUpdate(): void;
}

/** An element of this tag that has been told its document and has drawn it. */
export async function shown<E extends Shown>(tag: string, document: Envelope, attributes = ""): Promise<E> {
  const { audience } = document;
  const partner = audience.kind === "partner" ? `partner="${audience.id}"` : "";
  const element = await fixture<E>(`<${tag} ${attributes} ${partner}></${tag}>`);
  const done = oneEvent(element, "vitrine-drawn");
  element.document = document;
  await done;
  await element.updateComplete;
  return element;
}

export const testDocument = async <D>(path: string): Promise<D> => (await (await fetch(`/test/${path}`)).json()) as D;

/** At 240 and 1200 pixels axe finds nothing in the element, and nothing runs out of it. */
export async function fits(element: Element): Promise<void> {
  const { style } = element.parentElement!;
  for (const width of [240, 1200]) {
    style.width = `${width}px`;
    await until(() => Math.abs(Number(part(element, "picture")!.querySelector("svg")!.getAttribute("width")) - width) <= 16);
    await expect(element).to.be.accessible();
    const figure = part(element, "figure")!;
    expect(figure.scrollWidth).to.equal(figure.clientWidth);
  }
  element.parentElement!.removeAttribute("style");
}

const cellsOf = (element: Element) => [...inside(element).querySelectorAll("tbody th, tbody td")].map((cell) => cell.textContent.trim());

/**
 * What every element of one picture does, over each of its test documents: the picture, its table and the file say the same; keys reach
 * every mark; axe finds nothing at 240 and 1200 pixels; attacks stay text.
 */
export async function pictureSuite<D extends VitrineDocument>(tag: string, kind: string, picture: Picture<D, never>): Promise<void> {
  const all = await executeServerCommand<{ kind: string; file: string }[], undefined>("test-documents");
  const files = all.filter((one) => one.kind === kind).map(({ file }) => file);
  const typical = () => testDocument<D>(`documents/${kind}/typical.json`);
  const say = speaker(en);

  describe(`${tag}, as every element`, () => {
    it("has test documents", () => expect(files.length).to.be.greaterThan(5));

    for (const file of files)
      it(`${file}: the table has what the picture tells, axe finds nothing, nothing runs out at 240 and 1200 pixels`, async () => {
        const document = await testDocument<D>(`documents/${kind}/${file}`);
        const element = await shown(tag, document);
        expect(element.state).to.be.oneOf(["drawn", "empty"]);
        const cells = picture.tabulate(document, say).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));
        expect(cellsOf(element)).to.deep.equal(cells.map((cell) => cell.trim()));
        await fits(element);
      });

    it("goes from mark to mark with the arrow keys, each with a name", async () => {
      const element = await shown(tag, await typical());
      const names = markNames(element);
      expect(names.length).to.be.greaterThan(2);
      const marks = [...inside(element).querySelectorAll<SVGElement>("[part=picture] svg [tabindex]")];
      for (const mark of marks) expect((mark.getAttribute("aria-label") ?? mark.textContent).trim()).not.to.equal("");
      marks[0]!.focus();
      for (let step = 1; step < names.length; step++) await sendKeys({ press: "ArrowRight" });
      const { dataset } = inside(element).activeElement as SVGElement;
      expect(dataset["key"] ?? `note ${dataset["note"]}`).to.equal(names.at(-1));
      await sendKeys({ press: "Home" });
      expect(inside(element).activeElement).to.equal(inside(element).querySelector("[part=picture] svg [tabindex]"));
    });

    it("gives data and picture away from its menu", async () => {
      const element = await shown(tag, await typical());
      part(element, "menu-button")!.click();
      await until(() => inside(element).querySelector("button[name=csv]"));
      const names = [...inside(element).querySelectorAll<HTMLButtonElement>(".panel button")].map(({ name }) => name);
      expect(names).to.include.members(["csv", "svg", "png", "print"]);
    });

    it("speaks Spanish and reads from right to left", async () => {
      const document = await typical();
      const element = await shown(tag, document);
      const english = said(element, "data");
      element.lang = "es";
      await until(() => said(element, "data") !== english);
      expect(said(element, "menu-button")).to.equal("Descargar o compartir");
      element.lang = "en";
      element.dir = "rtl";
      element.requestUpdate();
      await until(() => inside(element).querySelector('figure[dir="rtl"]'));
      await expect(element).to.be.accessible();
    });

    it("draws what attacks as text", async () => {
      for (const name of attacks) {
        const document = await testDocument<D>(`attacks/${kind}-${name}.json`);
        const element = await shown(tag, document);
        expect(said(element, "title")).to.equal(document.title.trim().replace(/\s+/g, " "));
        expect(inside(element).querySelectorAll("script, iframe, img, object, [onclick], [onerror]")).to.have.lengthOf(0);
        for (const { href } of inside(element).querySelectorAll<HTMLAnchorElement>("a[href]")) expect(href).to.match(/^(https|mailto):/);
      }
    });
  });
}
