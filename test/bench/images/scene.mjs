// One gauge-like picture for all: title, sentence, half ring of four stages with a target, headline, legend, six bars, source. Invented figures,
// other ones for each picture, so that nobody draws the same text twice.
import { createRequire } from "node:module";

export const width = 1200;
export const height = 800;
const { resolve } = createRequire(import.meta.url);
/** Everybody's letters: the font that the project ships. */
export const fontFiles = ["400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold"].map((file) =>
  resolve(`../../../node_modules/@expo-google-fonts/inter/${file}.ttf`),
);
export const resvgFont = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter" };
export const colours = {
  ink: "#1b2430",
  quiet: "#55606e",
  paper: "#ffffff",
  land: "#eef0f3",
  met: "#0053a5",
  started: "#00a27e",
  notStarted: "#c3cbd6",
};

const names = ["CS Discoveries", "CS Principles", "CS Fundamentals", "AP Computer Science A", "Data Science", "Cybersecurity"];

/** The figures of picture number `at`. */
export function figuresOf(at) {
  const groups = names.map((name, group) => {
    const trained = 40 + ((at * 7 + group * 13) % 90);
    const met = Math.round((trained * (35 + ((at * 11 + group * 17) % 50))) / 100);
    const started = Math.floor((trained - met) / 2);
    const notStarted = Math.floor((trained - met - started) / 2);
    return { id: `group-${group}`, name, trained, met, started, notStarted, notKnown: trained - met - started - notStarted };
  });
  const sum = (key) => groups.reduce((all, group) => all + group[key], 0);
  const whole = {
    trained: sum("trained"),
    met: sum("met"),
    started: sum("started"),
    notStarted: sum("notStarted"),
    notKnown: sum("notKnown"),
  };
  const share = (of) => `${Math.round((100 * of.met) / of.trained)}%`;
  return {
    title: `How many trained teachers now teach computer science? (${at + 1})`,
    scope: "Riverbend Region (sample) · 2025-26 · Final",
    summary: `${whole.met} of ${whole.trained} trained teachers (${share(whole)}) met the implementation bar; the target is 70%.`,
    detail: `Of the others, ${whole.started} started, ${whole.notStarted} have not started, and for ${whole.notKnown} it is not known.`,
    source: "Source: Riverbend sample programme (invented data) · Data as of September 30, 2026 · Revision 2",
    headline: share(whole),
    under: `${whole.met} of ${whole.trained} teachers`,
    target: 70,
    targetLabel: "Target 70%",
    whole,
    stages: [
      { key: "met", label: "Met the bar", count: whole.met, colour: colours.met },
      { key: "started", label: "Started", count: whole.started, colour: colours.started },
      { key: "notStarted", label: "Not started", count: whole.notStarted, colour: colours.notStarted },
      { key: "notKnown", label: "Not known", count: whole.notKnown, colour: "none" },
    ],
    groups: groups.map((group) => ({ ...group, share: share(group), words: `${group.met} of ${group.trained}` })),
  };
}

/** Where things stand, in pixels, for those who place by hand. */
export const place = {
  ring: { x: 300, y: 470, inner: 180, outer: 225 },
  legend: { x: 90, y: 560, step: 39 },
  bars: { x: 645, y: 245, width: 505, step: 77, height: 16 },
};

/** Path of a piece of the half ring between two parts of one. */
export function piece({ x, y, inner, outer }, from, to) {
  const at = (radius, part) => {
    const angle = Math.PI * (part - 1);
    return `${(x + radius * Math.cos(angle)).toFixed(2)},${(y + radius * Math.sin(angle)).toFixed(2)}`;
  };
  return `M${at(outer, from)}A${outer},${outer},0,0,1,${at(outer, to)}L${at(inner, to)}A${inner},${inner},0,0,0,${at(inner, from)}Z`;
}

/** Texts that stand in every picture, with their places: `[text, x, y of the baseline, size, weight, colour, anchor]`. */
export function textsOf(figures) {
  const { ring, legend, bars } = place;
  return [
    [figures.title, 26, 58, 32, 600, colours.ink, "start"],
    [figures.scope, 26, 96, 19, 400, colours.quiet, "start"],
    [figures.summary, 26, 138, 22.5, 400, colours.ink, "start"],
    [figures.detail, 26, 170, 22.5, 400, colours.ink, "start"],
    [figures.headline, ring.x, ring.y - 60, 45, 600, colours.ink, "middle"],
    [figures.under, ring.x, ring.y - 25, 22.5, 400, colours.quiet, "middle"],
    [figures.targetLabel, ring.x + 170, ring.y - 205, 19, 400, colours.ink, "start"],
    ...figures.stages.flatMap(({ label, count }, at) => [
      [label, legend.x + 32, legend.y + 17 + at * legend.step, 22.5, 400, colours.ink, "start"],
      [String(count), legend.x + 420, legend.y + 17 + at * legend.step, 22.5, 600, colours.ink, "end"],
    ]),
    ["By course", bars.x, bars.y - 25, 25, 600, colours.ink, "start"],
    ...figures.groups.flatMap(({ name, words, share }, at) => [
      [name, bars.x, bars.y + 18 + at * bars.step, 22.5, 400, colours.ink, "start"],
      [words, bars.x + bars.width - 70, bars.y + 18 + at * bars.step, 19, 400, colours.quiet, "end"],
      [share, bars.x + bars.width, bars.y + 18 + at * bars.step, 22.5, 600, colours.ink, "end"],
    ]),
    [figures.source, 26, 770, 19, 400, colours.quiet, "start"],
  ];
}
