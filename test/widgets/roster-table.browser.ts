import { expect } from "@open-wc/testing";
import { emulateMedia, executeServerCommand, sendKeys, setViewport } from "@web/test-runner-commands";
import { virtual } from "@guidepup/virtual-screen-reader";
import { readCorrections } from "@vitrine/contract";
import type { RosterTable } from "@vitrine/widgets";
import { rosterOf } from "../helpers/roster.ts";
import { all, documentAt, find, focused, handed, press, rosterWith, teachers, text, typical, until } from "./roster-fixture.ts";

const settle = async (element: RosterTable) => {
  await element.updateComplete;
  await element.updateComplete;
};
const click = async (element: RosterTable, selector: string) => {
  find(element, selector).click();
  await settle(element);
};
const chip = (element: RosterTable, name: string) => all(element, ".chip").find((one) => text(one).startsWith(name))!;
const summary = (element: RosterTable) => text(find(element, ".what"));
const said = (element: RosterTable) => text(find(element, ".said"));
/** Opens a row's details and takes a mark there. */
async function mark(element: RosterTable, row: number, name: string, fields: Record<string, string> = {}): Promise<void> {
  const names = all(element, ".name");
  if (names[row]!.getAttribute("aria-expanded") === "false") names[row]!.click();
  await settle(element);
  await click(element, `.mark-form input[value="${name}"]`);
  for (const [key, value] of Object.entries(fields)) find<HTMLInputElement>(element, `.mark-form [name="${key}"]`).value = value;
  find<HTMLFormElement>(element, ".mark-form").requestSubmit();
  await settle(element);
}
const setSelect = async (element: RosterTable, select: HTMLSelectElement, value: string) => {
  select.value = value;
  select.dispatchEvent(new Event("change"));
  await settle(element);
};
/** Only the words and places of a table are read, as a reader moves by line. */
async function read(container: Element, steps: number): Promise<string[]> {
  await virtual.start({ container });
  for (let step = 0; step < steps; step++) await virtual.next();
  const log = await virtual.spokenPhraseLog();
  await virtual.stop();
  return log;
}

afterEach(async () => {
  await emulateMedia({ colorScheme: "light" });
  await setViewport({ width: 1200, height: 900 });
});

