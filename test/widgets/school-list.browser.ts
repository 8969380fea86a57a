import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { accessOf } from "./access-fixture.ts";
import { all, button, documentAt, find, listOf, mapOf, names, text, until } from "./school-map-fixture.ts";

const some = accessOf([
  { name: "Élan High", district: "Brook", area: "12001", status: "offers", level: "high", at: [28, -82], offering: "AP courses" },
  { name: "Aspen 10", district: "Clay", area: "12003", status: "withheld", level: "high", at: [28.1, -82] },
  { name: "Aspen 9", district: "Clay", area: "12003", status: "does-not-offer", level: "middle" },
  { name: "Birch", district: "Able", area: "12001", status: "limited", level: "other", at: [27, -81] },
]);
const grassRoots = accessOf([
  { name: "Ash", district: "Clay", area: "12001", status: "does-not-offer", activity: "active", at: [28, -82] },
  { name: "Birch", district: "Able", area: "12001", status: "not-reported", activity: "active", at: [28.2, -82] },
  { name: "Cedar", district: "Able", area: "12003", status: "offers", activity: "active", at: [27, -81] },
  { name: "Dogwood", district: "Clay", area: "12003", status: "limited", activity: "none" },
  { name: "Elm", district: "Clay", area: "12003", status: "withheld", activity: "withheld" },
]);
const type = async (element: HTMLElement, words: string) => {
  const field = find<HTMLInputElement>(element, "input[type=search]")!;
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
};
const choose = async (element: HTMLElement, label: string, value: string) => {
  const field = all<HTMLSelectElement>(element, "select").find((one) => text(one.closest("label")).startsWith(label))!;
  field.value = value;
  field.dispatchEvent(new Event("change"));
  await (element as unknown as { updateComplete: Promise<boolean> }).updateComplete;
};

