import type { TrendWords } from "../trend.js";

const inBrackets = (detail: string | undefined) => (detail ? ` (${detail})` : "");

/** Spanish of trends. */
export const trend: TrendWords = {
  when: {
    week: ({ day }) => `la semana del ${day}`,
    month: ({ month }) => month,
    term: ({ month }) => `el período desde ${month}`,
    year: ({ year }) => year,
  },
  ofBase: (count, base, of) => (count ? `${count} de ${base} ${of}` : `de ${base} ${of}`),
  counted: (count, of) => `${count} ${of}`,
  meanOf: (base, of) => `promedio de ${base} ${of}`,
  valueAt: (value, when) => `${value}, en ${when}`,
  moved: ({ name, first, firstWhen, last, lastWhen, detail }) =>
    `${name}: ${first} en ${firstWhen}, ${last} en ${lastWhen}${inBrackets(detail)}.`,
  at: ({ name, value, detail }) => `${name}: ${value}${inBrackets(detail)}`,
  only: ({ name, value, when, detail }) => `${name}: ${value} en ${when}${inBrackets(detail)}.`,
  none: (name, why) => (why ? `${name}: ${why}.` : `${name}: sin cifras.`),
  newest: (when, items) => `En ${when}: ${items.join("; ")}.`,
  newestItem: (name, value) => `${name} ${value}`,
  many: ({ groups, low, high, when }) => `De ${groups} grupos, los que se muestran están entre ${low} y ${high} en ${when}.`,
  heading: (measure, unit) => (unit ? `${measure} (${unit})` : measure),
  lead: (heading) => `${heading}.`,
  gap: (from, to) => `No hay cifras entre ${from} y ${to}.`,
  gaps: (count) => `No hay cifras de ${count} lapsos intermedios.`,
  marked: (list) => `Señalado en la imagen: ${list}.`,
  event: (label, from, to) => (to ? `${label} (del ${from} al ${to})` : `${label} (${from})`),
  some: (absences) => `Algunas cifras no se dan: ${absences}.`,
  provisional: "Estas cifras son provisionales.",
  provisionalFrom: (when) => `Las cifras desde ${when} son provisionales.`,
  mark: (name, figures) => `${name}: ${figures}`,
  thinLine: (name) => `Línea fina: ${name}`,
  column: { time: "Cuándo", value: (name) => name, count: (name) => `${name}: cuántos`, base: (name, of) => `${name}: ${of}` },
  events: { caption: "Qué se señala", what: "Qué", from: "Desde", to: "Hasta", more: "Más" },
  cursor: "Cifras en un momento",
  cursorKeys: "Las flechas recorren el tiempo; Re Pág y Av Pág avanzan más.",
};
