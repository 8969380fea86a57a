import type { Words } from "../words.js";

export const survey: Words["survey"] = {
  question: "Pregunta",
  answered: "Respuestas",
  noAnswer: "Sin respuesta",
  mean: "Media",
  everybody: "Todas las respuestas",
  who: "A quién se preguntó y quién respondió",
  none: "Aquí no hay respuestas.",
  people: (count, respondents) => `${count} ${respondents}`,
  peopleAbsent: (respondents, why) => `número de ${respondents}: ${why}`,
  item: (name, figure) => `${name}: ${figure}`,
  cell: (share, count) => `${share} (${count})`,
  group: (question, group) => `${question} (${group})`,
  sentence: (question, figures, people) => `«${question}»: ${figures}; respondieron ${people}.`,
  sentenceAbsent: (question, figures) => `«${question}»: ${figures}.`,
  many: (questions, people) => `${questions} preguntas; respondieron ${people}.`,
  extremes: (name, most, least) =>
    `«${name}» tiene el porcentaje más alto en «${most.question}» (${most.share}) y el más bajo en «${least.question}» (${least.share}).`,
  few: "Donde respondieron pocas personas, el porcentaje se da como un intervalo con sus dos extremos, para que nadie pueda deducir lo que respondió cada una.",
  fewMean:
    "Donde respondieron pocas personas, la media se da como un intervalo con sus dos extremos, para que nadie pueda deducir lo que respondió cada una.",
  scale: (low, lowName, high, highName) => `En una escala de ${low} («${lowName}») a ${high} («${highName}»):`,
  zero: (name) => `cero significa «${name}»`,
  meanIs: (question, mean, people) => `«${question}»: ${mean}, ${people}`,
  meanAbsent: (question, why) => `«${question}»: ${why}`,
  some: (absences) => `Algunas cifras no se dan: ${absences}.`,
  provisional: "Estas cifras son provisionales.",
};
