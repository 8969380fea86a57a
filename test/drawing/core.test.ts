import assert from "node:assert/strict";
import { test } from "node:test";
import { absences } from "@vitrine/contract";
import {
  boxShape,
  darkTheme,
  drawAbsent,
  drawLine,
  drawTable,
  en,
  es,
  figure,
  lightTheme,
  lineBox,
  liveFont,
  liveTheme,
  mark,
  mirrorLine,
  printFont,
  printFrame,
  speaker,
  textWidth,
  toCsv,
  tokens,
  wrap,
  type Line,
} from "@vitrine/drawing";
import { shorten, wrapShort } from "@vitrine/drawing/core/shorten";
import { assertPrintable, toSvg } from "@vitrine/static";
import fc from "fast-check";
import { html, svg } from "lit";
import "../helpers/laws.ts";

const say = speaker(en);
const frame = printFrame({ id: "a", width: 300, say });
const face = { size: 14 } as const;

test("widths are those of the shipped font: digits alike, bold wider, accents free, one em for a Chinese letter", () => {
  assert.equal(textWidth("1111", face, printFont), textWidth("9999", face, printFont));
  assert.ok(textWidth("Riverbend", { size: 14, weight: "semibold" }, printFont) > textWidth("Riverbend", face, printFont));
  assert.equal(textWidth("Trường", face, printFont), textWidth("Truong", face, printFont));
  assert.ok(textWidth("中", face, printFont) >= 14);
  assert.equal(textWidth("", face, printFont), 0);
});

test("text in a page's font gets room for a wider one", () => {
  assert.ok(textWidth("teachers", face, liveFont) / textWidth("teachers", face, printFont) > 1.1);
});

test("a shortened text fits, keeps its beginning and ends in an ellipsis; a text that fits stays whole", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      const short = shorten(text, width, face, printFont);
      assert.ok(short === text || (short.endsWith("…") && text.startsWith(short.slice(0, -1))));
      assert.ok(textWidth(short, face, printFont) <= width);
    }),
  );
});

test("wrapped lines fit and hold every word in order; a word wider than a line goes on in the next, and past the most lines a short text ends in an ellipsis", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 20 }), fc.integer({ min: 120, max: 400 }), (text, width) => {
      const lines = wrap(text, width, face, printFont);
      assert.equal(lines.join(" "), text);
      assert.ok(lines.every((line) => textWidth(line, face, printFont) <= width));
    }),
  );
  const broken = wrap("a Donaudampfschifffahrtsgesellschaft b", 80, face, printFont);
  assert.equal(broken.join(""), "aDonaudampfschifffahrtsgesellschaft b");
  assert.ok(broken.length > 2 && broken.every((line) => textWidth(line, face, printFont) <= 80));
  const two = wrapShort("one two three four five six seven eight nine ten", 60, face, printFont, 2);
  assert.equal(two.length, 2);
  assert.match(two[1]!, /…$/);
});

test("a mirrored line takes the same room on the other side", () => {
  const line: Line = { text: "Target", x: 40, y: 20, size: 12, anchor: "start" };
  const here = lineBox(line, printFont);
  const there = lineBox(mirrorLine(line, 300), printFont);
  assert.ok(Math.abs(there.x - (300 - here.x - here.width)) < 1e-9);
  assert.deepEqual(mirrorLine(mirrorLine(line, 300), 300), line);
});

test("a right-to-left text is isolated, so that its stop stays at its end", () => {
  const line: Line = { text: "62%.", x: 0, y: 0, size: 12 };
  assert.match(toSvg(html`<svg>${drawLine(line, { ...frame, say: speaker(en, "ar") })}</svg>`), />\u206862%\.\u2069</);
  assert.match(toSvg(html`<svg>${drawLine(line, frame)}</svg>`), />62%\.</);
});

test("the root is named, described and keeps its marks reachable", () => {
  const markup = toSvg(
    figure(frame, { height: 100, label: 'A "title" <b>', description: "What it says.", content: mark(frame, "k", "One", svg`<g></g>`) }),
  );
  assert.match(
    markup,
    /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="group" aria-label="A &quot;title&quot; &lt;b&gt;" aria-describedby="a-description"/,
  );
  assert.match(markup, /viewBox="0 0 300 100"/);
  assert.match(markup, /<desc id="a-description">What it says\.<\/desc>/);
  assert.match(markup, /<g data-key="k" role="img" aria-label="One"\s*>/);
});

test("the five absences look different from each other", () => {
  const looks = absences.map((absence) =>
    toSvg(html`<svg>${drawAbsent(frame, absence, boxShape({ x: 0, y: 0, width: 40, height: 10 }))}</svg>`),
  );
  assert.equal(new Set(looks).size, absences.length);
});

