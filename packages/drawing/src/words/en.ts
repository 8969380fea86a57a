import { access } from "./en/access.js";
import { dashboard } from "./en/dashboard.js";
import { core } from "./en/core.js";
import { element } from "./en/element.js";
import { gauge } from "./en/gauge.js";
import { list } from "./en/list.js";
import { listActs } from "./en/list-acts.js";
import { map } from "./en/map.js";
import { mapActs } from "./en/map-acts.js";
import { mapControls } from "./en/map-controls.js";
import { metrics } from "./en/metrics.js";
import { plan } from "./en/plan.js";
import { inventory } from "./en/inventory.js";
import { pathway } from "./en/pathway.js";
import { roster } from "./en/roster.js";
import { site } from "./en/site.js";
import { trend } from "./en/trend.js";
import { gap } from "./en/gap.js";
import { composition } from "./en/composition.js";
import { survey } from "./en/survey.js";
import { take } from "./en/take.js";
import { why } from "./en/why.js";
import type { Words } from "./words.js";

/** All that is said in English. */
export const en: Words = {
  ...core,
  gauge,
  element,
  why,
  take,
  access,
  map,
  list: { ...list, ...listActs },
  mapControls: { ...mapControls, ...mapActs },
  roster,
  metrics,
  composition,
  gap,
  survey,
  pathway,
  trend,
  plan,
  inventory,
  dashboard,
  site,
};
