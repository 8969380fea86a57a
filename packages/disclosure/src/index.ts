export { audit, type Audit } from "./audit/audit.js";
export { choose, type Choice, type Reason } from "./control/choose.js";
export { isPrimary, type Cell, type Policy } from "./control/cell.js";
export type { Published, ShareOf, Sum } from "./system.js";
export { auditGrid, type GridAudit } from "./audit/grid.js";
export { auditCrossing } from "./audit/crossing.js";
export { band } from "./control/bands.js";
export { controlGrid, type GridControl } from "./control/grid.js";
export { addUp, columnCount, type Crossing, type Grid, type GridCell, type GridFigures } from "./grid.js";
export {
  auditDocuments,
  requiredValues,
  type AuditOptions,
  type DocumentAudit,
  type KnownSum,
  type Named,
  type Narrow,
  type Same,
} from "./audit/documents.js";
export type { Known } from "./audit/system.js";