describe("cs-school-list", () => {
  it("is a native table with a caption and scoped headings", async () => {
    const list = await listOf(some);
    expect(text(find(list, ".schools caption"))).to.equal("4 of 4 schools");
    expect(all(list, ".schools thead th").map((cell) => cell.getAttribute("scope"))).to.deep.equal(["col", "col", "col"]);
    expect(all(list, ".schools tbody th").map((cell) => cell.getAttribute("scope"))).to.deep.equal(["row", "row", "row", "row"]);
    expect(names(list)).to.deep.equal(["Aspen 9", "Aspen 10", "Birch", "Élan High"]);
  });

  it("searches, filters by status, level and area, and says how many are left", async () => {
    const list = await listOf(some);
    await type(list, "elan");
    expect(names(list)).to.deep.equal(["Élan High"]);
    expect(text(find(list, "[role=status]:not([part])"))).to.equal("1 of 4 schools");
    button(list, "Clear filters").click();
    await list.updateComplete;
    expect(find<HTMLInputElement>(list, "input[type=search]")!.value).to.equal("");
    button(list, "Withheld to protect privacy").click();
    await list.updateComplete;
    expect(names(list)).to.deep.equal(["Aspen 10"]);
    expect(button(list, "Withheld").getAttribute("aria-pressed")).to.equal("true");
    button(list, "Withheld").click();
    await list.updateComplete;
    button(list, "High").click();
    await choose(list, "Area", "12003");
    expect(names(list)).to.deep.equal(["Aspen 10"]);
  });

  it("shows beside every choice what it would show", async () => {
    const list = await listOf(some);
    await choose(list, "Area", "12001");
    const chips = all(list, ".chip").map(text);
    expect(chips).to.include("Offers computer science 1");
    expect(chips).to.include("Withheld to protect privacy 0");
    expect(all(list, "select option").map(text)).to.include("South County (2)");
  });

  it("sorts by name, district and status, withheld in its own place", async () => {
    const list = await listOf(some);
    await choose(list, "Sort by", "-name");
    expect(names(list)).to.deep.equal(["Élan High", "Birch", "Aspen 10", "Aspen 9"]);
    await choose(list, "Sort by", "district");
    expect(names(list)).to.deep.equal(["Birch", "Élan High", "Aspen 9", "Aspen 10"]);
    expect(all(list, ".schools thead th").map((cell) => cell.getAttribute("aria-sort"))).to.deep.equal([null, "ascending", null]);
    await choose(list, "Sort by", "status");
    expect(names(list)).to.deep.equal(["Élan High", "Birch", "Aspen 9", "Aspen 10"]);
  });

  it("opens a card: what is offered, who says so and when, why, and the document's own links", async () => {
    const list = await listOf(some);
    button(list, "Élan High").click();
    await list.updateComplete;
    expect(button(list, "Élan High").getAttribute("aria-expanded")).to.equal("true");
    const card = find(list, ".card")!;
    const said = text(card);
    for (const part of ["AP courses", "An invented survey", "autumn 2025", "North County", "(Why?)", "at least one computer science class"])
      expect(said).to.contain(part);
    expect([...card.querySelectorAll("a")].map((link) => link.getAttribute("href"))).to.deep.equal([
      "https://example.org/survey",
      "mailto:help@example.org?subject=Correction",
    ]);
    button(list, "Élan High").click();
    await list.updateComplete;
    expect(find(list, ".card")).to.equal(null);
  });

  it("says which schools have no known location, also where coordinates are impossible", async () => {
    const list = await listOf(await documentAt("bad-coordinates"));
    const lost = all(list, ".unlocated").map((mark) => text(mark.closest("th")!.querySelector(".name")));
    expect(lost).to.include.members([
      "School without a place",
      "School beyond the world",
      "School with latitude and longitude exchanged",
      "School in the ocean off Africa",
    ]);
    expect(lost).not.to.include("Oak Hill High School");
  });

  it("lists a hundred of many, then a hundred more, and takes the reader there", async () => {
    const many = Array.from({ length: 240 }, (_, at) => ({ name: `School ${at}`, area: "12001", status: "offers" }) as const);
    const list = await listOf(accessOf(many));
    expect(names(list)).to.have.length(100);
    button(list, "Show 100 more").click();
    await list.updateComplete;
    expect(names(list)).to.have.length(200);
    await until(() => text(list.shadowRoot!.activeElement) === "School 100");
    button(list, "Show 40 more").click();
    await list.updateComplete;
    expect(names(list)).to.have.length(240);
    expect(find(list, ".list-more")).to.equal(null);
  });

  it("gives the schools that are shown as the table and the CSV", async () => {
    const list = await listOf(some);
    const rows = () => all(list, "[part=data] table:last-of-type").at(-1)!.querySelectorAll("tbody tr").length;
    expect(rows()).to.equal(4);
    button(list, "Limited").click();
    await until(() => rows() === 1);
  });

  it("offers data and print to take away, and no picture", async () => {
    const list = await listOf(some);
    button(list, "Download or share").click();
    const offered = await until(() => {
      const found = all<HTMLButtonElement>(list, ".panel button").map(({ name }) => name);
      return found.length > 0 && found;
    });
    expect(offered).to.deep.equal(["csv", "print"]);
  });

  it("lists the areas of a document without schools", async () => {
    const list = await listOf(await documentAt("every-absence"));
    expect(all(list, ".schools tbody tr").length).to.equal(52);
    expect(text(find(list, ".schools"))).to.contain("withheld to protect privacy");
    expect(find(list, ".chip")).to.equal(null);
  });

  it("draws markup in a document as text", async () => {
    const list = await listOf("/test/attacks/access-markup.json");
    expect(all(list, "script, img, iframe, object, embed, a[href^='javascript' i]")).to.have.length(0);
    expect(names(list).join(" ")).to.contain("<");
  });

  it("speaks Spanish and passes axe, light and dark", async () => {
    const list = await listOf(some, 'lang="es"');
    await until(() => text(find(list, ".list-count")).startsWith("4 de 4 escuelas"));
    button(list, "Élan High").click();
    await list.updateComplete;
    await expect(list).to.be.accessible();
    document.documentElement.style.colorScheme = "dark";
    await emulateMedia({ colorScheme: "dark" });
    await expect(list).to.be.accessible();
    await emulateMedia({ colorScheme: "light" });
    document.documentElement.style.colorScheme = "";
  });

  it("finds schools with grass-roots activity, and those to talk to first, by district", async () => {
    const list = await listOf(grassRoots);
    expect(all(list, ".schools thead th").map(text)).to.deep.equal(["School", "District", "Computer science", "Grass-roots activity"]);
    button(list, "No activity seen").click();
    await list.updateComplete;
    expect(names(list)).to.deep.equal(["Dogwood"]);
    button(list, "Schools to talk to").click();
    await list.updateComplete;
    expect(text(find(list, "[role=status]:not([part])"))).to.equal("2 of 5 schools");
    expect(names(list)).to.deep.equal(["Birch", "Ash"]);
    expect(find<HTMLElement>(list, '[aria-sort="ascending"]')!.textContent).to.equal("District");
    expect(button(list, "Activity seen").getAttribute("aria-pressed")).to.equal("true");
    button(list, "Clear filters").click();
    await choose(list, "Sort by", "activity");
    expect(names(list)).to.deep.equal(["Ash", "Birch", "Cedar", "Dogwood", "Elm"]);
    await expect(list).to.be.accessible();
  });

  it("gives the schools that are listed away as a file to recruit with", async () => {
    const list = await listOf(grassRoots);
    button(list, "Schools to talk to").click();
    await list.updateComplete;
    let file: { name: string; blob: Blob } | undefined;
    const address = Object.getOwnPropertyDescriptor(URL, "createObjectURL")!;
    const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "click")!;
    let blob: Blob;
    URL.createObjectURL = (made) => ((blob = made as Blob), "blob:0");
    const wanted = button(list, "Recruit list (CSV)");
    HTMLElement.prototype.click = function (this: HTMLElement) {
      if (this instanceof HTMLAnchorElement) file = { name: this.download, blob };
    };
    try {
      wanted.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
      await until(() => file);
    } finally {
      Object.defineProperty(URL, "createObjectURL", address);
      Object.defineProperty(HTMLElement.prototype, "click", click);
    }
    expect(file!.name).to.equal("invented-schools-recruit-2026-09-30.csv");
    const lines = (await file!.blob.text()).replace("\ufeff", "").trim().split("\r\n");
    expect(lines.map((line) => line.split(",").slice(0, 3).join())).to.deep.equal([
      "District,School,Id",
      "Able,Birch,s00001",
      "Clay,Ash,s00000",
    ]);
  });

  it("says nothing of grass-roots activity where the document does not", async () => {
    const list = await listOf(some);
    expect(all(list, "button").map(text)).not.to.include("Schools to talk to");
    expect(all(list, "select option").map(text)).not.to.include("Grass-roots activity");
  });

  it("shows a school on the map of its page, and opens the card of one that is chosen there", async () => {
    const map = await mapOf(grassRoots, 900, 'id="the-map"');
    const list = await listOf(grassRoots, 'map="the-map"');
    button(list, "Ash").click();
    await list.updateComplete;
    button(list, "Show on the map").click();
    await until(() => text(find(map, ".place")).includes("Ash"));
    button(list, "No activity seen").click();
    await list.updateComplete;
    expect(map.showSchool("s00002")).to.equal(true);
    await until(() => text(find(list, ".card")).includes("Offers computer science"));
    expect(text(find(list, "tr.open .name"))).to.equal("Cedar");
    expect(names(list)).to.have.length(5);
    expect(map.showSchool("nowhere")).to.equal(false);
  });

  it("has no such link without a map", async () => {
    const list = await listOf(grassRoots, 'map="no-map"');
    button(list, "Ash").click();
    await list.updateComplete;
    expect(all(list, "button").map(text)).not.to.include("Show on the map");
  });

  it("keeps the order of what it counts and tells on a page from right to left", async () => {
    const list = await listOf(some, 'dir="rtl" lang="ar" style="inline-size: 360px"');
    /** Where words stand, from the left. */
    const left = (root: Element, words: string) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode() as Text | null; node; node = texts.nextNode() as Text | null) {
        const at = node.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        return range.getBoundingClientRect().left;
      }
      throw new Error(`no ${words}`);
    };
    const count = find(list, ".list-count [role=status]")!;
    expect(text(count)).to.equal("4 of 4 schools");
    expect(left(count, "4 of")).to.be.lessThan(left(count, "schools"));
    const line = find(list, ".schools .narrow")!;
    expect(text(line)).to.equal("Does not offer · Clay");
    expect(left(line, "Does")).to.be.lessThan(left(line, "·"));
    expect(left(line, "·")).to.be.lessThan(left(line, "Clay"));
  });

  it("has an area and what is told of it on one line", async () => {
    const list = await listOf(await documentAt("counties-only"));
    const top = (cell: Element) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return [...range.getClientRects()].at(-1)!.top;
    };
    const row = find(list, "tr[data-area]")!;
    expect(Math.abs(top(row.querySelector("th span")!) - top(row.querySelector("td")!))).to.be.lessThan(1);
  });

  it("begins on paper on the sheet of its title, and under a map with whole names", async () => {
    const list = await listOf(some);
    const map = await mapOf(some);
    const atEdge = () =>
      find(map, ".schools .name")!.getBoundingClientRect().left - find(map, "[part=title]")!.getBoundingClientRect().left;
    expect(atEdge()).to.be.greaterThan(0);
    await emulateMedia({ media: "print" });
    try {
      expect(getComputedStyle(find(list, "[part=picture]")!).breakInside).to.equal("auto");
      expect(getComputedStyle(find(map, "[part=picture]")!).breakInside).to.equal("auto");
      expect(atEdge()).to.be.within(-0.5, 0.5);
    } finally {
      await emulateMedia({ media: "screen" });
    }
  });
});
