import { access, type AccessDocument } from "./access.js";
import { advice, type Issue } from "./advice.js";
import { implementation, type ImplementationDocument } from "./implementation.js";
import type { Kind } from "./kind.js";
import { inventory, type InventoryDocument } from "./inventory.js";
import { plan, type PlanDocument } from "./plan.js";
import { metrics, type MetricsDocument } from "./metrics.js";
import { pathway, type PathwayDocument } from "./pathway.js";
import { parseAs, readAs, type Parsed } from "./parse.js";
import { roster, type RosterDocument } from "./roster.js";
import { trend, type TrendDocument } from "./trend.js";
import { survey, type SurveyDocument } from "./survey.js";
import { composition, type CompositionDocument } from "./composition.js";
import { gap, type GapDocument } from "./gap.js";

/** Any published document. */
export type VitrineDocument =
  | ImplementationDocument
  | AccessDocument
  | RosterDocument
  | MetricsDocument
  | SurveyDocument
  | TrendDocument
  | PlanDocument
  | CompositionDocument
  | InventoryDocument
  | GapDocument
  | PathwayDocument;

/** Every kind this library reads, newest version of each. */
export const kinds = [
  implementation,
  access,
  roster,
  metrics,
  survey,
  trend,
  plan,
  composition,
  inventory,
  gap,
  pathway,
] as readonly Kind<VitrineDocument>[];

/**
 * Returns the document, or a list of issues (code, JSON path, what to do). Never throws; refuses what a widget refuses.
 * @param value a parsed JSON value
 */
export const parseDocument = (value: unknown): Parsed<VitrineDocument, Issue> => advise(parseAs(kinds, value));

/** As {@link parseDocument}, from the text of a JSON file: also refuses a key given twice, which a parsed value no longer shows. */
export const readDocument = (text: string): Parsed<VitrineDocument, Issue> => advise(readAs(kinds, text));

const advise = <D>(parsed: Parsed<D>): Parsed<D, Issue> =>
  parsed.ok ? parsed : { ok: false, issues: parsed.issues.map((found) => ({ ...found, advice: advice[found.code] ?? "Correct this." })) };

export { access, implementation, parseAs, readAs };
export { accept, acceptText } from "./accept.js";
export { acceptByColumns } from "./access-columns.js";
export { packDegrees, packIds } from "./access-packed.js";
export { accessStatuses, schoolActivities, schoolLevels } from "./access.js";
export type { AccessAreas, AccessDocument, AccessSchools, AccessStatus, AccessTally, SchoolActivity, SchoolLevel } from "./access.js";
export { metrics, type MetricsDocument };
export { metricSubjects, type Metric, type MetricChange } from "./metrics.js";
export { plan, type PlanDocument };
export { dataPurposes, planRoles, resourceStatuses, stepStatuses } from "./plan.js";
export type { DataPurpose, PlanRole, PlanStep, ResourceStatus, StepStatus } from "./plan.js";
export { inventory, type InventoryDocument };
export { inventoryAreas, inventoryStates, type InventoryArea, type InventoryItem, type InventoryState } from "./inventory.js";
export { roster, type RosterDocument };
export { pathway, type PathwayDocument };
export { goesOn, type PathwayGroup, type PathwayLine, type PathwayStage } from "./pathway.js";
export { trend, type TrendDocument };
export { trendSteps, type TrendGroup, type TrendLine, type TrendStep } from "./trend.js";
export { cell, participations, rosterFlags, rosterStages } from "./roster.js";
export type { Participation, RosterFlag, RosterRows, RosterStage } from "./roster.js";
export {
  correctionsToCsv,
  isMailAddress,
  parseCorrections,
  readCorrections,
  type CorrectionAddition,
  type CorrectionEntry,
  type Corrections,
} from "./corrections.js";
export { correctionMarks, removals, type CorrectionMark } from "./corrections-marks.js";
export { csvLine, readCsv } from "./csv.js";
export { implementationStages, type ImplementationDocument, type ImplementationGroup } from "./implementation.js";
export { absences, bandWidth, isAbsence, isBand, isExact, isRange, isRounded } from "./figure.js";
export type { Absence, Band, Count, Figure, Range, Rounded, Share } from "./figure.js";
export type { Action, Audience, Envelope, Note, Privacy, Source } from "./envelope.js";
export { advice };
export type { Issue };
export type { Found } from "./issue.js";
export { looksPersonal } from "./personal.js";
export type { Coded } from "./columns.js";
export type { Facts, Kind, Path, Place } from "./kind.js";
export type { Parsed } from "./parse.js";
export { survey, type SurveyDocument };
export { sides, type Side, type SurveyAnswers, type SurveyMean, type SurveyQuestion } from "./survey.js";
export { composition, type CompositionDocument };
export type { CompositionGroup, CompositionPart } from "./composition.js";
export { gap, type GapDocument };
export { gapMeasures, type GapGroup, type GapMean, type GapPanel, type GapValue } from "./gap.js";
