import type { InventoryDocument, VitrineDocument } from "@vitrine/contract";
import {
  compositionSpans,
  gapPicture,
  gapSpans,
  diversity,
  gauge,
  inventoryPicture,
  map,
  metricsPicture,
  pathwayFunnel,
  pathwaySpans,
  planPicture,
  rosterPicture,
  survey,
  surveySpans,
  trendChart,
  trendSpans,
  type Picture,
  type Say,
  type Table,
} from "@vitrine/drawing";
import type { Bars } from "./mail/bars.js";
import { gaugeBars } from "./mail/gauge-bars.js";
import { mapBars } from "./mail/map-bars.js";
import { noBars } from "./mail/no-bars.js";
import { spanBars } from "./mail/span-bars.js";
import { mapView, schoolLists } from "./outlines.js";

/** One kind of document as the static host sees it: how it is drawn, and which live elements show it, the main one first. */
export interface Exhibit<D = VitrineDocument, V = unknown> {
  picture: Picture<D, V>;
  elements: readonly [main: string, ...beside: string[]];
  /** What the drawing needs beside its document, such as the outlines of a map. */
  view?(document: D): V;
  /** Tables beyond the picture's own, such as every school: folded on a page, whole in the CSV. */
  lists?(document: D, say: Say): Table[];
  /** The document with what a small picture has room for; the whole of it when left out. */
  brief?(document: D): D;
  /** Bars beside the rows of the picture's own tables, for letters; without them a letter has the rows alone. */
  bars?(document: D, say: Say): Bars;
}

const exhibit = <D extends VitrineDocument, V>(entry: Exhibit<D, V>) => entry as unknown as Exhibit;

/** Every kind that can be shown without a script. A new kind is one line here. */
const exhibits: Readonly<Record<VitrineDocument["schema"], Exhibit>> = {
  "access/1": exhibit({
    picture: map,
    elements: ["cs-school-access-map", "cs-school-list"],
    view: mapView,
    lists: schoolLists,
    bars: mapBars,
  }),
  "implementation/1": exhibit({
    picture: gauge,
    elements: ["cs-implementation-gauge"],
    bars: gaugeBars,
    brief: (document) => ({ ...document, breakdowns: [] }),
  }),
  "metrics/1": exhibit({
    picture: metricsPicture,
    elements: ["cs-metric-cards"],
    bars: noBars((_, say) => say.words.metrics.column.value),
  }),
  "gap/1": exhibit({ picture: gapPicture, elements: ["cs-gap-chart"], bars: spanBars(gapSpans) }),
  "composition/1": exhibit({ picture: diversity, elements: ["cs-diversity-chart"], bars: spanBars(compositionSpans) }),
  "survey/1": exhibit({ picture: survey, elements: ["cs-survey-bars"], bars: spanBars(surveySpans) }),
  "pathway/1": exhibit({ picture: pathwayFunnel, elements: ["cs-pathway-funnel"], bars: spanBars(pathwaySpans) }),
  "trend/1": exhibit({ picture: trendChart, elements: ["cs-trend-chart"], bars: spanBars(trendSpans) }),
  "plan/1": exhibit({
    picture: planPicture,
    elements: ["cs-plan-timeline"],
    bars: noBars((_, say) => say.words.plan.column.due),
  }),
  "inventory/1": exhibit({
    picture: inventoryPicture,
    elements: ["cs-inventory-grid"],
    bars: noBars<InventoryDocument>(({ columns }) => columns[0]!.name),
  }),
  "roster/1": exhibit({ picture: rosterPicture, elements: ["cs-roster-table"] }),
};

export const exhibitOf = (document: VitrineDocument): Exhibit => exhibits[document.schema];
