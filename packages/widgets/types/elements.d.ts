// Written by `npm run generate` from the elements themselves. Do not edit.
import type { Dashboard } from "@vitrine/widgets/dashboard";
import type { DiversityChart } from "@vitrine/widgets/diversity-chart";
import type { GapChart } from "@vitrine/widgets/gap-chart";
import type { ImplementationGauge } from "@vitrine/widgets/implementation-gauge";
import type { InventoryGrid } from "@vitrine/widgets/inventory-grid";
import type { MetricCards } from "@vitrine/widgets/metric-cards";
import type { PathwayFunnel } from "@vitrine/widgets/pathway-funnel";
import type { PlanTimeline } from "@vitrine/widgets/plan-timeline";
import type { RosterTable } from "@vitrine/widgets/roster-table";
import type { SchoolAccessMap } from "@vitrine/widgets/school-access-map";
import type { SchoolList } from "@vitrine/widgets/school-list";
import type { SurveyBars } from "@vitrine/widgets/survey-bars";
import type { TrendChart } from "@vitrine/widgets/trend-chart";

/** One element: its class, what a page may set on it, and what it tells. */
export interface Exhibit<Element extends HTMLElement, Properties, Events> {
  element: Element;
  properties: Properties;
  events: Events;
}

/** Every element of Vitrine by its tag. */
export interface VitrineElements {
  /** Figures side by side, with one set of filters for all: by school year, course and place, as far as their documents are split that way. Its children are the elements of the figures, and whatever else the page puts between them; without a script they stand there as they are. A figure follows a filter where its document tells the chosen group apart already: nothing is worked out. Where it does not, a sentence above the figure says so. Menus list only groups of which a figure is told, and never say which were left out. On a child, `data-groups="course"` (`year`, `place`) says what the groups of a trend or a survey are; `data-span="half"` or `"full"` how much of a row it takes. A print leaves the menus out and says what was chosen. */
  "cs-dashboard": Exhibit<Dashboard, {
    /** The school year in view, as its label; all when left out. Written by the element when a reader chooses. */
    year?: Dashboard["year"];
    /** The course in view, as the id of its group. */
    course?: Dashboard["course"];
    /** The place in view, as the id of its group or area. */
    place?: Dashboard["place"];
    /** `light` or `dark`, for the filters; without it they follow the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the filters; else that of the closest ancestor. */
    lang?: string;
  }, {
    /** A reader changed a filter: ids of what is chosen, never a figure. */
    "vitrine-filtered": HTMLElementEventMap["vitrine-filtered"];
  }>;
  /** Who the students are, beside who the schools' students are. */
  "cs-diversity-chart": Exhibit<DiversityChart, {
    /** Address of a document. */
    src?: DiversityChart["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: DiversityChart["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: DiversityChart["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: DiversityChart["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** How far apart two groups are, or the ends of an ordered scale: context beside outcome, and the distance as a number. */
  "cs-gap-chart": Exhibit<GapChart, {
    /** Address of a document. */
    src?: GapChart["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: GapChart["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: GapChart["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: GapChart["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** What share of trained teachers met the implementation bar, against the target, by course and year. */
  "cs-implementation-gauge": Exhibit<ImplementationGauge, {
    /** Address of a document. */
    src?: ImplementationGauge["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: ImplementationGauge["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: ImplementationGauge["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: ImplementationGauge["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** What computer science exists at a school: courses, integrated teaching, clubs, gaps between groups, limits of schedule and transport, data at hand. Without a score; after the document's own validity it says that it may be out of date. */
  "cs-inventory-grid": Exhibit<InventoryGrid, {
    /** Address of a document. */
    src?: InventoryGrid["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: InventoryGrid["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: InventoryGrid["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: InventoryGrid["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** Single numbers as cards: what is counted, how many, of what period, and how much that moved and over whom. */
  "cs-metric-cards": Exhibit<MetricCards, {
    /** Address of a document. */
    src?: MetricCards["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: MetricCards["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: MetricCards["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: MetricCards["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** Who reached each stage of an event, a programme or a sequence of courses, who went on and who did not, in all and by group. */
  "cs-pathway-funnel": Exhibit<PathwayFunnel, {
    /** Address of a document. */
    src?: PathwayFunnel["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: PathwayFunnel["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: PathwayFunnel["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: PathwayFunnel["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** What is done by when and by which role, with which resources, what data is collected, and what happens when a day is missed. */
  "cs-plan-timeline": Exhibit<PlanTimeline, {
    /** Address of a document. */
    src?: PlanTimeline["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: PlanTimeline["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: PlanTimeline["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: PlanTimeline["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** Which of a partner's own teachers are teaching, and what must be corrected. For that partner's staff only: it is drawn when the page's program hands it over, or when it came from the page's own site or with the reader's credentials, over https, in an answer that no shared cache keeps. What a reader marks stays on the reader's machine until it is saved to a file. */
  "cs-roster-table": Exhibit<RosterTable, {
    /** `use-credentials` where the roster comes from another site that its reader has signed in to. */
    crossorigin?: RosterTable["crossorigin"];
    /** Address of a document. */
    src?: RosterTable["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: RosterTable["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: RosterTable["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: RosterTable["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** Which schools offer computer science: states by share, then counties and schools, with search, filters, a card for a place, and the list of the same schools. An overview fetches the file of a state, from beside its own, when a reader opens that state. */
  "cs-school-access-map": Exhibit<SchoolAccessMap, {
    /** Address of the folder with the map's lines; beside the library's script when left out. */
    geometry?: SchoolAccessMap["geometry"];
    /** Address of a document. */
    src?: SchoolAccessMap["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: SchoolAccessMap["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: SchoolAccessMap["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: SchoolAccessMap["document"];
  }, {
    /** The card of a school was opened on the map: its id in the document. */
    "vitrine-school": HTMLElementEventMap["vitrine-school"];
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** The schools of an access document as a list: search, filters with numbers, and a card for each. The text twin of the map. A document without schools lists its areas. Where the document tells of grass-roots activity, schools can be found by it, and those that are listed taken away as a file to recruit with. */
  "cs-school-list": Exhibit<SchoolList, {
    /** Id of a map on the same page: a school of the list can be shown there, and a school chosen there opens here. */
    map?: SchoolList["map"];
    /** Address of a document. */
    src?: SchoolList["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: SchoolList["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: SchoolList["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: SchoolList["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** How people answered on a scale of agreement or on a two-sided scale, always with how many answered. */
  "cs-survey-bars": Exhibit<SurveyBars, {
    /** Address of a document. */
    src?: SurveyBars["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: SurveyBars["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: SurveyBars["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: SurveyBars["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
  /** How a count, a share or a mean moves, by week, month, term or year, in all and by group. A reader moves through time by pointer or arrow keys. */
  "cs-trend-chart": Exhibit<TrendChart, {
    /** Address of a document. */
    src?: TrendChart["src"];
    /** Id of the partner whose page this is. A document for a partner is shown only where it is stated. */
    partner?: TrendChart["partner"];
    /** Level of the title, 1 to 6; 3 when left out. */
    heading?: TrendChart["heading"] | `${number}`;
    /** `light` or `dark`; without it the element follows the page's `color-scheme`. */
    theme?: "light" | "dark";
    /** Language of the element; else that of its closest ancestor. */
    lang?: string;
    /** A document as a plain object. It is checked like any other and never changed. */
    document?: TrendChart["document"];
  }, {
    /** A document has been drawn. */
    "vitrine-drawn": HTMLElementEventMap["vitrine-drawn"];
    /** A document was not drawn: issue codes and JSON paths, never a value. */
    "vitrine-refused": HTMLElementEventMap["vitrine-refused"];
  }>;
}