describe("cs-roster-table", () => {
  it("is a native table with a caption and scoped headers while it is short", async () => {
    const element = await rosterWith(await typical());
    expect(text(find(element, "table.roster caption"))).to.equal("Teachers");
    expect(all(element, "tbody tr")).to.have.lengthOf(64);
    expect(all(element, "thead th").every((cell) => cell.getAttribute("scope") === "col")).to.equal(true);
    expect(all(element, "tbody th").every((cell) => cell.getAttribute("scope") === "row")).to.equal(true);
    expect(find(element, "table.roster").hasAttribute("aria-rowcount")).to.equal(false);
  });

  it("says what is shown, and filters by chips with their numbers", async () => {
    const element = await rosterWith(await typical());
    expect(text(find(element, ".shown"))).to.equal(
      "64 of 64 rows: 38 met the bar, 12 not started, 15 to look at; 4 not counted in the rate.",
    );
    expect(text(chip(element, "Not started"))).to.equal("Not started 12");
    chip(element, "Not started").click();
    await settle(element);
    expect(all(element, "tbody tr")).to.have.lengthOf(12);
    expect(chip(element, "Not started").getAttribute("aria-pressed")).to.equal("true");
    expect(text(chip(element, "Maybe not a teacher"))).to.equal("Maybe not a teacher 4");
    find<HTMLInputElement>(element, "input[type=search]").value = "shah";
    find(element, "input[type=search]").dispatchEvent(new InputEvent("input"));
    await settle(element);
    expect(teachers(element)).to.deep.equal(["Beatriz Shah"]);
    all(element, ".above .plain")[0]!.click();
    await settle(element);
    expect(all(element, "tbody tr")).to.have.lengthOf(64);
  });

  it("sorts by any column, and says which way", async () => {
    const element = await rosterWith(await typical());
    const names = all(element, "thead button").map(text);
    expect(names).to.include.members(["Teacher", "Stage", "To look at", "School", "Course", "Students", "Met Implementation Bar?"]);
    for (const name of names) {
      const head = () => all(element, "thead th").find((cell) => text(cell).startsWith(name))!;
      for (const way of ["ascending", "descending"]) {
        head().querySelector("button")!.click();
        await settle(element);
        expect(head().getAttribute("aria-sort"), name).to.equal(way);
        expect(all(element, "[aria-sort]")).to.have.lengthOf(1);
      }
    }
    all(element, "thead button")[0]!.click();
    await settle(element);
    const { compare } = new Intl.Collator("en-US");
    expect(teachers(element)).to.deep.equal([...teachers(element)].sort(compare));
  });

  it("groups by district with counts, folds a group, and chooses columns", async () => {
    const element = await rosterWith(await typical());
    const group = all<HTMLSelectElement>(element, "select").find((one) => [...one.options].some(({ value }) => value === "school"))!;
    await setSelect(element, group, "district");
    expect(all(element, "tr.group").map(text)).to.have.lengthOf(3);
    expect(text(find(element, "tr.group"))).to.match(/^▾ Alder Unified 23 rows, \d+ met the bar$/);
    await click(element, "tr.group .fold");
    expect(all(element, "tbody tr")).to.have.lengthOf(64 - 23 + 3);
    const columns = all<HTMLInputElement>(element, ".columns input");
    const box = columns.find((one) => text(one.closest("label")) === "Account")!;
    box.click();
    await settle(element);
    expect(all(element, "thead th").map(text)).to.include("Account");
  });

  it("opens a row's details under it, with every field of the row", async () => {
    const element = await rosterWith(await typical());
    all(element, ".name")[4]!.click();
    await settle(element);
    const row = all(element, ".name")[4]!.closest("tr")!;
    const detail = row.nextElementSibling!;
    expect(detail.className).to.equal("detail");
    for (const field of [
      "School",
      "District",
      "Workshop",
      "Students",
      "Met Implementation Bar?",
      "Highest Unit",
      "Account",
      "Consent given",
    ])
      expect(text(detail)).to.include(field);
    expect(text(detail)).to.match(/In both programs\..*Choose the row to keep/);
  });

  it("selects with the mouse, a range with Shift, and all that is shown", async () => {
    const element = await rosterWith(await typical());
    const pick = (row: number, shiftKey = false) =>
      all(element, ".pick")[row]!.dispatchEvent(new MouseEvent("click", { shiftKey, bubbles: true, composed: true, cancelable: true }));
    pick(2);
    await settle(element);
    pick(6, true);
    await settle(element);
    expect(all(element, "tr.picked")).to.have.lengthOf(5);
    expect(text(find(element, ".chosen b"))).to.equal("5 selected");
    chip(element, "Not started").click();
    await settle(element);
    await click(element, "thead input");
    expect(text(find(element, ".chosen b"))).to.match(/^1\d selected$/);
  });

  it("draws attacks as text", async () => {
    for (const name of ["formula", "markup", "script", "style", "svg", "template"]) {
      const roster = await documentAt(`/test/attacks/roster-${name}.json`);
      const element = await rosterWith(roster);
      expect(teachers(element)).to.deep.equal(roster.rows.teacher.map((one) => one.replace(/\s+/g, " ").trim()));
      all(element, ".name")[0]!.click();
      await settle(element);
      expect(all(element, "script, iframe, img, object, embed, foreignObject, table.roster a")).to.have.lengthOf(0);
      expect((window as { attacked?: unknown }).attacked).to.equal(undefined);
    }
  });
});

