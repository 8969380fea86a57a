export { audit, type Audit } from "./audit/audit.js";
export { choose, type Choice, type Reason } from "./control/choose.js";
export { isPrimary, type Cell, type Policy } from "./control/cell.js";
export type { Published, ShareOf, Sum } from "./system.js";
export { auditGrid, type GridAudit } from "./audit/grid.js";
export { band, coarsen } from "./control/bands.js";
export { addUp, columnCount, type Grid, type GridCell, type GridFigures } from "./grid.js";
export { auditDocuments, requiredValues, type AuditOptions, type DocumentAudit, type Narrow } from "./audit/documents.js";
export type { Known } from "./audit/system.js";
