import assert from "node:assert/strict";
import test from "node:test";
import type { AccessDocument } from "@vitrine/contract";
import { isMany, seal } from "../../packages/publish/src/output/seal.ts";
import { accessOf } from "../widgets/access-fixture.ts";

const few = accessOf([
  { name: "A", area: "12001", status: "offers", at: [29.6, -82.3] },
  { name: "B", area: "12003", status: "offers", at: [26.1, -81.4] },
]);
/** A document that lists so many schools; of them only the ids are looked at. */
const listing = (count: number): AccessDocument => ({
  ...few,
  schools: { ...few.schools!, id: Array.from({ length: count }, (_, at) => String(1_000_000 + at)) },
});

test("ids and places are written shorter from 50,000 schools of a publication on, and not below", () => {
  assert.equal(isMany([listing(25_000), listing(24_999)]), false);
  assert.equal(isMany([listing(25_000), listing(25_000)]), true);
  const [sealed] = seal([few]);
  assert.match(sealed!.bytes.toString(), /"id":\["s00000","s00001"\].*"latitude":\[29\.6,26\.1\]/);
});
