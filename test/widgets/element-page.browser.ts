import { emulateMedia, executeServerCommand } from "@web/test-runner-commands";
import { expect } from "@open-wc/testing";
import { answering, attack, attacks, drawn, inside, part, place, said, typical, typicalAddress, until } from "./element-fixture.ts";

/** Takes files as they are handed to the reader. */
async function taken(element: HTMLElement, names: string[], view: Window & typeof globalThis = window): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>();
  const blobs = new Map<string, Blob>();
  const address = Object.getOwnPropertyDescriptor(view.URL, "createObjectURL")!;
  const click = Object.getOwnPropertyDescriptor(view.HTMLElement.prototype, "click")!;
  view.URL.createObjectURL = (blob) => {
    const made = `blob:${blobs.size}`;
    blobs.set(made, blob as Blob);
    return made;
  };
  view.HTMLElement.prototype.click = function (this: HTMLElement) {
    if (this instanceof view.HTMLAnchorElement) files.set(this.download, blobs.get(this.href)!);
    else this.dispatchEvent(new view.MouseEvent("click", { bubbles: true, composed: true }));
  };
  try {
    for (const name of names) {
      const before = files.size;
      part(element, "menu-button")!.click();
      await until(() => inside(element).querySelector(`button[name=${name}]`));
      inside(element).querySelector<HTMLButtonElement>(`button[name=${name}]`)!.click();
      await until(() => files.size > before && !inside(element).querySelector(".panel button"));
    }
  } finally {
    Object.defineProperty(view.URL, "createObjectURL", address);
    Object.defineProperty(view.HTMLElement.prototype, "click", click);
  }
  return files;
}

/** Stands in for the printer: what would be on paper. */
async function printed(element: HTMLElement): Promise<{ calls: number; page: Document }> {
  let calls = 0;
  let page: Document | undefined;
  const observer = new MutationObserver(() => {
    const frame = inside(element).querySelector("iframe");
    const view = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
    if (!view) return;
    view.print = () => {
      calls += 1;
      page = view.document;
    };
  });
  observer.observe(inside(element), { childList: true });
  part(element, "menu-button")!.click();
  await until(() => inside(element).querySelector("button[name=print]"));
  inside(element).querySelector<HTMLButtonElement>("button[name=print]")!.click();
  await until(() => page);
  observer.disconnect();
  return { calls, page: page! };
}