describe("the clean-up in cs-roster-table", () => {
  it("marks a second entry, keeps the first, and says what it does to the rate", async () => {
    const element = await rosterWith(await typical());
    expect(summary(element)).to.equal("Nothing is marked yet. 15 rows still to look at · Corrections due by October 30, 2026");
    await mark(element, 4, "remove-duplicate");
    expect(summary(element)).to.equal(
      "1 row marked. Implementation rate 63.3% (38 of 60) → 64.4% (38 of 59) 14 rows still to look at · Corrections due by October 30, 2026",
    );
    const rows = all(element, "tbody tr:not(.detail)").map((row) => text(row.querySelector("th")));
    expect(rows[4]).to.equal("Nadia ParkRemove: twice");
    expect(rows[3]).to.equal("Nadia ParkRow to keep");
    expect(said(element)).to.equal("1 row marked: Remove: listed twice.");
    await click(element, "[name=undo]");
    expect(summary(element)).to.match(/^Nothing is marked yet\./);
    await click(element, "[name=redo]");
    expect(summary(element)).to.match(/^1 row marked\./);
  });

  it("cannot remove a teacher who stopped teaching, and says why", async () => {
    const roster = await typical();
    const { values, index } = roster.rows.participation;
    const element = await rosterWith(roster);
    all(element, ".name")[index.indexOf(values.indexOf("stopped-teaching"))]!.click();
    await settle(element);
    for (const value of ["withdrew-before-workshop", "not-a-teacher"]) {
      const option = find<HTMLInputElement>(element, `.mark-form input[value="${value}"]`);
      expect(option.disabled).to.equal(true);
      expect(text(element.shadowRoot!.getElementById(option.getAttribute("aria-describedby")!))).to.match(
        /stopped teaching and stays.*rate needs the row/,
      );
    }
  });

  it("leaves such a teacher out of a selection that is marked, and says so", async () => {
    const roster = await typical();
    const { values, index } = roster.rows.participation;
    const stopped = index.indexOf(values.indexOf("stopped-teaching"));
    const element = await rosterWith(roster);
    all(element, ".pick")[stopped]!.click();
    all(element, ".pick")[0]!.click();
    await settle(element);
    await click(element, "[name=mark]");
    await click(element, "[data-panel=mark] input[value=not-a-teacher]");
    find<HTMLFormElement>(element, "[data-panel=mark] form").requestSubmit();
    await settle(element);
    expect(said(element)).to.match(/^1 row marked: Remove: not a teacher\. 1 row stays as it is\. This teacher stopped teaching/);
    expect(all(element, "tr.marked")).to.have.lengthOf(1);
  });

  it("asks for the address of another account, and takes none that is no address", async () => {
    const element = await rosterWith(await typical());
    await mark(element, 11, "link-another-account", { account: "nobody" });
    expect(summary(element)).to.match(/^Nothing is marked/);
    await until(() => focused(element)?.getAttribute("name") === "account");
    expect(focused(element).getAttribute("aria-invalid")).to.equal("true");
    find<HTMLInputElement>(element, ".mark-form [name=account]").value = "maeve@yew.example";
    find<HTMLInputElement>(element, ".mark-form [name=note]").value = "call 555 010 0199";
    find<HTMLFormElement>(element, ".mark-form").requestSubmit();
    await settle(element);
    expect(summary(element)).to.match(/^Nothing is marked/);
    find<HTMLInputElement>(element, ".mark-form [name=note]").value = "uses the school's account";
    find<HTMLFormElement>(element, ".mark-form").requestSubmit();
    await settle(element);
    expect(summary(element)).to.match(/63\.3% \(38 of 60\) → 63\.3% \(38 of 60\) to 65% \(39 of 60\)/);
  });

  it("adds a missing teacher", async () => {
    const element = await rosterWith(await typical());
    await click(element, "[name=add]");
    const form = () => find<HTMLFormElement>(element, ".add-form");
    form().requestSubmit();
    await settle(element);
    expect(all(element, ".add-form [aria-invalid=true]").map((field) => field.getAttribute("name"))).to.deep.equal([
      "teacher",
      "account",
      "school",
    ]);
    for (const [name, value] of Object.entries({ teacher: "Di Varga", account: "di@elm.example", school: "Elm High School" }))
      find<HTMLInputElement>(element, `.add-form [name=${name}]`).value = value;
    form().requestSubmit();
    await settle(element);
    expect(summary(element)).to.match(
      /^1 teacher to add\. Implementation rate 63\.3% \(38 of 60\) → 62\.3% \(38 of 61\) to 63\.9% \(39 of 61\)/,
    );
  });

  it("gives a corrections file as CSV and JSON that its parser reads back alike", async () => {
    const roster = await typical();
    const element = await rosterWith(roster);
    await mark(element, 4, "remove-duplicate");
    await mark(element, 11, "link-another-account", { account: "maeve@yew.example", note: "=1+1" });
    await click(element, "[name=review]");
    const { files } = await handed(async () => {
      find(element, ".panel-box [name=csv]").click();
      await until(() => said(element).startsWith("Saved"));
      find(element, ".panel-box [name=json]").click();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect([...files.keys()]).to.deep.equal(["roster-typical-corrections-r2.csv", "roster-typical-corrections-r2.json"]);
    const [csv, json] = await Promise.all([...files.values()].map((blob) => blob.text()));
    expect(readCorrections(csv!)).to.deep.equal(readCorrections(json!));
    const parsed = readCorrections(json!);
    expect(parsed.ok && parsed.document.entries).to.deep.equal([
      { row: roster.rows.id[4], mark: "remove-duplicate", keep: roster.rows.id[3] },
      { row: roster.rows.id[11], mark: "link-another-account", account: "maeve@yew.example", note: "=1+1" },
    ]);
    expect(csv).to.match(/^Confidential: for the staff/);
    expect(parsed.ok && parsed.document.confidentiality).to.match(/^Confidential/);
  });

  it("asks before leaving while marks are in no file, and not after", async () => {
    const element = await rosterWith(await typical());
    const leaves = () => window.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    expect(leaves()).to.equal(true);
    await mark(element, 4, "remove-duplicate");
    expect(leaves()).to.equal(false);
    await click(element, "[name=review]");
    await handed(async () => {
      find(element, ".panel-box [name=json]").click();
      await until(() => said(element).startsWith("Saved"));
    });
    expect(leaves()).to.equal(true);
    await click(element, "[name=undo]");
    expect(leaves()).to.equal(false);
    element.remove();
    expect(leaves()).to.equal(true);
  });

  it("writes to each teacher who has not started alone, and puts no address in the page before", async () => {
    const element = await rosterWith(await typical());
    await click(element, "thead input");
    await click(element, ".chosen [name=mail]");
    const list = all(element, "[data-panel=mail] .entries li");
    expect(list.length).to.be.greaterThan(5);
    expect(all(element, '[data-panel=mail] [href^="mailto"]')).to.have.lengthOf(0);
    const { opened } = await handed(async () => {
      for (const item of list) item.querySelector("button")!.click();
    });
    expect(opened).to.have.lengthOf(list.length);
    for (const [at, address] of opened.entries()) {
      const { pathname, searchParams } = new URL(address);
      expect(pathname.split(/[,;]|%2C/)).to.have.lengthOf(1);
      expect(pathname.match(/@/g)?.length ?? 0).to.be.at.most(1);
      expect(searchParams.get("body")).to.include(text(list[at]!.querySelector("b")));
      expect([...searchParams.keys()]).to.deep.equal(["subject", "body"]);
    }
  });

  it("says on the list that it takes away that it is confidential", async () => {
    const element = await rosterWith(await documentAt("/test/attacks/roster-formula.json"));
    find(element, "[part=menu-button]").click();
    await until(() => all(element, ".panel [name=csv]").length > 0);
    const { files } = await handed(async () => {
      find(element, ".panel [name=csv]").click();
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    const csv = await [...files.values()][0]!.text();
    expect(csv).to.match(/^"?Confidential\. /);
    const cells = [...csv.matchAll(/(?:^|,|\r\n)("(?:[^"]|"")*"|[^,\r\n]*)/g)].map(([, cell]) => cell!.replace(/^"/, ""));
    expect(cells.length).to.be.greaterThan(24 * 13);
    for (const cell of cells) expect(cell).not.to.match(/^[=+\-@]/);
  });

  it("prints the list with the confidential line on every page", async () => {
    const element = await rosterWith(await documentAt("/test/documents/roster/many-rows.json"));
    let page: Document | undefined;
    const observer = new MutationObserver(() => {
      const view = element.shadowRoot!.querySelector("iframe")?.contentWindow as (Window & { print: () => void }) | null | undefined;
      if (!view) return;
      view.print = () => (page = view.document);
    });
    observer.observe(element.shadowRoot!, { childList: true });
    find(element, "[part=menu-button]").click();
    await until(() => all(element, ".panel [name=print]").length > 0);
    find(element, ".panel [name=print]").click();
    await until(() => page);
    observer.disconnect();
    expect(page!.querySelectorAll("tbody tr")).to.have.lengthOf(420);
    expect(text(page!.querySelector("thead tr"))).to.match(/^Confidential: for the staff/);
    expect(text(page!.querySelector(".every-page"))).to.match(/^Confidential: for/);
    expect(page!.defaultView!.getComputedStyle(page!.querySelector(".every-page")!).position).to.equal("fixed");
  });

  it("takes the marks along to a newer revision, by the rows' ids", async () => {
    const roster = await typical();
    const element = await rosterWith(roster);
    await mark(element, 4, "remove-duplicate");
    const next = structuredClone(roster);
    next.revision = 3;
    element.document = next;
    await until(() => all(element, "[part=source]").some((one) => text(one).includes("Revision 3")));
    expect(summary(element)).to.match(/^1 row marked\./);
  });
});

describe("cs-roster-table by keyboard and ear", () => {
  it("finds a teacher who has not started, marks her, undoes, and saves, without a mouse", async () => {
    const element = await rosterWith(await typical());
    const tabTo = async (holds: (at: HTMLElement) => boolean) => {
      for (let step = 0; step < 80; step++) {
        await press("Tab");
        const at = focused(element);
        if (at && holds(at)) return at;
      }
      throw new Error("the Tab key did not come there");
    };
    element.tabIndex = -1;
    element.focus();
    element.removeAttribute("tabindex");
    await tabTo((at) => text(at).startsWith("Not started"));
    await press("Space");
    await settle(element);
    await tabTo((at) => at.classList.contains("pick"));
    await press("ArrowDown", "ArrowDown");
    await settle(element);
    await press("Tab");
    expect(text(focused(element))).to.equal("Beatriz Shah");
    await press("Enter");
    await settle(element);
    await tabTo((at) => at.getAttribute("value") === "remove-duplicate");
    await press("ArrowDown", "ArrowDown", "ArrowDown");
    await settle(element);
    expect(find<HTMLInputElement>(element, "[value=link-another-account]").checked).to.equal(true);
    await press("Tab");
    await sendKeys({ type: "beatriz@cypress.example" });
    await press("Enter");
    await settle(element);
    expect(said(element)).to.equal("1 row marked: Link another account.");
    expect(text(focused(element))).to.equal("Beatriz Shah");
    await tabTo((at) => at.getAttribute("name") === "undo");
    await press("Enter");
    await settle(element);
    expect(summary(element)).to.match(/^Nothing is marked/);
    await tabTo((at) => at.getAttribute("name") === "redo");
    await press("Enter");
    await settle(element);
    await tabTo((at) => at.getAttribute("name") === "review");
    await press("Enter");
    await settle(element);
    expect(focused(element).id).to.equal("review");
    await tabTo((at) => at.getAttribute("name") === "csv");
    const { files } = await handed(async () => {
      await press("Enter");
      await until(() => said(element).startsWith("Saved"));
    });
    const parsed = readCorrections(await [...files.values()][0]!.text());
    expect(parsed.ok && parsed.document.entries.map(({ mark, account }) => [mark, account])).to.deep.equal([
      ["link-another-account", "beatriz@cypress.example"],
    ]);
  });

  it("is one tab stop for its rows: arrow keys go from row to row, with Shift they select", async () => {
    const element = await rosterWith(await typical());
    expect(all(element, 'tbody [tabindex="0"]')).to.have.lengthOf(2);
    all(element, ".pick")[0]!.focus();
    await press("Space");
    await sendKeys({ down: "Shift" });
    await press("ArrowDown", "ArrowDown");
    await sendKeys({ up: "Shift" });
    await settle(element);
    expect(all(element, "tr.picked")).to.have.lengthOf(3);
    await press("End");
    await settle(element);
    expect(focused(element).closest("tr")!.dataset["line"]).to.equal("63");
    await press("Home");
    await settle(element);
    expect(focused(element).closest("tr")!.dataset["line"]).to.equal("0");
  });

  it("says what it is, row by row, to a screen reader", async () => {
    const element = await rosterWith(await documentAt("/test/documents/roster/one-row.json"));
    const log = await read(find(element, ".scroll-box"), 40);
    const heard = log.join(" | ");
    expect(heard).to.include("table, Teachers");
    expect(heard).to.match(/columnheader, Teacher/);
    expect(heard).to.match(/checkbox, Select .*not checked/);
    expect(heard).to.match(/rowheader/);
  });

  it("announces true positions in 50,000 rows, at the first, the middle and the last", async function () {
    this.timeout(60_000);
    const element = await rosterWith(rosterOf({ rows: 50_000, districts: 200 }));
    const table = find(element, "table.roster");
    expect(table.getAttribute("aria-rowcount")).to.equal("50001");
    expect(all(element, "tbody tr").length).to.be.lessThan(60);
    const box = find(element, ".scroll-box");
    const roster = element.document!;
    for (const row of [1, 25_000, 50_000]) {
      box.scrollTop = (row - 1) * 40 - 200;
      await until(() => all(element, `tr[aria-rowindex="${row + 1}"]`).length === 1);
      const line = find(element, `tr[aria-rowindex="${row + 1}"]`);
      expect(text(line.querySelector("th"))).to.equal(roster.rows.teacher[row - 1]);
      const seen = line.getBoundingClientRect();
      expect(seen.top).to.be.within(box.getBoundingClientRect().top, box.getBoundingClientRect().bottom);
      const heard = await read(line, 40);
      expect(heard[0]).to.match(new RegExp(`^row, Select ${roster.rows.teacher[row - 1]} .*, row index ${row + 1}$`));
      const end = heard.findIndex((phrase) => phrase.startsWith("end of row,"));
      const cells = heard.slice(0, end).filter((phrase) => /^(cell|rowheader)\b/.test(phrase));
      expect(cells).to.have.lengthOf(Number(table.getAttribute("aria-colcount")));
      cells.forEach((phrase, at) => expect(phrase).to.include(`column index ${at + 1}`));
    }
  });

  it("keeps the focus and tells true positions while a reader goes to the end and back, also with details open", async function () {
    this.timeout(60_000);
    const element = await rosterWith(rosterOf({ rows: 50_000, districts: 200 }));
    all(element, ".name")[0]!.focus();
    await press("Enter");
    await settle(element);
    expect(find(element, "table.roster").getAttribute("aria-rowcount")).to.equal("50002");
    expect(find(element, "tr.detail").getAttribute("aria-rowindex")).to.equal("3");
    all(element, ".name")[0]!.focus();
    await press("End");
    await until(() => focused(element)?.closest("tr")?.dataset["line"] === "49999");
    expect(focused(element).closest("tr")!.getAttribute("aria-rowindex")).to.equal("50002");
    expect(text(focused(element))).to.equal(element.document!.rows.teacher[49_999]);
    find(element, ".scroll-box").scrollTop = 0;
    await until(() => all(element, 'tr[data-line="5"]').length === 1);
    expect(focused(element).closest("tr")!.dataset["line"]).to.equal("49999");
    await press("ArrowUp");
    await until(() => focused(element)?.closest("tr")?.dataset["line"] === "49998");
  });

  it("lets rows take others' places while a reader scrolls a long list, and puts them in order again", async function () {
    this.timeout(60_000);
    const element = await rosterWith(rosterOf({ rows: 5000, districts: 20 }));
    const box = find(element, ".scroll-box");
    const rows = () => all(element, "tbody tr[data-line]");
    const lines = () => rows().map((row) => Number(row.dataset["line"]));
    const inOrder = () => lines().join() === [...lines()].sort((a, b) => a - b).join();
    box.scrollTop = 4000;
    await until(() => lines().includes(110));
    await until(inOrder);
    all(element, 'tr[data-line="105"] .name')[0]!.focus();
    await settle(element);
    const before = new Set(rows());
    box.scrollTop = 4320;
    await until(() => lines().includes(118));
    expect(rows().every((row) => before.has(row))).to.equal(true);
    for (const row of rows())
      expect(text(row.querySelector(".name"))).to.equal(element.document!.rows.teacher[Number(row.dataset["line"])]);
    await until(inOrder);
    expect(focused(element).closest("tr")!.dataset["line"]).to.equal("105");
    const group = all<HTMLSelectElement>(element, "select").find((one) => [...one.options].some(({ value }) => value === "school"))!;
    await setSelect(element, group, "district");
    expect(lines()[0]).to.equal(0);
    expect(text(find(element, "tr.group"))).to.match(/rows, \d+ met the bar$/);
    expect(find(element, "tr.group").getBoundingClientRect().top).to.be.lessThan(rows()[1]!.getBoundingClientRect().top);
  });

  it("passes axe with details, forms and panels open, light and dark, wide and narrow", async function () {
    this.timeout(180_000);
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1200, 320]) {
        await setViewport({ width, height: 900 });
        await emulateMedia({ colorScheme });
        document.documentElement.style.colorScheme = "light dark";
        document.documentElement.style.background = "Canvas";
        const element = await rosterWith(await typical());
        await mark(element, 4, "remove-duplicate");
        all(element, ".pick")[0]!.click();
        all(element, ".pick")[2]!.click();
        await settle(element);
        for (const panel of ["mark", "mail", "add", "review"]) {
          await click(element, `button[name=${panel}]`);
          await expect(element).to.be.accessible();
        }
        element.remove();
      }
    document.documentElement.removeAttribute("style");
  });

  it("speaks Spanish, reads from right to left, and stays usable in forced colours", async () => {
    const element = await rosterWith(await documentAt("/test/documents/roster/spanish.json"), 'partner="harborview" lang="es"');
    await until(() => text(element.shadowRoot!.querySelector("[part=confidential]")).startsWith("Confidencial"));
    expect(text(find(element, ".what"))).to.match(/^Aún no hay nada marcado\./);
    const mirrored = await rosterWith(await typical(), 'partner="harborview" dir="rtl"');
    const [check, name] = [...mirrored.shadowRoot!.querySelectorAll("tbody tr:first-child > *")].map(
      (cell) => cell.getBoundingClientRect().left,
    );
    expect(check!).to.be.greaterThan(name!);
    await executeServerCommand("forced-colors", { active: true });
    expect(getComputedStyle(find(mirrored, ".chip")).borderStyle).to.equal("solid");
    await executeServerCommand("forced-colors", { active: false });
  });
});
