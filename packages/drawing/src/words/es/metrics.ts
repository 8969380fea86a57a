import type { MetricsWords } from "../metrics.js";

export const metrics: MetricsWords = {
  column: {
    name: "Qué se cuenta",
    value: "Número",
    unit: "Unidad",
    period: "Período",
    change: "Cambio",
    since: "Desde",
    n: "Comparado en",
  },
  more: (by) => `${by} más`,
  fewer: (by) => `${by} menos`,
  same: "sin cambio",
  between: (fewer, more) => `de ${fewer} a ${more}`,
  since: (change, since) => `${change} desde ${since}`,
  noChange: (since, why) => `Cambio desde ${since}: ${why}`,
  over: (n, of) => `comparado en ${n} ${of}`,
  item: (name, figure) => `${name}: ${figure}`,
  figure: (value, unit) => `${value} ${unit}`,
  part: (name, part) => `${name}: ${part}`,
  parts: (list) => `De ellos: ${list}`,
  others: (count, text) => (count === 1 ? "La tabla tiene un número más." : `La tabla tiene ${text} números más.`),
  some: (absences) => `Algunas cifras no se dan: ${absences}.`,
  none: "Todavía no hay números.",
  provisional: "Estas cifras son provisionales.",
};
