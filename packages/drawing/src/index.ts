export { caption, type Caption } from "./core/caption.js";
export { absentPatterns, boxShape, drawAbsent, type Shape } from "./core/absent.js";
export { liveFrame, type Frame } from "./core/frame.js";
export { printFont, printFrame } from "./core/print-frame.js";
export { liveFont, textWidth, wrap, type Face, type Font, type Size, type Weight } from "./core/measure.js";
export { figure, mark, round, type Figure } from "./core/root.js";
export { drawLine, drawTerm, lineBox, mirrorBox, mirrorLine, type Box, type Line } from "./core/text.js";
export type { Picture } from "./core/picture.js";
export { speaker, type Say } from "./core/say.js";
export { toCsv } from "./core/csv.js";
export { drawTable, type Column, type Table } from "./core/table.js";
export { darkTheme, lightTheme } from "./core/paper-theme.js";
export { lightDeclarations, liveTheme, themeDeclarations, tokens, type Theme, type Token } from "./core/theme.js";
export { es } from "./words/es.js";
export { en } from "./words/en.js";
export { englishOf } from "./words/english-of.js";
export type { Section, Words } from "./words/words.js";
export {
  geometryFile,
  isNation,
  isState,
  stateOf,
  type Bounds,
  type MapGeometry,
  type NationGeometry,
  type Outline,
  type StateGeometry,
} from "./map/geometry.js";
export { plane, project } from "./map/project.js";
export { describeGauge, type GaugeWords } from "./gauge/describe.js";
export { drawGauge } from "./gauge/draw.js";
export { gauge } from "./gauge/gauge.js";
export { gaugeTextBoxes, placeGauge, type GaugePlaces } from "./gauge/place.js";
export { map } from "./map/map.js";
export { drawMap } from "./map/draw.js";
export { drawLegend } from "./map/draw-legend.js";
export { placeLabels, type AreaLabel } from "./map/labels.js";
export { areaKey, drawEmphasis, drawLand } from "./map/land.js";
export { drawPoints, groupKey, schoolKey } from "./map/marks.js";
export { clusterPoints, discRadius, joining, membersOf, type Clusters } from "./map/cluster.js";
export { areaLabel, summariseMap, tabulateAreas, tabulateSchools, unlocatedSentence } from "./map/describe.js";
export { groupLabel, schoolLabel } from "./map/label.js";
export { placeLegend, type PlacedLegend } from "./map/legend.js";
export { indexPoints, nearest, type PointIndex } from "./map/nearest.js";
export { placeMap } from "./map/place.js";
export {
  fitBounds,
  placeLand,
  stateOfAreas,
  zoomed,
  type MapView,
  type PlacedArea,
  type PlacedMap,
  type Transform,
} from "./map/place-land.js";
export { countFaults, faultOf, placeFaults, placePoints, placing, repeatedFrom, type PlaceFault, type Points } from "./map/points.js";
export { readArea, readTally, stepOf, steps, sumAreas, wholePercent, type AreaReading, type Step } from "./map/share.js";
export { drawSymbol, ring, ringArcs, ringParts, symbol, type SymbolPart } from "./map/symbol.js";
export { metricsPicture } from "./metrics/metrics.js";
export { metricTextBoxes, placeMetrics, type MetricsPlaces } from "./metrics/place.js";
export type { MetricsWords } from "./words/metrics.js";
export { planPicture } from "./plan/plan.js";
export { placePlan, planTextBoxes } from "./plan/place.js";
export type { PlanPlaces } from "./plan/column.js";
export type { PlanWords } from "./words/plan.js";
export { inventoryPicture } from "./inventory/inventory.js";
export type { InventoryView } from "./inventory/describe.js";
export { inventoryTextBoxes, placeInventory, type InventoryPlaces } from "./inventory/place.js";
export type { InventoryWords } from "./words/inventory.js";
export { arrange, type Arranged, type RosterGroup, type RosterGrouping } from "./roster/arrange.js";
export { deadlineOf, rosterCell, summariseRoster, tabulateRoster } from "./roster/describe.js";
export { drawRoster, placeRoster } from "./roster/draw.js";
export { foldText } from "./roster/fold.js";
export { markRows, passRows, toCorrections, unmarkRows, whyNot, type WhyNot } from "./roster/marking.js";
export {
  freshHistory,
  isRemoval,
  keptRows,
  noMarks,
  ratesOf,
  redo,
  step,
  undo,
  type History,
  type Marks,
  type Rate,
  type RowMark,
} from "./roster/marks.js";
export {
  bars,
  rosterColumns,
  rosterFilters,
  wholeRoster,
  type RosterColumn,
  type RosterFacets,
  type RosterFilter,
  type RosterQuery,
  type RosterSort,
  type RosterTally,
} from "./roster/query.js";
export { RosterModel } from "./roster/model.js";
export { RosterRows } from "./roster/rows.js";
export { drawPathway } from "./pathway/draw.js";
export { pathwayFunnel } from "./pathway/pathway.js";
export { pathwayTexts, placePathway, type PathwayPlaces } from "./pathway/place.js";
export { pathwaySpans } from "./pathway/tabulate.js";
export type { PathwayWords } from "./words/pathway.js";
export { drawPlaces, drawTrend } from "./trend/draw.js";
export { placeTrend } from "./trend/place.js";
export { trendTexts, type TrendPlaces } from "./trend/places.js";
export { pointNear, sayPoint } from "./trend/point.js";
export { drawReadout } from "./trend/readout.js";
export { tabulateTrend, trendSpans } from "./trend/tabulate.js";
export { trendChart } from "./trend/trend.js";
export type { TrendWords } from "./words/trend.js";
export { rosterPicture } from "./roster/roster.js";
export type { RosterRefusal, RosterWords } from "./words/roster.js";
export { addressees, fillTemplate, mailtoOf, type Addressee, type Template } from "./roster/mail.js";
export type { Span, Spans } from "./bars/span.js";
export { surveySpans } from "./survey/describe.js";
export { drawSurvey, survey } from "./survey/draw.js";
export { placeSurvey, surveyTextBoxes, type SurveyPlaces } from "./survey/place.js";
export { compositionSpans } from "./composition/describe.js";
export { diversity, drawComposition } from "./composition/draw.js";
export { compositionTextBoxes, placeComposition, type CompositionPlaces } from "./composition/place.js";
export { gapSpans } from "./gap/describe.js";
export { drawGap, gapPicture } from "./gap/draw.js";
export { gapTextBoxes, placeGap, type GapPlaces } from "./gap/place.js";
