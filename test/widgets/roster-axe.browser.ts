import { expect } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import { all, click, mark, rosterWith, settle, typical } from "./roster-fixture.ts";

afterEach(async () => {
  await emulateMedia({ colorScheme: "light" });
  await setViewport({ width: 1200, height: 900 });
});

describe("cs-roster-table and axe", () => {
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
});
