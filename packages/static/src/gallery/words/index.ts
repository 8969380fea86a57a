import type { Say } from "@vitrine/drawing";
import type { Language } from "../../languages.js";
import { en } from "./en.js";
import { es } from "./es.js";
import type { GalleryWords } from "./words.js";

export type { Framework, GalleryWords } from "./words.js";

const catalogues: Record<Language, GalleryWords> = { en, es };

export const galleryWords = ({ locale }: Say): GalleryWords => catalogues[locale.split("-")[0] as Language];
