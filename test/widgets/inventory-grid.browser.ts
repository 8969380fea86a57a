import type { InventoryDocument } from "@vitrine/contract";
import { inventoryPicture } from "@vitrine/drawing";
import type { InventoryGrid } from "@vitrine/widgets";
import "@vitrine/widgets/inventory-grid";
import { expect } from "@open-wc/testing";
import { part } from "./element-fixture.ts";
import { pictureSuite, shown, testDocument } from "./picture-suite.ts";

await pictureSuite("cs-inventory-grid", "inventory", inventoryPicture);

const inventory = async (name: string, change: Partial<InventoryDocument> = {}) =>
  shown<InventoryGrid>("cs-inventory-grid", { ...(await testDocument<InventoryDocument>(`documents/inventory/${name}.json`)), ...change });
const picture = (element: Element) => part(element, "picture")!.textContent.replace(/\s+/g, " ");

describe("cs-inventory-grid", () => {
  it("says that it may be out of date once the document's own validity has passed, and not before", async () => {
    expect(picture(await inventory("out-of-date")))
      .to.contain("May be out of date")
      .and.to.contain("valid until June 30, 2020");
    expect(picture(await inventory("typical", { validUntil: "2999-12-31" }))).not.to.contain("May be out of date");
  });

  it("is valid on its last day, by the reader's own calendar", async () => {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    const [asOf, period] = ["2020-01-01", { label: "2020" }];
    expect(picture(await inventory("typical", { asOf, period, validUntil: today }))).not.to.contain("May be out of date");
  });

  it("is empty without entries", async () => {
    expect((await inventory("empty")).state).to.equal("empty");
  });
});
