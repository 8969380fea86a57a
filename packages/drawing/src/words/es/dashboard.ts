import type { Words } from "../words.js";

export const dashboard: Words["dashboard"] = {
  filters: "Filtrar estas figuras",
  label: { year: "Año escolar", course: "Curso", place: "Lugar" },
  all: { year: "Todos los años", course: "Todos los cursos", place: "Todos los lugares" },
  listed: "Puede elegir lo que muestra al menos una de estas figuras.",
  reset: "Mostrar todo",
  print: "Imprimir",
  unsplit: {
    year: (whole) => `No está dividido por año escolar: muestra ${whole}.`,
    course: () => "No está dividido por curso: muestra todos los cursos.",
    place: (whole) => `No está dividido por lugar: muestra ${whole}.`,
  },
  absent: (name) => `Aquí no se dice nada de ${name}: se muestra todo.`,
  crossed: (name, shown) => `No está dividido por ${name} dentro de ${shown}.`,
  own: "Esta tabla tiene sus propios filtros.",
  said: (count, some, all, names) => `${some} de ${all} figuras ${count === 1 ? "muestra" : "muestran"} solo ${names}.`,
  saidAll: "Todas las figuras vuelven a mostrarlo todo.",
};
