import type { SchoolActivity, AccessStatus, Absence, Envelope, Note, SchoolLevel, VitrineDocument, AccessAreas } from "@vitrine/contract";
import type { PlaceFault } from "../map/points.js";
import type { MetricsWords } from "./metrics.js";
import type { PlanWords } from "./plan.js";
import type { InventoryWords } from "./inventory.js";
import type { PathwayWords } from "./pathway.js";
import type { RosterRefusal, RosterWords } from "./roster.js";
import type { TrendWords } from "./trend.js";
import type { gap } from "./en/gap.js";
import type { composition } from "./en/composition.js";
import type { survey } from "./en/survey.js";
import type { dashboard } from "./en/dashboard.js";

type AreaLevel = AccessAreas["level"];

/**
 * Everything the library says, in one language. A missing key is a type error in every catalogue.
 * Functions take finished text (numbers already formatted) and return one phrase.
 */
export interface Words {
  locale: string;
  /** As printed in pictures and tables: "not applicable" is an en dash. */
  absence: Record<Absence, string>;
  /** As spoken, in sentences and labels of marks. */
  absenceSaid: Record<Absence, string>;
  range(from: string, to: string): string;
  about(value: string): string;
  lessThan(value: string): string;
  atLeast(value: string): string;
  status: Record<Envelope["status"], string>;
  note: Record<Note["kind"], string>;
  caption: {
    source(names: string): string;
    asOf(day: string): string;
    period(label: string): string;
    revision(number: string): string;
    notes: string;
    actions: string;
    due(day: string): string;
  };
  gauge: {
    /** Headings of columns and names in the legend. */
    stage: Record<"met" | "started" | "notStarted" | "notKnown", string>;
    trained: string;
    share: string;
    group: string;
    all: string;
    /** Under the share: "149 of 240 teachers", "of 240 teachers" when how many met is not published. */
    ofTeachers(met: string | undefined, trained: string): string;
    /** In a row: "88 of 132", "132 trained". */
    of(met: string | undefined, trained: string): string;
    metTheBar: string;
    noShare: string;
    lessThanOne: string;
    moreThanNinetyNine: string;
    /** "149 of 240 trained teachers (62%) met the implementation bar; the target is 70%." At least `met` or `share` is there. */
    sentence(figures: { met?: string; trained: string; share?: string; target?: string }): string;
    /** When it is not said how many met the bar. */
    noSentence(figures: { trained?: string; why: Absence; target?: string }): string;
    /** The stages after the bar, as parts of one list; then that list as a sentence. */
    other: Record<"started" | "notStarted" | "notKnown", (figure: string) => string>;
    others(list: string): string;
    /** `absences` as spoken, as one list. */
    some(absences: string): string;
    provisional: string;
    /** The label of a mark: name, then its figures. */
    mark(name: string, figures: string): string;
  };
  /** What an element says around its picture. */
  element: {
    waiting: string;
    empty: string;
    /** A refresh failed and the last good picture stays. */
    stale(day: string): string;
    refreshed(day: string): string;
    unreachable: string;
    /** How to move through the picture, for a screen reader. */
    keys: string;
    table: string;
    menu: string;
    notMade: string;
  };
  /** Why a document is not shown, fetched when one was refused. */
  why: Record<"timed-out" | "file-too-large" | "audience-research" | "audience-partner" | "audience-origin" | RosterRefusal, string> & {
    /** The document is not one this element reads. `code` is an issue code. */
    contract(code: string): string;
    /** The document breaks a rule of the privacy policy. */
    privacy(code: string): string;
  };
  /** What a reader can take away, fetched with what makes it. */
  take: Record<"csv" | "svg" | "png" | "embed" | "embedCode" | "print" | "copied" | "copyByHand", string>;
  access: {
    status: Record<AccessStatus, string>;
    level: Record<SchoolLevel, string>;
    activity: Record<SchoolActivity, string>;
  };
  /** The map and its legend. */
  map: {
    shareHeading: string;
    schoolsHeading: string;
    /** What the numbers in the steps of the scale count. */
    stepHint: Record<AreaLevel, string>;
    /** "3 states", "1 state" */
    areas(level: AreaLevel, count: number, text: string): string;
    column: Record<AreaLevel, string>;
    columns: Record<
      "school" | "district" | "area" | "status" | "level" | "activity" | "location" | "schools" | "share" | "coverage",
      string
    >;
    coverage: Record<"covered" | "partly-covered" | "not-covered", string>;
    item(label: string, count: string): string;
    noSchools: string;
    cluster: string;
    unlocated: string;
    undrawn: string;
    noOutline: string;
    /** Plural noun for schools of one level, or of several. */
    noun: Record<SchoolLevel | "all", string>;
    area(of: { name: string; offers: string; base: string; share: string }): string;
    areaAbsent(name: string, why: string): string;
    school(name: string, status: string): string;
    group(count: string, statuses: string): string;
    sentence(of: { offers: string; base: string; noun: string; place: string; share: string }): string;
    noSentence(of: { base: string; noun: string; place: string; why: string }): string;
    /** Where too few have said for a share. */
    mixedSentence(of: { base: string; noun: string; place: string; parts: string }): string;
    alsoOffer(count: number, text: string): string;
    alsoNot(count: number, text: string): string;
    none(place: string): string;
    /** What follows the first clause, for schools that have no plain answer. */
    also: Record<Exclude<AccessStatus, "offers" | "does-not-offer">, (count: number, text: string) => string>;
    alsoAreas(areas: string, count: number): string;
    unlocatedSaid(count: number, text: string): string;
    located: string;
    fault: Record<PlaceFault, string>;
    tableAreas(place: string): string;
    tableSchools(place: string): string;
  };
  list: {
    heading: string;
    search: string;
    /** Group labels of the filters. */
    filters: Record<"status" | "level" | "activity" | "area", string>;
    /** Every area, in the choice of one. */
    allAreas: string;
    sort: string;
    sorts: Record<"name" | "-name" | "district" | "status" | "activity", string>;
    columns: Record<"school" | "id" | "district" | "status" | "activity" | "area" | "schools" | "offers", string>;
    /** "12 of 340 schools" */
    shown(shown: string, all: string): string;
    /** "First 100 of 340 listed" */
    listed(listed: string, found: string): string;
    more(count: string): string;
    none: string;
    clear: string;
    noSchools: string;
    /** Schools to talk to: grass-roots activity, and no full offer. */
    recruit: string;
    recruitHint: string;
    /** The file with the schools that are listed. */
    recruitFile: string;
    /** "248 of 1,121" */
    of(part: string, whole: string): string;
    card: Record<
      "district" | "city" | "area" | "level" | "activity" | "students" | "offering" | "saidBy" | "saidOn" | "place" | "actions",
      string
    >;
    unlocated: string;
    why: string;
    /** What "(Why?)" does, for those who only hear it. */
    whySaid: string;
    close: string;
    showOnMap: string;
    /** What an act needs could not be fetched. */
    notLoaded: string;
  };
  mapControls: {
    /** Name of the surface: "Map: Florida". */
    map(name: string): string;
    keysAreas: string;
    keysPoints: string;
    search: string;
    suggestions(count: string): string;
    in: string;
    out: string;
    whole: string;
    full: string;
    back(name: string): string;
    open(name: string): string;
    wheel: string;
    loading(name: string): string;
    opened(name: string): string;
    failed(name: string): string;
    noFile(name: string): string;
    /** While the names of an overview's areas come. */
    searching(areas: string, all: string): string;
    noGeometry: string;
    /** What an act needs could not be fetched. */
    notLoaded: string;
    /** "4 of 340 schools have no known location. They are in the list." */
    unlocated(count: string, all: string): string;
    cluster(count: string): string;
    /** "61 schools at one spot" */
    together(count: string): string;
    areas: string;
    legend: string;
  };
  metrics: MetricsWords;
  plan: PlanWords;
  inventory: InventoryWords;
  dashboard: typeof dashboard;
  /** The roster table and what a reader marks in it. */
  roster: RosterWords;
  composition: typeof composition;
  gap: typeof gap;
  survey: typeof survey;
  pathway: PathwayWords;
  trend: TrendWords;
  /** Pages made ahead: the gallery, the page of one figure, its snippets. */
  site: {
    kind: Record<VitrineDocument["schema"], string>;
    gallery: string;
    lead: string;
    purpose: string;
    takeAway: string;
    copy: string;
    copied: string;
    /** What to do about an address that is not yet known. */
    placeholder(address: string): string;
    files: string;
    file: Record<"png" | "svg" | "csv" | "html" | "json", string>;
    page: string;
    parts: string;
    table: string;
    back: string;
    revision(number: string, day: string): string;
    /** Pages for one partner: the heading of their list, and what stands where a document will be drawn. */
    partner: { heading: string; waits: string };
  };
}

/** What only some elements say; each in a file of its own where a language comes with the elements. */
export type Section =
  | "gauge"
  | "element"
  | "why"
  | "take"
  | "access"
  | "map"
  | "list"
  | "mapControls"
  | "roster"
  | "metrics"
  | "survey"
  | "composition"
  | "gap"
  | "pathway"
  | "trend"
  | "plan"
  | "inventory"
  | "dashboard"
  | "site";
export type CoreWords = Omit<Words, Section>;
