const alone = new Set([
  "ssn",
  "dob",
  "ssid",
  "sasid",
  "lasid",
  "birthdate",
  "birthday",
  "dateofbirth",
  "gpa",
  "guardian",
  "guardians",
  "iep",
]);
const people = new Set("student pupil learner child stu stud estudiante alumno alumna eleve schuler schueler".split(" "));
const crowds = new Set(["students", "pupils", "learners", "children"]);
const identity = new Set(
  "name names nombre apellido apellidos nom prenom correo telefono id ids identifier uid uuid guid email mail phone telephone address birth born first last surname firstname lastname fullname username login".split(
    " ",
  ),
);
const traits = new Set("number no nr num age gender sex race ethnicity grade gpa score".split(" "));
const glued =
  /(student|pupil|learner|guardian|parent|schuler|alumno|estudiante)s?(name|id|number|email|birth|dob|phone|address)|^stud?(name|id|num|number|no)$/;

/**
 * Does a column of this name hold something about one student? Judged by its words, so that counts of students
 * ("students", "number_of_students", "students_grade_9", "student_teacher_ratio") pass.
 */
export function looksLikeStudent(column: string): boolean {
  const words = column
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
  const phrase = words.join(" ");
  if (
    words.some((word) => alone.has(word) || glued.test(word)) ||
    /\b(of birth|birth (date|day|dt|year)|social security|lunch status|parent (phone|email|mail))\b/.test(phrase)
  )
    return true;
  const counted = /\b(count|counts|total|ratio|rate|percent|pct|share)\b/.test(phrase);
  if (words.some((word) => people.has(word)) && !counted) return words.some((word) => identity.has(word) || traits.has(word));
  return words.some((word) => crowds.has(word) || people.has(word)) && words.some((word) => identity.has(word));
}
