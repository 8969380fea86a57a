import { parseArgs } from "node:util";
import { UsageError, type Exit, type Io } from "./io.js";

export interface Option {
  /** What stands for its value in the help, such as `<px>`; a flag has none. */
  value?: string;
  /** May be given several times. */
  many?: true;
  says: string;
}

/** One command as data: what its help prints and how its line is read. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What is given without a name, such as `<document...>`. */
  takes: { name: string; says: string; least: number; most: number };
  options: Readonly<Record<string, Option>>;
  run(given: Given, io: Io): Promise<Exit>;
}

/** The parsed line of one command. */
export interface Given {
  names: string[];
  /** Value of an option, or undefined. */
  text(option: string): string | undefined;
  /** Values of an option that may be given several times. */
  texts(option: string): string[];
  flag(option: string): boolean;
  /** Value of an option as a number; a {@link UsageError} when it is none. */
  number(option: string): number | undefined;
}

/** Reads the words after a command's name. `undefined` when they ask for help. */
export function readLine(command: Command, words: string[]): Given | undefined {
  if (words.some((word) => word === "--help" || word === "-h")) return undefined;
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value, many }]) => [
      name,
      { type: value === undefined ? ("boolean" as const) : ("string" as const), multiple: many === true },
    ]),
  );
  const { values, positionals: names } = parse(command, options, words);
  const { least, most, name } = command.takes;
  if (names.length < least) throw new UsageError(`Name ${name}.`);
  if (names.length > most) throw new UsageError(most === 0 ? "Give no names, only options." : "Too many names are given.");
  const text = (option: string) => (typeof values[option] === "string" ? values[option] : undefined);
  return {
    names,
    text,
    texts: (option) => (Array.isArray(values[option]) ? values[option].map(String) : []),
    flag: (option) => values[option] === true,
    number: (option) => {
      const given = text(option);
      if (given !== undefined && !/^\d{1,6}(\.\d{1,3})?$/.test(given)) throw new UsageError(`Give --${option} as a number.`);
      return given === undefined ? undefined : Number(given);
    },
  };
}

function parse(command: Command, options: Record<string, { type: "boolean" | "string"; multiple: boolean }>, words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code } = error as { code?: string };
    const known = Object.keys(command.options).map((name) => `--${name}`);
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw new UsageError("An option lacks its value, or has one where it takes none.");
    throw new UsageError(known.length > 0 ? `An option is not known; there are ${known.join(", ")}.` : "This command takes no options.");
  }
}

const row = (left: string, right: string) => `  ${`${left} `.padEnd(24)}${right}`;

/** What `vitrine <command> --help` prints. */
export function helpOf({ name, summary, takes, options }: Command): string {
  const rows = Object.entries(options).map(([option, { value, says }]) =>
    row(value === undefined ? `--${option}` : `--${option} ${value}`, says),
  );
  return [
    `vitrine ${name}${takes.name ? ` ${takes.name}` : ""}${rows.length > 0 ? " [options]" : ""}`,
    "",
    summary,
    "",
    ...(takes.name ? [row(takes.name, takes.says)] : []),
    ...rows,
    row("--help", "this help"),
  ].join("\n");
}

/** What `vitrine --help` prints. */
export const helpOfAll = (commands: readonly Command[]): string =>
  [
    "vitrine <command> [options]",
    "",
    "Privacy-safe pictures of K-12 computer-science education, for any page.",
    "",
    ...commands.map(({ name, takes, summary }) => row(`${name} ${takes.name}`, summary)),
    "",
    row("<command> --help", "what a command takes"),
    row("--version", "the version"),
    "",
    "Exit codes: 0 done, 1 refused, 2 wrongly called.",
  ].join("\n");
