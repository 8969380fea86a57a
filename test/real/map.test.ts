import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readDocument, type AccessDocument } from "@vitrine/contract";
import {
  clusterPoints,
  countFaults,
  drawMap,
  en,
  map,
  placeFaults,
  placeMap,
  printFrame,
  speaker,
  tabulateSchools,
} from "@vitrine/drawing";
import { publish } from "@vitrine/publish";
import { assertPrintable, toSvg } from "@vitrine/static";
import { geometryOf } from "../helpers/geometry.ts";
import { testOnRealData } from "../helpers/real-data.ts";

const say = speaker(en);

/** The documents that a config beside this test makes of the real data. */
async function documentsOf(name: string, data: string): Promise<AccessDocument[]> {
  const folder = mkdtempSync(join(tmpdir(), "vitrine-map-"));
  try {
    writeFileSync(join(folder, "config.json"), readFileSync(new URL(`${name}.json`, import.meta.url), "utf8").replaceAll("DATA/", data));
    const { documents, out } = await publish({ config: join(folder, "config.json") });
    return documents.map(({ id }) => {
      const parsed = readDocument(readFileSync(join(out, `${id}.json`), "utf8"));
      assert.ok(parsed.ok, id);
      return parsed.document as AccessDocument;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

testOnRealData("Florida: every one of 1,121 high schools stands inside the picture, and the sentence says 248 of them", async (data) => {
  const [florida] = await documentsOf("florida", data);
  const geometry = geometryOf(florida!);
  assert.match(map.summarise(florida!, say), /^248 of 1,121 high schools in Florida offer computer science \(22%\)\.$/);
  for (const width of [240, 600, 1200]) {
    const { points, transform, height, areas } = placeMap(florida!, width, { geometry });
    assert.equal(points.count, 1121);
    assert.equal(areas.length, 67);
    points.x.forEach((x, at) => {
      const [px, py] = [transform.k * x + transform.x, transform.k * points.y[at]! + transform.y];
      assert.ok(px >= 0 && px <= width && py >= 0 && py <= height, `school ${at} at ${width} px`);
    });
    const marks = clusterPoints(points, transform.k, 5);
    assert.equal(
      marks.size.reduce((sum, size) => sum + size, 0),
      1121,
    );
    assertPrintable(toSvg(drawMap(florida!, printFrame({ id: "fl", width, say }), { geometry })));
  }
});

testOnRealData(
  "31 states as geocoded in practice: every school is on the map or counted as not located, and listed in both cases",
  async (data) => {
    let [all, drawn] = [0, 0];
    for (const state of await documentsOf("points", data)) {
      if (!state.schools) continue;
      const geometry = geometryOf(state);
      const { points } = placeMap(state, 600, { geometry });
      const faults = countFaults(points);
      const lost = placeFaults.reduce((sum, fault) => sum + (fault === "repeated" ? 0 : faults[fault]), 0);
      assert.equal(points.count + lost, state.schools.id.length, state.id);
      assert.equal(tabulateSchools(state, points, say).rows.length, state.schools.id.length);
      all += state.schools.id.length;
      drawn += points.count;
    }
    console.log(`31 states: ${drawn} of ${all} schools on the map`);
    assert.equal(all, 44_943);
    assert.ok(drawn > 44_500);
  },
);
