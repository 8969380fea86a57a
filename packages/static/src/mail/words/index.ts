import type { Say } from "@vitrine/drawing";
import type { Language } from "../../languages.js";
import { en } from "./en.js";
import { es } from "./es.js";
import type { MailWords } from "./words.js";

export type { MailWords };
const catalogues: Readonly<Record<Language, MailWords>> = { en, es };

/** The words of letters in the language that somebody speaks. */
export const mailWords = ({ locale }: Say): MailWords => catalogues[locale.split("-")[0] as Language];
