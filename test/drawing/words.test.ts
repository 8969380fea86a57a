import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import {
  diversity,
  en,
  englishOf,
  es,
  gapPicture,
  gauge,
  survey,
  liveFrame,
  map,
  printFrame,
  speaker,
  type Picture,
  type Words,
} from "@vitrine/drawing";
import { core } from "@vitrine/drawing/words/en/core";

const documents = (kind: string): unknown[] => {
  const folder = new URL(`../documents/${kind}/`, import.meta.url);
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")) as unknown);
};

/** The sections of the catalogue that a picture, its sentence and its tables ask for, over every test document. */
function sectionsOf(picture: Picture<unknown, unknown>, kind: string): string[] {
  const asked = new Set<string>();
  const words = new Proxy(en, {
    get(target, key: keyof Words) {
      if (!(key in core)) asked.add(key);
      return target[key];
    },
  });
  const say = speaker(words);
  for (const document of documents(kind)) {
    for (const width of [240, 1200])
      for (const frame of [liveFrame({ id: "x", width, say }), printFrame({ id: "x", width, say })]) picture.draw(document, frame);
    picture.summarise(document, say);
    picture.tabulate(document, say);
  }
  return [...asked].sort();
}

test("a picture asks for its own sections of the catalogue, so that an element can leave out the others", () => {
  assert.deepEqual(sectionsOf(gauge as Picture<unknown, unknown>, "implementation"), ["gauge"]);
  assert.deepEqual(sectionsOf(map as Picture<unknown, unknown>, "access"), ["access", "map"]);
  assert.deepEqual(sectionsOf(survey as Picture<unknown, unknown>, "survey"), ["survey"]);
  assert.deepEqual(sectionsOf(diversity as Picture<unknown, unknown>, "composition"), ["composition"]);
  assert.deepEqual(sectionsOf(gapPicture as Picture<unknown, unknown>, "gap"), ["gap"]);
});

test("an element's English is the catalogue's own, and has the core", () => {
  const { gauge: words } = en;
  assert.deepEqual(englishOf({ gauge: words }), { ...core, gauge: words });
  for (const key of Object.keys(core) as (keyof Words)[]) assert.equal(en[key], core[key as keyof typeof core]);
});

test("Spanish has every section that English has", () => {
  assert.deepEqual(Object.keys(es).sort(), Object.keys(en).sort());
});
