export { drawReadout } from "@vitrine/drawing";
