import assert from "node:assert/strict";
import { test } from "node:test";
import { bandWidth, looksPersonal, parseDocument } from "@vitrine/contract";
import { gauge, map } from "./sample.js";

const codesOf = (value: unknown) => {
  const parsed = parseDocument(value);
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path}`);
};
type Figures = Record<string, unknown>;
/** 180 = 112 + 31 + 22 + 15 */
const with_ = (figures: Figures) => codesOf(gauge(figures));
const group = (id: string, figures: Figures) => ({
  id,
  name: id,
  trained: 180,
  met: 112,
  started: 31,
  notStarted: 22,
  notKnown: 15,
  ...figures,
});
const split = (partition: boolean, ...groups: Figures[]) => ({
  breakdowns: [{ by: "course", label: "By course", partition, groups: groups.map((figures, at) => group(`g${at}`, figures)) }],
});
const tens = (from: number) => ({ min: from, max: from + 9 });

test("a count below the threshold is refused, at the threshold it is shown", () => {
  assert.deepEqual(with_({ notStarted: 33, notKnown: 4 }), ["privacy-small-count $.notKnown"]);
  assert.deepEqual(with_({ notStarted: 32, notKnown: 5 }), []);
  const strict = { ...(gauge()["privacy"] as object), threshold: 16 };
  assert.deepEqual(with_({ privacy: strict }), ["privacy-small-count $.notKnown"]);
});

test("a zero is shown only where zeros are published, or where nobody takes part at all", () => {
  const published = { ...(gauge()["privacy"] as object), zeros: "publish" };
  assert.deepEqual(with_({ notStarted: 37, notKnown: 0 }), ["privacy-zero $.notKnown"]);
  assert.deepEqual(with_({ notStarted: 37, notKnown: 0, privacy: published }), []);
  const nobody = { trained: 0, met: "not-applicable", started: "not-applicable", notStarted: "not-applicable", notKnown: "not-applicable" };
  assert.deepEqual(with_(nobody), []);
  const document = map();
  (document["schools"]!["students"] as unknown[])[1] = 0;
  assert.deepEqual(codesOf(document), []);
  (document["schools"]!["students"] as unknown[])[1] = 9;
  assert.deepEqual(codesOf(document), ["privacy-small-count $.schools.students[1]"]);
});

test("a range leaves five values, and ten where it reaches below the threshold", () => {
  const wide = { notStarted: tens(20) };
  assert.deepEqual(with_({ ...wide, notKnown: { min: 14, max: 17 } }), ["privacy-narrow-range $.notKnown"]);
  assert.deepEqual(with_({ ...wide, notKnown: { min: 14, max: 18 } }), []);
  const ten = { ...(gauge()["privacy"] as object), threshold: 10 };
  assert.deepEqual(with_({ ...wide, notKnown: { min: 9, max: 17 }, privacy: ten }), ["privacy-narrow-range $.notKnown"]);
  assert.deepEqual(with_({ ...wide, notKnown: { min: 8, max: 17 }, privacy: ten }), []);
});

test("a rounded count leaves as many values as a range", () => {
  assert.deepEqual(with_({ notStarted: tens(20), notKnown: { value: 16, nearest: 2 } }), ["privacy-narrow-range $.notKnown"]);
  assert.deepEqual(with_({ notStarted: tens(20), notKnown: { value: 15, nearest: 5 } }), []);
  assert.deepEqual(with_({ notStarted: tens(30), notKnown: { value: 0, nearest: 5 } }), ["privacy-narrow-range $.notKnown"]);
});

test("a share is a band as wide as its base asks for, on the grid of its width", () => {
  const rate = (base: unknown, share: unknown) => {
    const [code] = with_({
      trained: base,
      met: "withheld",
      started: "withheld",
      notStarted: "withheld",
      notKnown: "withheld",
      rate: share,
    });
    return code?.replace(/ .*/, "") ?? "shown";
  };
  for (const [base, width] of [
    [10, 50],
    [15, 50],
    [16, 20],
    [30, 20],
    [31, 10],
    [60, 10],
    [61, 5],
    [300, 5],
    [301, 1],
  ] as const) {
    assert.equal(bandWidth(base), width);
    assert.equal(rate(base, { from: 0, to: width }), "shown", `${base} people, ${width} points`);
    assert.equal(rate(base, { from: 100 - width, to: 100 }), "shown", `${base} people, the last ${width} points`);
    if (width > 1) assert.equal(rate(base, { from: 0, to: width - 1 }), "privacy-narrow-band", `${base} people, ${width - 1} points`);
    if (width < 50) assert.equal(rate(base, { from: width / 2, to: width * 2.5 }), "privacy-narrow-band", "off the grid");
    assert.equal(rate(base, 50), "privacy-exact-share");
  }
  assert.equal(rate(9, { from: 0, to: 100 }), "privacy-narrow-band");
  assert.equal(rate("withheld", { from: 0, to: 50 }), "privacy-narrow-band");
  assert.equal(rate(tens(10), { from: 0, to: 20 }), "privacy-narrow-band");
  assert.equal(rate(tens(10), { from: 0, to: 50 }), "shown");
  assert.equal(rate(180, { value: 60, nearest: 5 }), "shown");
  assert.equal(rate(180, { value: 60, nearest: 2 }), "privacy-narrow-band");
  for (const never of [0, 100, { value: 0, nearest: 5 }, { value: 100, nearest: 5 }]) assert.notEqual(rate(180, never), "shown");
});

test("every band leaves at least three whole numbers of people", () => {
  for (let base = 10; base <= 5000; base++) {
    const width = bandWidth(base)!;
    for (let from = 0; from < 100; from += width) {
      const low = Math.ceil((base * from) / 100);
      const high = from + width === 100 ? base : Math.ceil((base * (from + width)) / 100) - 1;
      assert.ok(high - low >= 2, `${base} people, ${from} to ${from + width}`);
    }
  }
});

test("a share that contradicts its counts is refused", () => {
  assert.deepEqual(with_({ rate: { from: 60, to: 65 } }), []);
  assert.deepEqual(with_({ rate: { from: 65, to: 70 } }), ["totals-differ $.rate"]);
});

test("a range and a share of the same people may not narrow each other", () => {
  const rest = { started: "withheld", notStarted: "withheld", notKnown: "withheld" };
  assert.deepEqual(with_({ ...rest, met: tens(110), rate: { from: 60, to: 65 } }), []);
  assert.deepEqual(with_({ ...rest, met: tens(100), rate: { from: 60, to: 65 } }), ["privacy-narrow-band $.rate"]);
});

test("one protected figure in a sum is refused, withheld, as a range or rounded; two are not", () => {
  assert.deepEqual(with_({ notKnown: "withheld" }), ["privacy-sum $.notKnown"]);
  assert.deepEqual(with_({ notKnown: tens(10) }), ["privacy-sum $.notKnown"]);
  assert.deepEqual(with_({ notKnown: { value: 15, nearest: 5 } }), ["privacy-sum $.notKnown"]);
  assert.deepEqual(with_({ trained: "withheld" }), ["privacy-sum $.trained"]);
  assert.deepEqual(with_({ notKnown: "withheld", notStarted: "withheld" }), []);
});

test("two protected figures that have too little between them are refused", () => {
  // 180 - 112 - 65 = 3: each of the two can only be 0 to 3.
  assert.deepEqual(with_({ started: 65, notStarted: "withheld", notKnown: "withheld" }), [
    "privacy-sum $.notStarted",
    "privacy-sum $.notKnown",
  ]);
  assert.deepEqual(with_({ started: 64, notStarted: "withheld", notKnown: "withheld" }), []);
  // 58 is 40 to 49 and 0 to 9 only as 49 and 9.
  assert.deepEqual(with_({ trained: 201, notStarted: tens(40), notKnown: tens(0) }), [
    "privacy-sum $.notStarted",
    "privacy-sum $.notKnown",
  ]);
  assert.deepEqual(with_({ trained: 192, notStarted: tens(40), notKnown: tens(0) }), []);
});

test("a group that did not report does not hide the one beside it", () => {
  assert.deepEqual(with_({ notStarted: "not-reported", notKnown: "withheld" }), ["privacy-sum $.notKnown"]);
  // Here the total must contain those who did not report, so nothing follows.
  assert.deepEqual(with_({ notStarted: "not-reported", notKnown: tens(0) }), []);
});

test("groups that add up give away one withheld group, groups that overlap do not", () => {
  const half = { trained: 90, met: 56, started: 16, notStarted: 11, notKnown: 7 };
  const other = { trained: 90, met: 56, started: 15, notStarted: 11, notKnown: 8 };
  assert.deepEqual(with_(split(true, half, other)), []);
  assert.deepEqual(with_(split(true, half, { ...other, notStarted: "withheld", notKnown: "withheld" })), [
    "privacy-sum $.breakdowns[0].groups[1].notStarted",
    "privacy-sum $.breakdowns[0].groups[1].notKnown",
  ]);
  const hidden = { notStarted: "withheld", notKnown: "withheld" };
  assert.deepEqual(with_(split(true, { ...half, ...hidden }, { ...other, ...hidden })), []);
  assert.deepEqual(with_(split(false, half, { ...other, ...hidden })), []);
});

test("what remains of a total beside a group is a count too", () => {
  const most = { trained: 160, met: 100, started: 28, notStarted: 19, notKnown: 13 };
  assert.deepEqual(with_(split(false, most)), [
    "privacy-small-count $.breakdowns[0].groups[0].started",
    "privacy-small-count $.breakdowns[0].groups[0].notStarted",
    "privacy-small-count $.breakdowns[0].groups[0].notKnown",
  ]);
});

test("a stage that everybody reached says that nobody is at another", () => {
  const none = { started: "not-applicable", notStarted: "not-applicable", notKnown: "not-applicable" };
  const published = { ...(gauge()["privacy"] as object), zeros: "publish" };
  assert.deepEqual(with_({ trained: 20, met: 20, ...none }), ["privacy-zero $.met"]);
  assert.deepEqual(with_({ trained: 20, met: 20, ...none, privacy: published }), []);
  // Of the 60 who are not in this group nobody met the bar.
  const most = { trained: 120, met: 112, started: "withheld", notStarted: "withheld", notKnown: "withheld" };
  assert.deepEqual(with_(split(false, most)), ["privacy-zero $.breakdowns[0].groups[0].met"]);
});

test("a range beside a total leaves a rest that is looked at as well", () => {
  const hidden = { met: "withheld", started: "withheld", notStarted: "withheld", notKnown: "withheld" };
  assert.deepEqual(with_(split(false, { trained: tens(100), ...hidden })), []);
  assert.deepEqual(with_(split(false, { trained: { min: 178, max: 187 }, ...hidden })), [
    "privacy-narrow-range $.breakdowns[0].groups[0].trained",
  ]);
  assert.deepEqual(with_(split(false, { trained: 200, ...hidden })), ["totals-differ $.breakdowns[0].groups[0].trained"]);
});

test("sums that cannot be true are refused", () => {
  assert.deepEqual(with_({ trained: 181 }), ["totals-differ $.trained"]);
  assert.deepEqual(with_({ trained: tens(200) }), ["totals-differ $.trained"]);
  assert.deepEqual(with_({ trained: 100, notKnown: "withheld", notStarted: "withheld" }), ["totals-differ $.trained"]);
  const half = { trained: 90, met: 56, started: 16, notStarted: 11, notKnown: 7 };
  assert.deepEqual(
    with_(split(true, half, { ...half })).every((code) => code.startsWith("totals-differ")),
    true,
  );
});

test("teachers of one school are counted for a partner, never for everybody", () => {
  const scope = { level: "school", id: "h-001", name: "Alder High School (sample)" };
  const partner = { kind: "partner", id: "harborview", consent: "Asked in spring.", confidentiality: "Signed in spring." };
  assert.deepEqual(with_({ scope }), ["privacy-scope $.scope.level"]);
  assert.deepEqual(with_({ scope, audience: partner }), []);
  const [breakdown] = split(true, {}).breakdowns;
  const bySchool = { breakdowns: [{ ...breakdown, by: "school" }] };
  assert.deepEqual(with_(bySchool), ["privacy-scope $.breakdowns[0].by"]);
  assert.deepEqual(with_({ ...bySchool, audience: partner }), []);
});

test("text that looks like somebody's address or number is found, however it is written", () => {
  for (const text of [
    "maria@harborview.example",
    "write to maria.sample@school.k12.example today",
    "maria＠harborview．example",
    "maria (at) harborview (dot) example",
    "maria [at] harborview.example",
    "maria <at> harborview.example",
    "maria @ harborview.org",
    "maria @harborview.org",
    "maria at harborview dot org",
    "maria&#64;harborview.example",
    "maria&#x40;harborview.example",
    "maria%40harborview.example",
    "maria&commat;harborview.example",
    "maria@harborview․example",
    "(555) 010-0199",
    "555-010-0199",
    "555.010.0199",
    "1-800-555-0199",
    "+44 20 7946 0958",
    "555‑010‑0199",
    "555/010/0199",
    "555·010·0199",
    "078.05.1120",
    "555\u200b-010-0199",
    "078-05-1120",
    "student 20260017",
    "S2026001",
    "٢٠٢٦٠٠١٧",
    "２０２６００１７",
    "২০২৬০০১৭",
    "๒๐๒๖๐๐๑๗",
    "𝟤𝟢𝟤𝟨𝟢𝟢𝟣𝟩",
    "²⁰²⁶⁰⁰¹⁷",
    "①②③④⑤⑥⑦",
  ]) {
    assert.ok(looksPersonal(text), text);
    assert.deepEqual(
      with_({ title: text }).map((code) => code.replace(/ .*/, "")),
      ["privacy-person"],
      text,
    );
  }
});

test("every way to separate a telephone number, a social security number and the parts of a mail address is found, alone and inside a sentence", () => {
  const [spaces, between] = [
    ["", " ", "\u00a0"],
    [" ", ".", "-", "/", "\u00b7", "\u2009", "\u2013"],
  ];
  const areas = [...between.map((sign) => `555${sign}`), ...spaces.map((space) => `(555)${space}`)];
  const phones = ["", "1", "1 ", "1-", "1."].flatMap((country) =>
    areas.flatMap((area) => between.map((sign) => `${country}${area}010${sign}0199`)),
  );
  const abroad = ["+15550100199", "+1 2 3 4 5", "+44 (20) 7946-0", "+1.2.3.4.5"];
  const social = between.slice(0, 4).flatMap((one) => between.slice(0, 4).map((two) => `078${one}05${two}1120`));
  const mails = [
    ["(", ")"],
    ["[", "]"],
    ["{", "}"],
    ["<", ">"],
  ].flatMap(([open, close]) =>
    ["at", "AT", " at ", "\tAt\u00a0"].flatMap((at) => [
      `pat ${open}${at}${close} vitrine ${open}dot${close} example`,
      `pat${open}${at}${close}vitrine.example`,
    ]),
  );
  const words = [
    "pat at vitrine dot example",
    "pat AT vitrine DOT example",
    "pat@vitrine.example",
    "pat @ vitrine.org",
    "pat&commat;vitrine.example",
    "pat%40vitrine.example",
    "pat&#64;vitrine.example",
    "pat&#X0040;vitrine.example",
  ];
  for (const text of [...phones, ...abroad, ...social, ...mails, ...words])
    for (const around of [text, `Call ${text}.`, `${text} (ask)`, `Année: ${text}`]) assert.ok(looksPersonal(around), around);
});

test("ordinary text with numbers is not taken for somebody's", () => {
  for (const text of [
    "2025-26",
    "2025-07-01 to 2026-06-30",
    "1,234,567 students",
    "P.S. 118 @ Mill Street",
    "Grades 9-12 in 2024-2025",
    "=SUM(A1:A9)",
    "Escuela n.º 45, 3.er grado",
    "26,838 high schools, 13,469 offer it",
    "100-200-300",
    "Students (at) risk of dropping out",
    "CS50 @ home",
    "Meets 9 @ St.Mary School",
    "Look at Mill Street",
    "06/30/2026",
  ])
    assert.equal(looksPersonal(text), false, text);
});

test("a long number is allowed as a register's code and in an address, a telephone number nowhere", () => {
  const scope = (id: string) => ({ scope: { level: "district", id, name: "Harborview" } });
  const action = (href: string) => ({ actions: [{ kind: "survey", label: "Survey", href }] });
  assert.deepEqual(with_(scope("120039000123")), []);
  assert.deepEqual(with_(scope("555-010-0199")), ["privacy-person $.scope.id"]);
  assert.deepEqual(with_(action("https://vitrine.example/form/1FAIpQL1234567890")), []);
  assert.deepEqual(with_(action("https://vitrine.example/?call=555-010-0199")), ["privacy-person $.actions[0].href"]);
  assert.deepEqual(with_({ trained: 5_550_100_199 }), ["not-a-figure $.trained"]);
});

test("text that hides or reorders what is read is refused, text of any language is not", () => {
  for (const text of [
    "a\u0000b",
    "two\nlines",
    "tab\there",
    "\u202eesrever",
    "\u2066isolated\u2069",
    "\ud800",
    "\ue000",
    "a\u{e0041}",
    "\ufeffx",
    "\u2028",
    "\u0085",
    "\x1b[31m",
    "\u206a",
    `a${"\u0301".repeat(9)}`,
    `a${"\ufe01".repeat(20)}`,
    `a${"\u{e0101}".repeat(20)}`,
    `a${"\u200b\u200c".repeat(8)}`,
  ])
    assert.deepEqual(with_({ title: text }), ["hidden-character $.title"], JSON.stringify(text));
  for (const text of [
    "¿Dónde se enseña informática?",
    "تعليم علوم الحاسوب",
    "می‌خواهم",
    "क्‍ष",
    "计算机科学",
    "👩‍💻 teaches",
    "e\u0301cole",
    "Z\u0302\u0323\u0301",
    "葛\u{e0100}城",
    "👨‍👩‍👧‍👦 learn",
    "A\u00a0B",
  ])
    assert.deepEqual(with_({ title: text }), [], text);
});

test("a name that shows nothing is as good as none", () => {
  for (const title of ["\u200b\u200b", "\u3164", "\u2800", "\u115f\u1160", "\u200e \u200f", "\u0301"])
    assert.deepEqual(with_({ title }), ["bad-text $.title"], JSON.stringify(title));
});

test("an address is plain https, or mailto with at most a subject", () => {
  const codes = (href: string) => with_({ actions: [{ kind: "contact", label: "Ask us", href }] });
  for (const href of [
    "https://vitrine.example",
    "https://vitrine.example:8443/a/b?c=d&e=f#g",
    "https://xn--bcher-kva.example/%C3%A4",
    "mailto:programme@vitrine.example",
    "mailto:programme+cs@vitrine.example?subject=Our%20school%3F",
  ])
    assert.deepEqual(codes(href), [], href);
  for (const href of [
    "http://vitrine.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java&#115;cript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://vitrine.example/1",
    "file:///etc/hosts",
    "//vitrine.example",
    "/relative",
    "https://",
    "https://localhost",
    "https://user@vitrine.example",
    "https://user:word@vitrine.example",
    "https://vitrine.example@evil.example",
    "https://vitrine.example/?to=maria@harborview.example",
    "https://vitrine.example/?to=maria%40harborview.example",
    "https://vitrine.example\\@evil.example",
    'https://vitrine.example/" onclick="alert(1)',
    "https://vitrine.example/' onclick='alert(1)",
    "https://vitrine.example/<script>",
    "https://vitrine.example/a b",
    "https://vitrine.éxample/",
    "https://vitrine.example/ä",
    "mailto:a@vitrine.example,b@vitrine.example",
    "mailto:a%40b.example,c@vitrine.example",
    "mailto:a@vitrine.example?cc=b@vitrine.example",
    "mailto:a@vitrine.example?subject=x&bcc=b",
    "mailto:a@vitrine.example?subject=x%0d%0abcc:b",
    "mailto:a@vitrine.example?body=x",
    "tel:5550100",
  ])
    assert.deepEqual(codes(href), ["bad-address $.actions[0].href"], href);
  assert.deepEqual(with_({ sources: [{ name: "Mail", url: "mailto:programme@vitrine.example" }] }), ["bad-address $.sources[0].url"]);
});

test("days exist", () => {
  for (const asOf of ["2024-02-29", "2000-02-29", "2026-12-31", "2026-07-31", "2026-08-31", "2026-11-30"])
    assert.deepEqual(with_({ asOf }), [], asOf);
  for (const asOf of [
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-11-31",
    "2026-13-01",
    "2026-00-01",
    "2026-01-00",
    "2026-1-1",
    "0000-01-01",
    "2026-09-30T00:00:00Z",
    "",
  ])
    assert.deepEqual(with_({ asOf }), ["bad-date $.asOf"], asOf);
});
