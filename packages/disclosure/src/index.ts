export { audit, type Audit } from "./audit/audit.js";
export { choose, type Choice, type Reason } from "./control/choose.js";
export { isPrimary, type Cell, type Policy } from "./control/cell.js";
export type { Published, Sum } from "./system.js";
