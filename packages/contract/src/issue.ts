/** Where something stands in a document: keys and positions from the root. */
export type Path = readonly (string | number)[];

/** Something wrong, before it is told to anybody. */
export interface Fault {
  code: string;
  path: Path;
}

/** One thing that is wrong with a document: data first. It never holds a value of the document. */
export interface Found {
  /** What is wrong, for programs: see `advice`. */
  code: string;
  /** Where, as JSON path: `$.breakdowns[0].groups[2].met`. A key that no schema knows is written `["?"]`. */
  path: string;
}

/** JSON path as text. Only keys a schema knows are written: any other key might itself be data. */
const pathText = (path: Path, known: ReadonlySet<string>): string =>
  path.reduce<string>((text, step) => text + (typeof step === "number" ? `[${step}]` : known.has(step) ? `.${step}` : `["?"]`), "$");

export const found = ({ code, path }: Fault, known: ReadonlySet<string>): Found => ({ code, path: pathText(path, known) });
