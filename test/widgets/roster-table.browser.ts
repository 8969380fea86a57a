import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import { readCorrections } from "@vitrine/contract";
import type { RosterTable } from "@vitrine/widgets";
import {
  all,
  click,
  documentAt,
  find,
  handed,
  mark,
  place,
  focused,
  rosterWith,
  said,
  setSelect,
  settle,
  summary,
  teachers,
  text,
  typical,
  until,
} from "./roster-fixture.ts";
import { rosterOf } from "../helpers/roster.ts";

const chip = (element: RosterTable, name: string) => all(element, ".chip").find((one) => text(one).startsWith(name))!;

before(() => setViewport({ width: 1200, height: 900 }));

describe("cs-roster-table", () => {
  it("is a native table with a caption and scoped headers while it is short", async () => {
    const element = await rosterWith(await typical());
    expect(text(find(element, "table.roster caption"))).to.equal("Teachers");
    expect(all(element, "tbody tr")).to.have.lengthOf(64);
    expect(all(element, "thead th").every((cell) => cell.getAttribute("scope") === "col")).to.equal(true);
    expect(all(element, "tbody th").every((cell) => cell.getAttribute("scope") === "row")).to.equal(true);
    expect(find(element, "table.roster").hasAttribute("aria-rowcount")).to.equal(false);
  });

  it("cuts no word of its own off in a cell, in either language, and leaves a name room on the narrowest page", async () => {
    for (const [width, lang] of [
      [1200, "en"],
      [600, "en"],
      [600, "es"],
    ] as const) {
      const element = await rosterWith(await typical(), `partner="harborview" lang="${lang}" style="inline-size: ${width}px"`);
      await until(() => find(element, "table.roster").offsetWidth > width - 100);
      const own = all(element, "tbody :is(td:has(.icon), .number)");
      expect(own.length).to.be.greaterThan(60);
      const cut = own.filter((cell) => cell.scrollWidth > cell.clientWidth).map(text);
      expect([...new Set(cut)], `${width} ${lang}`).to.deep.equal([]);
    }
    const narrow = await rosterWith(await typical(), 'partner="harborview" style="inline-size: 240px"');
    await until(() => find(narrow, "table.roster").offsetWidth < 300);
    expect(find(narrow, "tbody th").offsetWidth).to.be.at.least(96);
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

  it("has every choice of a long list, in order, a moment after the rows of a long roster, and as much room for them before", async () => {
    const element = await place('partner="harborview"');
    const seen: { options: number; width: number }[] = [];
    const look = () => {
      const field = find<HTMLSelectElement>(element, "select.long");
      seen.push({ options: field.options.length, width: field.offsetWidth });
    };
    element.addEventListener("vitrine-drawn", look, { once: true });
    element.document = rosterOf({ rows: 400, districts: 12 });
    await until(() => seen.length > 0 && find<HTMLSelectElement>(element, "select.long").options.length === 13);
    look();
    expect(seen[0]!.width).to.equal(seen[1]!.width);
    expect(seen[0]!.options).to.be.below(13);
    const names = all(element, "select.long option").slice(1).map(text);
    expect(names[0]).to.match(/^Alder Unified \(\d+\)$/);
    expect(names).to.deep.equal([...names].sort());
  });

  it("carries out what a reader did before what carries it out was there, in its order", async () => {
    const element = await place('partner="harborview"');
    element.document = await typical();
    await until(() => element.shadowRoot && all(element, "tbody tr").length === 64);
    const third = teachers(element)[2]!;
    all(element, ".name")[2]!.click();
    chip(element, "Not started").click();
    all(element, "thead button")[0]!.click();
    all(element, "thead button")[0]!.click();
    await until(() => all(element, "tbody tr[data-line]").length === 12);
    expect(chip(element, "Not started").getAttribute("aria-pressed")).to.equal("true");
    expect(
      all(element, "thead th")
        .find((cell) => text(cell).startsWith("Teacher"))!
        .getAttribute("aria-sort"),
    ).to.equal("descending");
    all(element, ".above .plain")[0]!.click();
    await settle(element);
    const { compare } = new Intl.Collator("en-US");
    expect(teachers(element)).to.deep.equal([...teachers(element)].sort(compare).reverse());
    expect(text(find(element, "tr.open .name"))).to.equal(third);
  });

  it("goes on by a key that came before what answers it, and scrolls nothing meanwhile", async () => {
    const element = await place('partner="harborview"');
    element.document = await typical();
    await until(() => element.shadowRoot && all(element, "tbody tr").length === 64);
    const key = new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, composed: true, cancelable: true });
    all(element, ".name")[0]!.dispatchEvent(key);
    expect(key.defaultPrevented).to.equal(true);
    await until(() => focused(element)?.closest("tr")?.dataset["line"] === "1");
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
    const { files } = await handed(async (taken) => {
      find(element, ".panel-box [name=csv]").click();
      await until(() => said(element).startsWith("Saved"));
      find(element, ".panel-box [name=json]").click();
      await until(() => taken.size === 2);
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
    const { files } = await handed(async (taken) => {
      find(element, ".panel [name=csv]").click();
      await until(() => taken.size === 1);
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
    expect(page!.querySelectorAll("tbody:not(.notes) tr")).to.have.lengthOf(420);
    expect(text(page!.body.firstElementChild)).to.match(/^Confidential: for the staff/);
    // A browser repeats the head of a table on every sheet, so nothing may stand after the table.
    expect(text(page!.querySelector("thead tr"))).to.match(/^Confidential: for the staff/);
    expect(page!.defaultView!.getComputedStyle(page!.querySelector("thead")!).display).to.equal("table-header-group");
    expect(page!.body.lastElementChild!.localName).to.equal("table");
    expect(text(page!.querySelector("table .notes"))).to.contain("Implementation bar");
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
