import { expect } from "@open-wc/testing";
import { executeServerCommand, sendKeys, setViewport } from "@web/test-runner-commands";
import { virtual } from "@guidepup/virtual-screen-reader";
import { readCorrections } from "@vitrine/contract";
import { rosterOf } from "../helpers/roster.ts";
import {
  all,
  documentAt,
  find,
  focused,
  handed,
  press,
  rosterWith,
  said,
  setSelect,
  settle,
  summary,
  text,
  typical,
  until,
} from "./roster-fixture.ts";

/** Only the words and places of a table are read, as a reader moves by line. */
async function read(container: Element, steps: number): Promise<string[]> {
  await virtual.start({ container });
  for (let step = 0; step < steps; step++) await virtual.next();
  const log = await virtual.spokenPhraseLog();
  await virtual.stop();
  return log;
}

before(() => setViewport({ width: 1200, height: 900 }));

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

  it("announces true positions in 50,000 rows, at the first, the middle and the last", async () => {
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

  it("keeps the focus and tells true positions while a reader goes to the end and back, also with details open", async () => {
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

  it("lets rows take others' places while a reader scrolls a long list, and puts them in order again", async () => {
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