describe("what a reader takes away", () => {
  it("the data, as CSV with the same words as the table", async () => {
    const element = await drawn(await typical());
    const files = await taken(element, ["csv"]);
    const bytes = new Uint8Array(await files.get("riverbend-implementation-2025-2026-09-30.csv")!.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    const cells = [...inside(element).querySelectorAll("tbody th, tbody td")].map((cell) => cell.textContent.trim());
    expect(cells.length).to.be.greaterThan(20);
    for (const cell of cells) expect(text).to.contain(cell);
  });

  it("the picture, as SVG that needs no page: title, source and date in it, no colour of the page", async () => {
    const element = await drawn(await typical(), 'theme="dark"');
    const text = await (await taken(element, ["svg"])).get("riverbend-implementation-2025-2026-09-30.svg")!.text();
    const picture = new DOMParser().parseFromString(text, "image/svg+xml");
    expect(picture.querySelector("parsererror")).to.equal(null);
    expect(text).not.to.contain("var(").and.not.to.contain("<!--").and.not.to.contain("light-dark");
    for (const words of ["How many trained teachers now", "Data as of September 30, 2026", "62%"])
      expect(picture.documentElement.textContent).to.contain(words);
  });

  it("the picture, as PNG at twice its size and not of one colour", async () => {
    const element = await drawn(await typical());
    const blob = (await taken(element, ["png"])).get("riverbend-implementation-2025-2026-09-30.png")!;
    expect(blob.type).to.equal("image/png");
    const image = await createImageBitmap(blob);
    expect(image.width).to.equal(1600);
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.width, height: image.height });
    const context = canvas.getContext("2d")!;
    context.drawImage(image, 0, 0);
    const colours = new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer));
    // Blue of the first colour: 0053a5, in the byte order of a canvas.
    expect(colours.has(0xffa55300)).to.equal(true);
    expect(colours.has(0xffffffff)).to.equal(true);
  });

  it("paper with this figure alone: heading, picture, source, notes and tables", async () => {
    const element = await drawn(await typical());
    const { calls, page } = await printed(element);
    expect(calls).to.equal(1);
    expect(page.querySelector("h2")?.textContent).to.equal("How many trained teachers now teach computer science?");
    expect(page.querySelectorAll("svg")).to.have.lengthOf(1);
    expect(page.querySelectorAll("table").length).to.be.greaterThan(1);
    expect(page.body.textContent).to.contain("Data as of September 30, 2026").and.to.contain("five students have each finished");
    expect(page.body.textContent).not.to.contain("Download or share");
    page.defaultView!.dispatchEvent(new Event("afterprint"));
    expect(inside(element).querySelector("iframe")).to.equal(null);
  });

  it("a picture taller than a sheet of paper in parts, with nothing cut and nothing twice or left out", async () => {
    const element = await place(
      `<cs-implementation-gauge src="${typicalAddress.replace("typical", "many-rows")}"></cs-implementation-gauge>`,
    );
    await until(() => element.state === "drawn");
    const { page } = await printed(element);
    const parts = [...page.querySelectorAll<SVGSVGElement>("[part=picture] > svg")];
    expect(parts.length).to.be.greaterThan(3);
    let below = 0;
    for (const part of parts) {
      const { y, height } = part.viewBox.baseVal;
      expect(y).to.equal(below);
      below = y + height;
      const { top, bottom } = part.getBoundingClientRect();
      for (const text of part.querySelectorAll("text")) {
        const box = text.getBoundingClientRect();
        expect(box.bottom <= top + 1 || box.top >= bottom - 1 || (box.top >= top - 1 && box.bottom <= bottom + 1)).to.equal(true);
      }
    }
    expect(below).to.be.greaterThan(560);
    expect(parts.slice(1).every((part) => part.getAttribute("aria-hidden") === "true")).to.equal(true);
  });
});

