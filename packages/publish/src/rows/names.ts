import { looksPersonal } from "@vitrine/contract";

/** A title before a name: "Ms. Okafor", "Dr Ruiz", "Sra. Peña". A school or a prize named after somebody reads the same way. */
const titled = /(?:^|[\s(,;/])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sra|Srta)\.?\s+\p{Lu}\p{Ll}/u;

/** Text that looks like an address or number of a person, or names one by a title. Names without a title cannot be told from other words. */
export const looksNamed = (text: string): boolean => looksPersonal(text) || titled.test(text);

const identity = new Set(
  "email mail correo phone telephone telefono surname lastname firstname fullname apellido apellidos nombre person persona assignee owner responsible teacher teachers student students educator staff contact".split(
    " ",
  ),
);

const wordsOf = (column: string): string[] =>
  column
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

/** Does a column of this name hold people by name? Judged by its words. A column of roles is read in another way and never shown. */
export const looksLikePeople = (column: string): boolean => {
  const words = wordsOf(column);
  return words.some((word) => identity.has(word)) || /\b(first|last|full|given|family|staff) name\b|\bassigned to\b/.test(words.join(" "));
};

const somebody = "(teacher|educator|facilitator|coach|mentor|trainer|instructor|principal|contact|person|staff|student)s?";
const names = new RegExp(
  `^${somebody}$|\\b(e ?mail|mail|correo|phone|telephone|telefono|surname|lastname|firstname|fullname|apellidos?)\\b|\\b(first|last|full|given|family|${somebody}) name\\b`,
);

/** Would the cells of a column of this name be people, so that they name no groups? A teacher's role or a school's name may. */
export const namesPeople = (column: string): boolean => names.test(wordsOf(column).join(" "));
