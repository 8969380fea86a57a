import { plan as kind, type PlanDocument } from "@vitrine/contract";
import type { Picture } from "../core/picture.js";
import { summarisePlan } from "./describe.js";
import { drawPlan } from "./draw.js";
import { tabulatePlan } from "./tabulate.js";

/** Steps, days, resources, data collection and who does what: `cs-plan-timeline`. */
export const planPicture: Picture<PlanDocument> = { kind, draw: drawPlan, summarise: summarisePlan, tabulate: tabulatePlan };
