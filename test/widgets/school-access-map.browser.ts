import { expect, fixture } from "@open-wc/testing";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import type { SchoolAccessMap } from "@vitrine/widgets";
import { fastest } from "../helpers/fastest.ts";
import { accessOf, type Invented } from "./access-fixture.ts";
import { all, button, documentAt, find, focused, geometry, heard, mapOf, names, pause, text, until } from "./school-map-fixture.ts";

const nation = "/test/documents/access/nation.json";
const press = async (...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
};
const type = async (map: SchoolAccessMap, words: string) => {
  const field = find<HTMLInputElement>(map, ".search input")!;
  field.focus();
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await map.updateComplete;
};
const where = (map: SchoolAccessMap) => text(find(map, "[part=source]"));
const enterMap = async (map: SchoolAccessMap) => {
  find<SVGElement>(map, '.surface [tabindex="0"]')!.focus();
  await map.updateComplete;
};
/** The colour of the canvas at a school's place. */
function pixel(map: SchoolAccessMap, x: number, y: number): number[] {
  const canvas = find<HTMLCanvasElement>(map, "canvas")!;
  const dots = canvas.width / canvas.clientWidth;
  return [...canvas.getContext("2d")!.getImageData(Math.round(x * dots), Math.round(y * dots), 1, 1).data];
}
const painted = (map: SchoolAccessMap) => {
  const canvas = find<HTMLCanvasElement>(map, "canvas")!;
  return canvas
    .getContext("2d")!
    .getImageData(0, 0, canvas.width, canvas.height)
    .data.filter((_, at) => at % 4 === 3)
    .some((alpha) => alpha > 0);
};
const far = accessOf([
  { name: "Alone North", area: "12001", status: "offers", at: [29.65, -82.3] },
  { name: "Alone South", area: "12003", status: "withheld", at: [26.1, -81.4] },
  { name: "Alone West", area: "12003", status: "does-not-offer", at: [30.4, -87.2] },
  { name: "Nowhere High", area: "12003", status: "limited" },
]);
/** So many that they are drawn by and by. */
const thousands = accessOf(
  Array.from({ length: 2100 }, (_, at): Invented => ({
    name: `School ${at}`,
    area: "12001",
    status: "offers",
    at: [29.65, -82.3 + at / 10_000],
  })),
);

before(() => emulateMedia({ reducedMotion: "reduce" }));
after(() => emulateMedia({ reducedMotion: "no-preference" }));

// Every module of a page under test is a request of its own; a browser remembers 250.
performance.setResourceTimingBufferSize(2000);

