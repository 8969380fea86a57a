/** Classes and helpers; nothing here registers a tag. `@vitrine/widgets/implementation-gauge` does. */
export { define } from "./element/define.js";
export { DocumentElement } from "./element/document-element.js";
export type { DrawnDetail, RefusedDetail, State } from "./element/holding.js";
export type { Origin } from "./element/audience.js";
export { fetchDocument, type Answer, type Fault } from "./element/source.js";
export { Dashboard, type FilteredDetail } from "./dashboard/dashboard.js";
export { DiversityChart } from "./diversity-chart/diversity-chart.js";
export { GapChart } from "./gap-chart/gap-chart.js";
export { ImplementationGauge } from "./implementation-gauge/implementation-gauge.js";
export { MetricCards } from "./metric-cards/metric-cards.js";
export { PlanTimeline } from "./plan-timeline/plan-timeline.js";
export { InventoryGrid } from "./inventory-grid/inventory-grid.js";
export { PathwayFunnel } from "./pathway-funnel/pathway-funnel.js";
export { RosterTable } from "./roster-table/roster-table.js";
export { SchoolAccessMap } from "./school-access-map/school-access-map.js";
export { SchoolList } from "./school-list/school-list.js";
export { SurveyBars } from "./survey-bars/survey-bars.js";
export { TrendChart } from "./trend-chart/trend-chart.js";