test("print themes are plain colours; a picture that only a page can paint is refused before it is rasterised", () => {
  for (const theme of [lightTheme, darkTheme]) for (const paint of Object.values(theme)) assert.match(paint, /^#[0-9a-f]{6}$/);
  assert.deepEqual(Object.keys(liveTheme), Object.keys(tokens));
  for (const paint of ["var(--x, #fff)", "light-dark(#fff, #000)", "oklch(0.5 0 0)", "color-mix(in srgb, red, blue)"])
    assert.throws(() => assertPrintable(toSvg(html`<svg><rect fill=${paint}></rect></svg>`)), /no rasteriser/);
  assert.throws(() => assertPrintable("<svg><foreignObject></foreignObject></svg>"), /foreignObject/);
  assert.throws(() => assertPrintable('<svg><rect style="fill:red"></rect></svg>'), /attribute style/);
  assert.doesNotThrow(() => assertPrintable(toSvg(html`<svg aria-label="var(--x)"><text>style=light-dark(</text></svg>`)));
});

test("text of a document never becomes markup", () => {
  const markup = toSvg(html`<svg>${drawLine({ text: "<script>alert(1)</script><?>", x: 0, y: 0, size: 12 }, frame)}</svg>`);
  assert.doesNotMatch(markup, /<script|<\?>/);
  assert.match(markup, /&lt;script&gt;alert\(1\)&lt;\/script&gt;&lt;\?&gt;/);
});

test("figures are said as what they are", () => {
  assert.equal(say.count({ min: 10, max: 19 }), "10 to 19");
  assert.equal(say.count({ value: 60, nearest: 5 }), "about 60");
  assert.equal(say.count("withheld"), "withheld to protect privacy");
  assert.equal(say.share({ from: 0, to: 20 }), "less than 20%");
  assert.equal(say.share({ from: 95, to: 100 }), "95% or more");
  assert.equal(speaker(es).share({ from: 20, to: 40 }), "de 20% a 40%");
  assert.equal(say.day("2026-09-30"), "September 30, 2026");
  assert.equal(say.either(["a", "b", "c"]), "a, b, or c");
});

test("English and Spanish say the same things, each in its own words", () => {
  const paths = (words: object, at = ""): string[] =>
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null ? paths(value, `${at}${key}.`) : [`${at}${key}`],
    );
  assert.deepEqual(paths(es).sort(), paths(en).sort());
});

test("American English is written by hand as the browser's own formats write it, without starting them", () => {
  const texts = {
    number: new Intl.NumberFormat("en-US"),
    percent: new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 }),
  };
  const days = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  const values = [0, 7, -3, 0.1, 62.1, 99.9, -0.5, 1000, 1234.5, 99999, 123456, 1234567.8, -12345, 1e15, 1e20, 0.25, 62.125, 33.333, 2 / 3];
  for (let at = 0; at < 2000; at++) values.push(at / 10, at * 997, (at * 7919) / 100);
  const intl = globalThis.Intl;
  let begun = 0;
  const counted = Object.fromEntries(
    (["NumberFormat", "DateTimeFormat", "ListFormat"] as const).map((name) => {
      const Format = intl[name] as unknown as new (...given: unknown[]) => object;
      const count = function (...given: unknown[]) {
        begun++;
        return new Format(...given);
      };
      return [name, count];
    }),
  );
  globalThis.Intl = { ...intl, ...counted } as unknown as typeof Intl;
  try {
    for (const locale of ["en-US", "en"]) {
      const own = speaker(en, locale);
      assert.equal(
        [own.number(1234), own.percent(62.5), own.day("2026-10-30"), own.list(["a", "b"])].join(" | "),
        "1,234 | 62.5% | October 30, 2026 | a and b",
      );
      assert.equal(begun, 0);
    }
    speaker(en, "en-GB");
    assert.ok(begun > 0, "other English has other formats");
  } finally {
    globalThis.Intl = intl;
  }
  for (const value of values) {
    assert.equal(say.number(value), texts.number.format(value));
    assert.equal(say.percent(value), texts.percent.format(value / 100));
  }
  for (let at = Date.UTC(1999, 11, 1); at < Date.UTC(2030, 0); at += 36e5 * 24 * 13) {
    const iso = new Date(at).toISOString().slice(0, 10);
    assert.equal(say.day(iso), days.format(at));
  }
  for (const items of [[], ["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]])
    for (const [type, text] of [
      ["conjunction", say.list(items)],
      ["disjunction", say.either(items)],
    ] as const)
      assert.equal(text, new Intl.ListFormat("en-US", { type }).format(items));
});

test("a table's cell that a spreadsheet would run is text in CSV", () => {
  const table = {
    caption: "T",
    columns: [{ label: "Name" }, { label: "n", numeric: true }],
    rows: [{ key: "a", cells: ['=1+1,"x"', "-"] }],
  };
  assert.equal(toCsv([table]), `Name,n\r\n"'=1+1,""x""",'-\r\n`);
  assert.match(toSvg(drawTable(table)), /<th scope="row">=1\+1/);
});