describe("cs-school-access-map", () => {
  it("moves what is drawn along with a hand, and draws it anew at rest", async () => {
    const map = await mapOf(far);
    const surface = find(map, ".surface")!;
    const land = find<SVGElement>(map, ".land")!;
    const matrix = () => find(map, ".land g[transform^=matrix]")!.getAttribute("transform");
    const before = matrix();
    const { left, top } = surface.getBoundingClientRect();
    surface.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true }));
    await map.updateComplete;
    surface.dispatchEvent(
      new WheelEvent("wheel", { ctrlKey: true, deltaY: -60, clientX: left + 100, clientY: top + 100, bubbles: true, cancelable: true }),
    );
    expect(land.getAttribute("transform")).to.match(/^matrix\(1\.8/);
    expect(matrix()).to.equal(before);
    await until(() => matrix() !== before);
    expect(land.hasAttribute("transform")).to.equal(false);
  });

  it("does what a hand and a key began before the code for it was there", async () => {
    const map = await mapOf(far);
    const matrix = () => find(map, ".land g[transform^=matrix]")!.getAttribute("transform")!;
    const before = matrix();
    const surface = find(map, ".surface")!;
    const { left, top } = surface.getBoundingClientRect();
    const at = { clientX: left + 100, clientY: top + 100, bubbles: true, composed: true, cancelable: true };
    const wheel = new WheelEvent("wheel", { ...at, ctrlKey: true, deltaY: -60 });
    surface.dispatchEvent(wheel);
    // The page itself is not enlarged.
    expect(wheel.defaultPrevented).to.equal(true);
    await until(() => matrix() !== before);
    const other = await mapOf(far);
    find<HTMLElement>(other, "canvas")!.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }));
    await until(() => heard(other).startsWith("Alone"));
    const third = await mapOf(far);
    all(third, ".schools .name")[0]!.click();
    await until(() => find(third, ".schools .card dl"));
  });

  it("shows a nation's schools first and lists them a moment later", async () => {
    const map = await mapOf(thousands);
    await until(() => names(map).length > 0);
    expect(names(map)[0]).to.equal("School 0");
    expect(text(find(map, ".list-count"))).to.contain("2,100 of 2,100");
  });

  it("has all counties and rows when it is complete, and when a page is printed before that", async () => {
    const map = await mapOf(thousands);
    expect(all(map, ".ground [data-key]")).to.have.length(67);
    expect(names(map)).to.have.length(100);
    const box = await fixture<HTMLElement>(`<div><cs-school-access-map geometry="${geometry}"></cs-school-access-map></div>`);
    box.style.width = "900px";
    const other = box.firstElementChild as SchoolAccessMap;
    // What is due at once is done before a browser prints, and no more.
    const printing = async () => {
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    };
    const printed = new Promise<string[]>((resolve) => {
      const watch = new MutationObserver(() => {
        if (!other.shadowRoot!.querySelector("canvas")) return;
        watch.disconnect();
        window.dispatchEvent(new Event("beforeprint"));
        void printing().then(() => resolve(names(other)));
      });
      watch.observe(other.shadowRoot!, { childList: true, subtree: true });
    });
    other.document = thousands;
    expect(await printed).to.have.length(100);
    expect(all(other, ".ground [data-key]")).to.have.length(67);
    window.dispatchEvent(new Event("afterprint"));
  });

  it("is printed from a canvas that was never emptied: on paper that would empty the land below", async () => {
    const map = await mapOf(thousands);
    const canvases = () => all(map, "canvas").filter((canvas) => getComputedStyle(canvas).display !== "none");
    const before = canvases();
    const given = Object.getOwnPropertyDescriptor(CanvasRenderingContext2D.prototype, "clearRect")!;
    const emptied: EventTarget[] = [];
    const value = function (this: CanvasRenderingContext2D, ...rect: unknown[]) {
      emptied.push(this.canvas as HTMLCanvasElement);
      (given.value as (...rect: unknown[]) => void).apply(this, rect);
    };
    Object.defineProperty(CanvasRenderingContext2D.prototype, "clearRect", { ...given, value });
    try {
      window.dispatchEvent(new Event("beforeprint"));
      const printed = canvases() as HTMLCanvasElement[];
      expect(printed).to.have.length(1);
      expect(printed[0]).not.to.equal(before[0]);
      expect(emptied).not.to.include(printed[0]);
      const { data } = printed[0]!.getContext("2d")!.getImageData(0, 0, printed[0]!.width, printed[0]!.height);
      expect(
        data.some((value) => value > 0),
        "schools are on it",
      ).to.equal(true);
    } finally {
      window.dispatchEvent(new Event("afterprint"));
      Object.defineProperty(CanvasRenderingContext2D.prototype, "clearRect", given);
    }
    expect(canvases()).to.deep.equal(before);
  });

  it("narrows map and list to what was typed last, by the time it is complete", async () => {
    const map = await mapOf(thousands);
    find<HTMLElement>(map, ".surface")!.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true }));
    await map.updateComplete;
    const field = find<HTMLInputElement>(map, ".search input")!;
    for (const words of ["School 1", "School 19", "School 199"]) {
      field.value = words;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    // What is found stands there before that.
    await until(() => text(find(map, "[role=option]")).startsWith("School 199"));
    await map.updateComplete;
    expect(text(find(map, ".list-count"))).to.contain("12 of 2,100");
    expect(text(find(map, ".legend"))).to.contain("Offers computer science: 12");
    expect(names(map)).to.have.length(12);
    await type(map, "");
    expect(names(map)).to.have.length(100);
  });

  it("keeps the name of what is pointed at within the map", async () => {
    const named = accessOf(
      [
        [30.6, -87.4],
        [30.9, -85.5],
        [30.6, -81.5],
        [27.9, -82.7],
        [25.9, -80.2],
        [25.2, -80.5],
      ].map(([latitude, longitude], at): Invented => ({
        name: at % 2 ? "Ely" : "A school with a name so long that it takes several lines wherever it is written",
        area: "12001",
        status: "offers",
        at: [latitude!, longitude!],
      })),
    );
    for (const direction of ["ltr", "rtl"])
      for (const width of [240, 600, 1200]) {
        const map = await mapOf(named, width, `dir="${direction}"`);
        const surface = find(map, ".surface")!;
        const canvas = find(map, "canvas")!;
        canvas.focus();
        const seen = new Set<string>();
        for (let step = 0; step < 6; step++) {
          await press("PageDown");
          await map.updateComplete;
          const tip = find(map, ".tip")!;
          seen.add(text(tip));
          const [inner, outer] = [tip.getBoundingClientRect(), surface.getBoundingClientRect()];
          for (const side of ["left", "top"] as const) expect(inner[side] - outer[side], `${side} at ${width}`).to.be.at.least(0);
          for (const side of ["right", "bottom"] as const) expect(outer[side] - inner[side], `${side} at ${width}`).to.be.at.least(0);
        }
        expect(seen.size).to.equal(2);
        map.remove();
      }
  });

  it("takes a sign of use while a figure of the page stands in for it", async () => {
    const map = document.createElement("cs-school-access-map");
    map.innerHTML = "<figure>Stands in</figure>";
    map.geometry = geometry;
    (await fixture<HTMLElement>("<div></div>")).append(map);
    map.firstElementChild!.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true }));
    // What an act needs brings styles of its own, and comes before there is a document.
    await map.updateComplete;
    const before = map.shadowRoot?.adoptedStyleSheets.length;
    map.document = far;
    await until(() => find(map, "canvas"));
    await map.updateComplete;
    expect(before).to.be.greaterThan(0);
    expect(map.shadowRoot!.adoptedStyleSheets.length).to.equal(before);
  });

  it("fills a long list beside it some rows at a time, and is complete when all of a page stand there", async () => {
    const many = accessOf(
      Array.from({ length: 2100 }, (_, at): Invented => ({
        name: `School ${at}`,
        area: "12001",
        status: "offers",
        at: [29, -82 - (at % 150) / 100],
      })),
    );
    const map = document.createElement("cs-school-access-map");
    map.geometry = geometry;
    const seen = new Set<number>();
    // Rows are counted whenever a frame may have been painted between two of them, and none before there is a root.
    const counting = setInterval(() => seen.add(map.shadowRoot ? names(map).length : 0), 1);
    const box = await fixture<HTMLElement>("<div></div>");
    box.style.width = "900px";
    box.append(map);
    map.document = many;
    await until(() => find(map, "canvas"));
    await map.updateComplete;
    clearInterval(counting);
    expect(names(map).length).to.equal(100);
    expect([...seen].filter((rows) => rows > 0 && rows < 100)).not.to.deep.equal([]);
    expect(text(find(map, ".legend"))).to.contain("2,100");
    // Another document takes the place of one whose list is not full yet.
    map.document = { ...many, id: "again" };
    map.document = far;
    await map.updateComplete;
    await until(() => names(map).length === 4);
  });

  it("finds a school of a state that is not open, opens that state and its card", async () => {
    const map = await mapOf(nation);
    const state = await documentAt("typical");
    const name = state.schools!.name.find((name, at, every) => every.indexOf(name) === every.lastIndexOf(name) && at > 3)!;
    await type(map, name);
    await until(() => find(map, "[role=option]"));
    expect(text(find(map, "[role=option]")))
      .to.contain(name)
      .and.to.contain("Oregon");
    await until(() => !find(map, ".map-notice"));
    await press("Enter");
    await until(() => text(find(map, ".place .place-name")) === name);
    await until(() => find(map, ".ring .chosen"));
    expect(where(map)).to.contain("Sample State");
  });

  it("fills the screen and comes back", async () => {
    const map = await mapOf(nation);
    const fill = () => all<HTMLButtonElement>(map, "[part=zoom] button").at(-1)!;
    // Where a page may not, as in most frames, there is no such button.
    if (!document.fullscreenEnabled) return void expect(all(map, "[part=zoom] button").length).to.equal(3);
    expect(fill().getAttribute("aria-label")).to.equal("Fill the screen, or come back");
    // Only a reader's own press may fill the screen.
    fill().focus();
    await press("Enter");
    await until(() => document.fullscreenElement === map);
    fill().focus();
    await press("Enter");
    await until(() => document.fullscreenElement === null);
  });

  it("goes from nation to state to school and back by keyboard alone", async () => {
    const map = await mapOf(nation);
    const name = where(map);
    await enterMap(map);
    expect(focused(map)).to.match(/^area:/);
    const first = focused(map);
    await press("ArrowRight");
    expect(focused(map))
      .to.match(/^area:/)
      .and.not.equal(first);
    for (let step = 0; focused(map) !== "area:41"; step++) {
      expect(step).to.be.lessThan(60);
      await press("PageDown");
    }
    await press("Enter");
    await until(() => where(map) !== name && find(map, "canvas"));
    await until(() => focused(map) === "canvas");
    await press("ArrowDown");
    await until(() => /schools|:/.test(heard(map)));
    const one = heard(map);
    await press("ArrowRight");
    await until(() => heard(map) !== one);
    for (let step = 0; !find(map, ".place"); step++) {
      expect(step).to.be.lessThan(20);
      await press("Enter");
      await map.updateComplete;
    }
    await until(() => focused(map) === "place");
    await press("Escape");
    await until(() => !find(map, ".place") && focused(map) === "canvas");
    for (let step = 0; where(map) !== name; step++) {
      expect(step).to.be.lessThan(4);
      await press("Escape");
      await map.updateComplete;
    }
    await until(() => focused(map) === "area:41");
  });

  it("moves an area to the neighbour that lies that way", async () => {
    const map = await mapOf(nation);
    find<SVGElement>(map, '[data-key="area:08"]')!.focus();
    await map.updateComplete;
    await press("ArrowRight");
    expect(focused(map)).to.equal("area:20");
    await press("ArrowUp");
    expect(focused(map)).to.equal("area:31");
  });

  it("finds a place from the search field and goes there", async () => {
    const map = await mapOf(nation);
    await type(map, "ore");
    expect(find(map, "[role=combobox]")!.getAttribute("aria-expanded")).to.equal("true");
    await press("ArrowDown", "Enter");
    await until(() => find(map, ".back"));
    const document = await documentAt("typical");
    const row = document.schools!.name.findIndex((name, at, every) => every.indexOf(name) === every.lastIndexOf(name) && at > 3);
    await until(() => find(map, "canvas"));
    await type(map, document.schools!.name[row]!);
    await press("Enter");
    await until(() => text(find(map, ".place .place-name")) === document.schools!.name[row]);
    expect(find(map, ".ring .chosen")).not.to.equal(null);
    expect(find<HTMLInputElement>(map, ".search input")!.value).to.equal("");
  });

  it("filters map and list together", async () => {
    const map = await mapOf(far);
    await until(() => text(find(map, ".legend")).includes("Offers computer science: 1"));
    button(map, "Withheld").click();
    await until(() => names(map).length === 1);
    expect(names(map)).to.deep.equal(["Alone South"]);
    await until(() => !text(find(map, ".legend")).includes("Offers computer science: 1"));
    find<HTMLElement>(map, "canvas")!.focus();
    await press("PageDown");
    await until(() => heard(map).startsWith("Alone South"));
    await press("PageDown");
    expect(heard(map)).to.match(/^Alone South/);
  });

  it("paints schools where they are, and follows dark", async () => {
    const map = await mapOf(far);
    find<HTMLElement>(map, "canvas")!.focus();
    await type(map, "");
    await until(() => painted(map));
    const at = async (name: string) => {
      for (let step = 0; step < 6 && !heard(map).startsWith(name); step++) {
        find<HTMLElement>(map, "canvas")!.focus();
        await press("PageDown");
        await map.updateComplete;
      }
      const ring = find<HTMLElement>(map, ".ring .chosen")!;
      const [, x, y] = /^translate\(([\d.]+)px, ([\d.]+)px\)$/.exec(ring.style.transform)!;
      return [Number(x), Number(y)] as const;
    };
    const spot = await at("Alone North");
    expect(pixel(map, ...spot)).to.deep.equal([0, 83, 165, 255]);
    map.setAttribute("theme", "dark");
    await until(() => pixel(map, ...spot)[0] === 187);
    expect(pixel(map, ...spot)).to.deep.equal([187, 202, 255, 255]);
  });

  it("lists schools without a place and counts them in the legend", async () => {
    const map = await mapOf(await documentAt("bad-coordinates"));
    await until(() => painted(map));
    expect(all(map, ".unlocated").length).to.be.greaterThan(3);
    expect(text(find(map, ".legend"))).to.match(/ocation not known|not known/);
    expect(map.state).to.equal("drawn");
  });

  it("opens a spot with many schools as a card that names each", async () => {
    const map = await mapOf(await documentAt("same-spot"));
    await until(() => painted(map));
    find<HTMLElement>(map, "canvas")!.focus();
    for (let step = 0; !find(map, ".members"); step++) {
      expect(step).to.be.lessThan(60);
      await press("PageDown");
      if (!/^\d\d/.test(heard(map))) continue;
      for (let zoom = 0; zoom < 4 && !find(map, ".place"); zoom++) {
        await press("Enter");
        await map.updateComplete;
      }
      if (find(map, ".place") && !find(map, ".members")) await press("Escape");
    }
    expect(all(map, ".members button").length).to.be.greaterThan(60);
    all(map, ".members button")[3]!.click();
    await until(() => find(map, ".place dl"));
  });

  it("asks for its document, its lines and the opened state's file, and nothing else", async () => {
    // Lines are fetched once for a page, and other tests have had them.
    const paths = () => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    const known = new Set(paths().filter((path) => path.startsWith(geometry)));
    performance.clearResourceTimings();
    const map = await mapOf(nation);
    button(map, "Oregon").click();
    await until(() => find(map, "canvas"));
    const asked = () =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name))
        .filter(({ pathname }) => !/\.(js|ts|mjs)$|__web|wtr/.test(pathname));
    const own = () => asked().flatMap(({ pathname }) => (pathname.endsWith(".json") ? pathname : []));
    const wanted = [nation, `${geometry}us.json`, "/test/documents/access/typical.json", `${geometry}us-41.json`].filter(
      (path) => !known.has(path),
    );
    // A browser writes down what was asked for a moment after it has answered.
    await until(() => own().length >= wanted.length);
    expect(own().sort()).to.deep.equal(wanted.sort());
    expect(asked().every(({ origin }) => origin === location.origin)).to.equal(true);
  });

  it("finds a school of a state that is not open, and opens it there, while the list keeps every area", async () => {
    const map = await mapOf(nation);
    const { name } = (await documentAt("typical")).schools!;
    const field = find<HTMLInputElement>(map, "input[type=search]")!;
    field.value = name[0]!;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    await until(() => text(find(map, "[role=option]")).startsWith(name[0]!));
    expect(text(find(map, "[part=list]")))
      .to.contain("Alabama")
      .and.not.to.contain("No school matches");
    find(map, "[role=option]")!.click();
    await until(() => text(find(map, ".place .place-name")) === name[0]);
    expect(find(map, ".back")).not.to.equal(null);
  });

  it("keeps the overview when a state's file is missing, broken, or for others", async () => {
    const overview = await documentAt("nation");
    const answers: [string, unknown][] = [
      ["missing.json", undefined],
      ["broken.json", "{"],
      ["partner.json", { ...(await documentAt("typical")), audience: { kind: "partner", id: "p", consent: "c", confidentiality: "c" } }],
    ];
    const real = window.fetch;
    try {
      for (const [file, value] of answers) {
        const own = {
          ...overview,
          areas: { ...overview.areas, file: overview.areas.file!.map((name) => (name === "typical.json" ? file : name)) },
        };
        window.fetch = (input, options) => {
          const path = new URL(input instanceof Request ? input.url : input, location.href).pathname;
          if (path === "/data/own.json") return Promise.resolve(new Response(JSON.stringify(own)));
          if (path === `/data/${file}` && value !== undefined)
            return Promise.resolve(new Response(typeof value === "string" ? value : JSON.stringify(value)));
          return real(input, options);
        };
        const map = await mapOf("/data/own.json");
        button(map, "Oregon").click();
        await until(() => text(find(map, ".map-notice")).startsWith("The schools of Oregon could not be shown"));
        expect(where(map)).to.contain(overview.scope.name);
        expect(find(map, '[data-key="area:41"]')).not.to.equal(null);
        map.remove();
      }
    } finally {
      window.fetch = real;
    }
  });

  it("takes the last of two states that are opened quickly", async () => {
    const map = await mapOf(nation);
    const oregon = button(map, "Oregon");
    oregon.click();
    button(map, "Alabama").click();
    await until(() => text(find(map, ".place .place-name")) === "Alabama");
    await pause(300);
    expect(find(map, ".back")).to.equal(null);
  });

  it("still lists and tabulates when the lines cannot be had", async () => {
    const map = await mapOf(far, 900, 'geometry="/nowhere/"');
    find(map, ".map-notice");
    expect(map.state).to.equal("drawn");
    map.geometry = "/nowhere/";
    await until(() => text(find(map, ".map-notice")).startsWith("The map could not be drawn"));
    expect(names(map)).to.have.length(4);
    expect(text(find(map, "[part=data]"))).to.contain("North County");
  });

  it("draws markup in a document as text", async () => {
    for (const name of ["markup", "svg", "script"]) {
      const map = await mapOf(`/test/attacks/access-${name}.json`);
      expect(all(map, "script, img, iframe, object, embed, foreignObject, a[href^='javascript' i]")).to.have.length(0);
      map.remove();
    }
  });

  it("starts anew with another document, and shows a new width's list in its place", async () => {
    const map = await mapOf(nation);
    button(map, "Oregon").click();
    await until(() => find(map, ".back"));
    map.src = undefined;
    map.document = far;
    await until(() => where(map).includes("Florida") && names(map).length === 4);
    expect(find(map, ".back")).to.equal(null);
    expect(find(map, ".map")!.classList.contains("wide")).to.equal(true);
    map.parentElement!.style.width = "330px";
    await until(() => !find(map, ".map")!.classList.contains("wide"));
    expect(find(map, "[part=figure]")!.scrollWidth).to.be.at.most(330);
    // Also where widths follow each other while the last one is still being filled.
    for (const width of [900, 908, 916, 924, 900, 932]) {
      map.parentElement!.style.width = `${width}px`;
      await new Promise((resolve) => setTimeout(resolve, 12));
    }
    await until(() => find(map, ".map")!.classList.contains("wide"));
    await until(() => text(find(map, ".legend")).includes("Offers computer science: 1") && names(map).length === 4);
  });

  it("shows 30,000 schools, and answers a pointer in under 2 ms", async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => ({
      name: `School ${at}`,
      area: at % 3 ? "12001" : "12003",
      status: at % 2 ? ("offers" as const) : ("does-not-offer" as const),
      at: [25.2 + ((at * 7919) % 5400) / 1000, -81 - ((at * 104_729) % 6100) / 1000] as [number, number],
    }));
    const map = await mapOf(accessOf(many));
    await until(() => painted(map));
    const surface = find(map, ".surface")!;
    const { left, top, width, height } = surface.getBoundingClientRect();
    let step = 0;
    const forty = fastest(() => {
      for (const end = step + 40; step < end; step++)
        surface.dispatchEvent(
          new PointerEvent("pointermove", {
            clientX: left + ((step * 37) % width),
            clientY: top + ((step * 53) % height),
            pointerType: "mouse",
            bubbles: true,
            composed: true,
          }),
        );
    });
    expect(forty / 40).to.be.lessThan(2);
  });

  it("passes axe as nation and as state with a card, light and dark", async () => {
    for (const scheme of ["light", "dark"]) {
      const map = await mapOf(nation, 900, `theme="${scheme}"`);
      await expect(map).to.be.accessible();
      button(map, "Oregon").click();
      await until(() => find(map, "canvas"));
      await map.updateComplete;
      all(map, ".schools .name")[0]!.click();
      await until(() => find(map, ".schools .card dl"));
      await expect(map).to.be.accessible();
      button(map, "Show on the map").click();
      await until(() => find(map, ".place"));
      await expect(map).to.be.accessible();
      map.remove();
    }
  });
});
