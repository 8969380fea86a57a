import assert from "node:assert/strict";
import { test } from "node:test";
import { accessStatuses } from "@vitrine/contract";
import { drawMap, en, liveFrame, placePoints, printFrame, readArea, speaker, type Frame, type MapView } from "@vitrine/drawing";
import { assertPrintable, toSvg } from "@vitrine/static";
import { document, documents } from "../helpers/documents.ts";
import { geometryOf } from "../helpers/geometry.ts";
import { matchGolden } from "../helpers/goldens.ts";

const say = speaker(en);
function picture(name: string, frame: Partial<Frame> = {}, view: MapView = {}, scheme: "light" | "dark" = "light"): string {
  const found = document("access", name);
  return toSvg(
    drawMap(found, { ...printFrame({ id: "map", width: 600, say }, scheme), ...frame }, { geometry: geometryOf(found), ...view }),
  );
}
const keys = (markup: string) => [...markup.matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key!);

for (const [name] of documents("access"))
  test(`map/${name}-600.svg`, () => {
    const markup = picture(name);
    assertPrintable(markup);
    matchGolden(`map/${name}-600.svg`, markup);
  });

for (const [golden, markup] of [
  ["typical-240", picture("typical", { width: 240 })],
  ["every-status-600-dark", picture("every-status", {}, {}, "dark")],
  ["every-status-600-rtl", picture("every-status", { say: speaker(en, "ar") })],
] as const)
  test(`map/${golden}.svg`, () => {
    assertPrintable(markup);
    matchGolden(`map/${golden}.svg`, markup);
  });

test("the same document, frame and view give the same bytes", () => {
  assert.equal(picture("same-spot"), picture("same-spot"));
});

test("every area of a map by shares is one mark with a key and a label, and says its share or why there is none", () => {
  for (const name of ["nation", "every-absence", "not-covered", "counties-only", "empty"]) {
    const { areas } = document("access", name);
    const markup = picture(name);
    assert.deepEqual(keys(markup).sort(), areas.id.map((id) => `area:${id}`).sort(), name);
    for (const [, label] of markup.matchAll(/data-key="area:\d+" role="img" aria-label="([^"]*)"/g))
      assert.match(label!, /: (\d.* schools offer computer science \(\d+%\)|withheld|not |No schools)/, name);
  }
});

test("over a state each school is a mark, alone or in a disc with its number", () => {
  for (const name of ["typical", "every-status", "same-spot", "bad-coordinates", "all-withheld"]) {
    const found = document("access", name);
    const markup = picture(name);
    const alone = keys(markup).filter((key) => key.startsWith("school:")).length;
    const discs = [...markup.matchAll(/data-key="group:[^"]*" role="img" aria-label="([\d,]+) schools close together/g)];
    const points = placePoints(found, geometryOf(found));
    assert.equal(alone + discs.reduce((sum, [, size]) => sum + Number(size), 0), points.count, name);
  }
});

test("each status has a look of its own", () => {
  const markup = picture("every-status", { width: 1200 });
  const { schools } = document("access", "every-status");
  const looks = accessStatuses.map((status) => {
    const row = schools!.status.index.findIndex(
      (at, row) => schools!.status.values[at] === status && markup.includes(`"school:${schools!.id[row]}"`),
    );
    const mark = new RegExp(`data-key="school:${schools!.id[row]}".*?</g></g>`, "s").exec(markup)![0];
    return [...mark.matchAll(/<path[^>]*>/g)].join("");
  });
  assert.equal(new Set(looks).size, accessStatuses.length);
});

test("schools are painted in the order of their ids, not status by status", () => {
  const drawn = keys(picture("typical")).flatMap((key) =>
    key.startsWith("school:") || key.startsWith("group:") ? [key.split(":")[1]!] : [],
  );
  assert.deepEqual(drawn, [...drawn].sort());
});

test("a filter leaves only the schools that pass, in the picture and in the legend", () => {
  const found = document("access", "typical");
  const points = placePoints(found, geometryOf(found));
  const offers = Uint8Array.from(points.status, (status) => (accessStatuses[status] === "offers" ? 1 : 0));
  const markup = picture("typical", {}, { points, shown: offers });
  assert.match(markup, /Offers computer science: 23</);
  assert.doesNotMatch(markup, /Does not offer|Limited/);
  assert.equal((picture("typical").match(/Does not offer: 22</) ?? []).length, 1);
});

