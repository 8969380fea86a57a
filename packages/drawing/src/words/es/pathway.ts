import type { PathwayWords } from "../pathway.js";

/** Spanish of pathways. */
export const pathway: PathwayWords = {
  number: (count, of) => `${count} ${of}`,
  first: ({ name, number }) => `${name}: ${number}.`,
  next: ({ name, went }) => `${name}: ${went}.`,
  went: ({ count, before, share, left, why }) => {
    const rest = left ? `; ${left} no` : why ? `; cuántos no: ${why}` : "";
    return `${count} de ${before} siguieron${share ? ` (${share})` : ""}${rest}`;
  },
  absent: ({ name, of, why }) => `${name}: el número de ${of}: ${why}.`,
  otherCount: (of) => `Se cuenta en ${of}: no se compara con la etapa anterior`,
  notFollowed: "Cada etapa se cuenta por separado. No se siguió a nadie de una etapa a la siguiente.",
  withheld: "Un número se omite cuando, solo o junto a otro, podría decir algo de personas o familias concretas.",
  provisional: "Estas cifras son provisionales.",
  provisionalStages: (list) => `Aún provisional: ${list}.`,
  some: (absences) => `Algunas cifras no se dan: ${absences}.`,
  group: (name, stage) => `${name}, ${stage}`,
  ownScale: "Cada recuadro empieza con su propia primera etapa a todo lo largo, para mostrar cuántos siguen.",
  commonScale: "Todos los recuadros tienen una misma escala.",
  percents: "Porcentaje: cuántos de la etapa anterior.",
  column: {
    stage: "Etapa",
    period: "Cuándo",
    number: "Cuántos",
    of: "A quién se cuenta",
    share: "Porcentaje de la etapa anterior",
    left: "No siguieron",
    group: "Grupo",
  },
  leftAfter: (stage) => `No siguieron después de ${stage}`,
};
