import type { InventoryWords } from "../inventory.js";

export const inventory: InventoryWords = {
  area: {
    courses: "Cursos",
    integrated: "En otras materias",
    clubs: "Clubes y eventos",
    gaps: "Diferencias entre grupos",
    schedule: "Horario",
    transport: "Transporte",
    data: "Datos disponibles",
    changes: "Cambios previstos",
  },
  state: { "in-place": "Existe", partly: "En parte", planned: "Previsto", "not-in-place": "No existe" },
  column: { item: "Qué", area: "Sobre", students: "Estudiantes", detail: "Nota", saidOn: "Dicho el" },
  asOf: (day) => `Al ${day}`,
  validUntil: (day) => `válido hasta el ${day}`,
  outdated: "Puede estar desactualizado",
  noJudgement: "Dice lo que hay. No lo juzga.",
  students: (count, text) => `${text} ${count === 1 ? "estudiante" : "estudiantes"}`,
  noStudents: (why) => `Estudiantes: ${why}`,
  saidOn: (day) => `Dicho el ${day}`,
  cell: (column, state) => `${column}: ${state}`,
  sentence: ({ count, text, place, areas }) =>
    `${text} ${count === 1 ? "anotación" : "anotaciones"} sobre computación en ${place}: ${areas.toLowerCase()}`,
  none: "Todavía no se ha anotado nada.",
  provisional: "Este inventario es provisional.",
};