test("the legend counts what cannot be placed and what was not covered", () => {
  assert.match(picture("bad-coordinates"), />Location not known: 6</);
  assert.match(picture("same-spot"), />Location not known: 61</);
  assert.match(picture("not-covered"), />Not part of this collection: 43\u00a0states</);
  assert.match(picture("every-status"), />Not part of this collection: 14\u00a0counties</);
});

test("the steps of the scale count every area that has a share", () => {
  const { areas } = document("access", "nation");
  const shares = areas.id.filter((_, row) => readArea(areas, row).share !== undefined).length;
  const markup = picture("nation", { width: 1200 });
  const cells = [...markup.matchAll(/<rect[^>]*height="24"[^>]*><\/rect><text[^>]*>([\d,]+)</g)].map(([, count]) => Number(count));
  assert.equal(
    cells.reduce((sum, count) => sum + count, 0),
    shares,
  );
});

test("an area without an outline here is counted under the map and stays in the table", () => {
  const found = document("access", "nation");
  const elsewhere = { ...found, areas: { ...found.areas, id: found.areas.id.map((id) => (id === "56" ? "66" : id)) } };
  const markup = toSvg(drawMap(elsewhere, printFrame({ id: "map", width: 600, say }), { geometry: geometryOf(found) }));
  assert.match(markup, />Not on this map: 1\u00a0state</);
});

test("without geometry there is still a picture: the schools, the legend, and a sentence", () => {
  const markup = picture("typical", {}, { geometry: {} });
  assert.match(markup, />The outlines of this map are not at hand\.</);
  assert.match(markup, />Offers computer science: 23</);
  assert.ok(keys(markup).some((key) => key.startsWith("school:")));
  assert.match(picture("nation", {}, { geometry: {} }), />Not part of this collection: 4\u00a0states</);
});

test("a county picked is shown larger, in the same picture", () => {
  const [whole, near] = [picture("typical"), picture("typical", {}, { area: "41051" })];
  const zoom = (markup: string) => Number(/matrix\(([\d.]+) /.exec(markup)![1]);
  assert.ok(zoom(near) > 5 * zoom(whole));
  assert.match(near, /data-key="area:41051"/);
});

test("an emphasised area or school is outlined on top of its neighbours", () => {
  const outlines = (markup: string) => markup.match(/stroke="#1b2430" stroke-width="[\d.]+" stroke-linejoin/g)?.length ?? 0;
  assert.equal(outlines(picture("nation", { emphasis: "area:48" })), outlines(picture("nation")) + 1);
  const [school] = keys(picture("typical")).filter((key) => key.startsWith("school:"));
  assert.equal((picture("typical", { emphasis: school! }).match(/<circle[^>]*stroke="#1b2430"/g) ?? []).length, 1);
});

test("with more marks than a reader can be walked through, the list speaks for them", () => {
  const found = document("access", "typical");
  const schools = found.schools!;
  const rows = Array.from({ length: 600 }, (_, row) => row);
  const first = rows.map(() => 0);
  const apart = {
    ...found,
    schools: {
      ...schools,
      id: rows.map((row) => `school-${1000 + row}`),
      name: rows.map(() => schools.name[0]!),
      status: { ...schools.status, index: first },
      area: { ...schools.area, index: first },
      latitude: rows.map((row) => 42.3 + 0.16 * Math.floor(row / 30)),
      longitude: rows.map((row) => -123.4 + 0.2 * (row % 30)),
    },
  };
  const markup = toSvg(drawMap(apart, printFrame({ id: "map", width: 1200, say }), { geometry: geometryOf(found) }));
  assert.equal(keys(markup).filter((key) => key.startsWith("school:")).length, 600);
  assert.match(markup, /<g aria-hidden="true">\s*<g data-key="school:school-1000" *>/);
});

test("a live picture takes colours from the page", () => {
  const found = document("access", "nation");
  const markup = toSvg(drawMap(found, liveFrame({ id: "map", width: 600, say }), { geometry: geometryOf(found) }));
  assert.match(markup, /fill="var\(--_cs-seq6, /);
  assert.throws(() => assertPrintable(markup), /a colour in fill that is not plain/);
});
