import type { Publication } from "../../packages/publish/src/output/switch.ts";

export function publicationOf(folder: string, letter: string): Publication;