describe("an element on its page", () => {
  it("runs on a strict page, menu and all, without one violation", async () => {
    // A second page, unbundled: some hundred files.
    const frame = document.createElement("iframe");
    frame.src = "/strict/test/pages/strict.html";
    Object.assign(frame, { width: "700", height: "900" });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    const view = frame.contentWindow as Window & typeof globalThis & { violations: string[] };
    const element = view.document.querySelector("cs-implementation-gauge")!;
    await until(() => element.state === "drawn");
    const figure = inside(element).querySelector("figure")!;
    expect(view.getComputedStyle(figure).fontSize).to.equal("14px");
    for (const details of inside(element).querySelectorAll("details")) details.open = true;
    const files = await taken(element, ["csv", "svg", "png"], view);
    expect([...files.values()].every(({ size }) => size > 300)).to.equal(true);
    const { page } = await printed(element);
    expect(page.defaultView!.getComputedStyle(page.querySelector("h2")!).fontSize).to.equal("20px");
    element.lang = "es";
    await until(() => said(element, "menu-button") === "Descargar o compartir");
    expect(view.violations).to.deep.equal([]);
    // The page does report: a style of its own is refused.
    view.document.body.setAttribute("style", "color: red");
    await until(() => view.violations.length > 0);
    frame.remove();
  });

  for (const name of attacks)
    it(`draws an attack as text, in picture, table, CSV, SVG and paper: ${name}`, async () => {
      const element = await place(`<cs-implementation-gauge src="${attack(name)}"></cs-implementation-gauge>`);
      await until(() => element.state !== "waiting");
      expect(element.state).to.equal("drawn");
      const source = (await (await fetch(attack(name))).json()) as Awaited<ReturnType<typeof typical>>;
      expect(said(element, "title")).to.equal(source.title.replace(/\s+/g, " ").trim());
      expect(inside(element).textContent).to.contain(source.breakdowns[0]!.groups[0]!.name);
      const clean = (root: ParentNode) => {
        const foreign =
          "script, iframe:not(.unseen), object, embed, form, input, img, link, meta, style, base, foreignObject, animate, set, use, image";
        expect(root.querySelector(foreign)).to.equal(null);
        for (const node of root.querySelectorAll("*"))
          for (const { name: attribute, value } of node.attributes) {
            expect(attribute).not.to.match(/^on/);
            expect(attribute).not.to.equal("style");
            if (/^(?:xlink:)?href$|^src$/.test(attribute)) expect(value).to.match(/^(https:|mailto:)/);
          }
      };
      clean(inside(element));
      const files = await taken(element, ["csv", "svg"]);
      const [csv, svg] = await Promise.all([...files.values()].map((blob) => blob.text()));
      clean(new DOMParser().parseFromString(svg!, "image/svg+xml"));
      for (const line of csv!.slice(1).split("\r\n")) expect(line).not.to.match(/^"?[=+@\t]|^"?-[^"]*[(!|]|,"?[=+@\t]/);
      clean((await printed(element)).page.body);
    });

  it("stands twice on a page without one id of the other's", async () => {
    const box = await place(`<div>${`<cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge>`.repeat(2)}</div>`);
    const both = [...box.querySelectorAll("cs-implementation-gauge")];
    await until(() => both.every(({ state }) => state === "drawn"));
    for (const element of both) {
      const ids = [...inside(element).querySelectorAll("[id]")].map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      const used = inside(element).innerHTML.match(/(?<=url\(#)[^)]+/g) ?? [];
      for (const id of used) expect(ids).to.include(id);
      expect(document.getElementById(ids[0]!)).to.equal(null);
    }
  });

  it("takes no style from the page and gives none to it, but the page's font and the parts it names", async () => {
    const style = document.createElement("style");
    style.textContent = `
      body { font-family: monospace; text-transform: uppercase; letter-spacing: 9px; }
      h3, p, table, svg, button { display: none !important; color: red !important; }
      cs-implementation-gauge::part(title) { font-size: 33px; }`;
    document.head.append(style);
    const plain = await place("<p></p>");
    const element = await drawn(await typical());
    const title = getComputedStyle(part(element, "title")!);
    style.remove();
    expect(plain.isConnected).to.equal(true);
    expect(document.adoptedStyleSheets).to.deep.equal([]);
    document.head.append(style);
    expect([title.display, title.fontSize, title.fontFamily, title.textTransform, title.letterSpacing]).to.deep.equal([
      "block",
      "33px",
      "monospace",
      "none",
      "normal",
    ]);
    style.remove();
  });

  it("follows the page's colour scheme, and its own theme attribute before it", async () => {
    const element = await drawn(await typical());
    const paper = () => getComputedStyle(part(element, "figure")!).backgroundColor;
    expect(paper()).to.equal("rgb(255, 255, 255)");
    element.parentElement!.style.colorScheme = "dark";
    expect(paper()).to.equal("rgb(20, 24, 31)");
    element.setAttribute("theme", "light");
    expect(paper()).to.equal("rgb(255, 255, 255)");
    element.removeAttribute("theme");
    element.parentElement!.style.colorScheme = "light dark";
    await emulateMedia({ colorScheme: "dark" });
    expect(paper()).to.equal("rgb(20, 24, 31)");
    await emulateMedia({ colorScheme: "light" });
    element.parentElement!.removeAttribute("style");
  });

  it("takes a colour from a custom property, in the picture too", async () => {
    const element = await drawn(await typical());
    element.style.setProperty("--cs-blue", "rgb(1, 2, 3)");
    const fills = [...inside(element).querySelectorAll('[data-key="met"] path')].map((path) => getComputedStyle(path).fill);
    expect(fills).to.include("rgb(1, 2, 3)");
  });

  it("uses the reader's own colours when they are forced", async () => {
    const element = await drawn(await typical());
    element.style.setProperty("--cs-ink", "rgb(1, 2, 3)");
    await executeServerCommand("forced-colors", { active: true });
    const probe = document.createElement("p");
    probe.style.color = "CanvasText";
    element.after(probe);
    const ink = getComputedStyle(part(element, "title")!).color;
    const wanted = getComputedStyle(probe).color;
    const text = getComputedStyle(part(element, "picture")!.querySelector("text")!).fill;
    await executeServerCommand("forced-colors", { active: false });
    probe.remove();
    expect(ink).to.equal(wanted);
    expect(text).to.equal(wanted);
  });

  it("stands still for readers who asked for less motion", async () => {
    const element = await drawn(await typical());
    const time = () => getComputedStyle(inside(element).querySelector("[data-key]")!).transitionDuration;
    await emulateMedia({ reducedMotion: "no-preference" });
    expect(time()).to.equal("0.2s");
    await emulateMedia({ reducedMotion: "reduce" });
    expect(time()).to.equal("0s");
    await emulateMedia({ reducedMotion: "no-preference" });
  });

  it("prints with its page: notes and tables open, the menu gone, light", async () => {
    const element = await drawn(await typical(), 'theme="dark"');
    const before = part(element, "data")!.offsetHeight;
    await emulateMedia({ media: "print" });
    expect(part(element, "data")!.offsetHeight).to.be.greaterThan(before + 100);
    expect(part(element, "menu")!.offsetHeight).to.equal(0);
    expect(getComputedStyle(part(element, "figure")!).backgroundColor).to.equal("rgb(255, 255, 255)");
    await emulateMedia({ media: "screen" });
  });

  it("keeps its title on the sheet of its picture, and the name and head of a table on that of its rows", async () => {
    const element = await drawn(await typical());
    const breaks = (selector: string, side: "breakBefore" | "breakAfter") =>
      getComputedStyle(inside(element).querySelector(selector)!)[side];
    await emulateMedia({ media: "print" });
    try {
      for (const name of ["summary", "notice", "picture"]) expect(breaks(`[part=${name}]`, "breakBefore"), name).to.equal("avoid");
      for (const name of ["caption", "thead", "summary", "dt"]) expect(breaks(name, "breakAfter"), name).to.equal("avoid");
    } finally {
      await emulateMedia({ media: "screen" });
    }
  });

  it("never scrolls sideways at 320 pixels, and keeps less space around", async () => {
    const element = await drawn(await typical(), 'style="inline-size: 320px"');
    for (const details of inside(element).querySelectorAll("details")) details.open = true;
    const figure = part(element, "figure")!;
    expect(getComputedStyle(figure).paddingLeft).to.equal("12px");
    expect(figure.scrollWidth).to.equal(figure.clientWidth);
    element.style.inlineSize = "700px";
    await until(() => getComputedStyle(figure).paddingLeft === "16px");
  });

  it("has a width where a page leaves it to its contents: in a table cell, a float, a row of boxes", async () => {
    for (const around of ["display: table-cell", "float: inline-start", "display: flex", "display: inline-block"]) {
      const box = document.createElement("div");
      box.style.cssText = around;
      document.body.append(box);
      const element = await drawn(await typical());
      box.append(element);
      await until(() => element.getBoundingClientRect().width >= 240);
      box.remove();
    }
  });

  it("gives its title the level the page asks for", async () => {
    const element = await drawn(await typical(), 'heading="2"');
    expect(part(element, "title")!.localName).to.equal("h2");
    element.heading = 99;
    await element.updateComplete;
    expect(part(element, "title")!.localName).to.equal("h3");
  });

  it("gives links nothing of a reader or a row", async () => {
    const element = await drawn(await typical());
    const links = [...part(element, "actions")!.querySelectorAll("a")];
    expect(links.map(({ href, rel, target }) => [href, rel, target])).to.deep.equal([
      ["mailto:programme@vitrine.example", "noopener", ""],
      ["https://vitrine.example/privacy", "noopener", ""],
    ]);
  });

  it("writes a long table when it is opened, not before", async () => {
    const group = (await typical()).breakdowns[0]!.groups[0]!;
    const groups = Array.from({ length: 200 }, (_, at) => ({ ...group, id: `g${at}`, name: `Group ${at}` }));
    const breakdowns = [1, 2, 3].map((at) => ({ by: `by-${at}`, label: `By ${at}`, partition: false, groups }));
    const element = await drawn(await typical({ breakdowns }));
    expect(inside(element).querySelectorAll("table")).to.have.lengthOf(0);
    (part(element, "data") as HTMLDetailsElement).open = true;
    await until(() => inside(element).querySelectorAll("tbody tr").length > 600);
  });

  it("answers an address with a large error page in a sentence", async () => {
    const element = await place(
      `<cs-implementation-gauge src="${answering("<html>".repeat(100), "type=text/html")}"></cs-implementation-gauge>`,
    );
    await until(() => element.state === "refused");
    await element.updateComplete;
    expect(said(element, "notice")).to.contain("(not-json)");
  });

  it("is drawn for a new width before the page is painted, and tells the page of no endless resizing", async () => {
    const element = await drawn(await typical());
    element.style.inlineSize = "900px";
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const errors: unknown[] = [];
    const note = (event: ErrorEvent) => errors.push(event.message);
    addEventListener("error", note);
    for (const width of [900, 480, 700, 300]) {
      element.style.inlineSize = `${width}px`;
      await frame();
      // What was laid out and painted in that frame stands there when the next one begins.
      await frame();
      const drawing = inside(element).querySelector("[part=picture] svg")!;
      expect(Number(drawing.getAttribute("width"))).to.equal(Math.floor((width - 2) / 8) * 8);
    }
    removeEventListener("error", note);
    expect(errors).to.deep.equal([]);
  });

  it("shows its picture before its closed table, which is complete when it is, and at once where a reader asks for it or prints", async () => {
    const tableOf = (element: HTMLElement) => part(element, "data")!.querySelector("table");
    const idle = window.requestIdleCallback;
    const waiting: (() => void)[] = [];
    window.requestIdleCallback = (done) => waiting.push(() => done({ didTimeout: false, timeRemaining: () => 50 }));
    try {
      const [first, second] = [
        await place("<cs-implementation-gauge></cs-implementation-gauge>"),
        await place(`<cs-implementation-gauge></cs-implementation-gauge>`),
      ];
      for (const element of [first, second]) element.document = await typical();
      await until(() => waiting.length === 2);
      for (const element of [first, second]) {
        expect(part(element, "picture")!.querySelector("svg")).not.to.equal(null);
        expect(tableOf(element)).to.equal(null);
      }
      part(second, "data")!.querySelector("summary")!.click();
      await until(() => tableOf(second));
      expect(tableOf(first)).to.equal(null);
      const third = await place("<cs-implementation-gauge></cs-implementation-gauge>");
      third.document = await typical();
      await until(() => waiting.length === 3);
      for (const done of waiting.splice(0, 2)) done();
      await first.updateComplete;
      expect(tableOf(first)!.rows.length).to.be.greaterThan(1);
      expect(tableOf(third)).to.equal(null);
      dispatchEvent(new Event("beforeprint"));
      // Nothing but what the page does at once may come before paper.
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      expect(tableOf(third)!.rows.length).to.be.greaterThan(1);
    } finally {
      window.requestIdleCallback = idle;
    }
  });
});
