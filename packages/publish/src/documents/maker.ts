import type { VitrineDocument } from "@vitrine/contract";
import type { Known, KnownSum, Same } from "@vitrine/disclosure";
import type { Publication } from "../config/schema.js";
import type { Control } from "../control/control.js";
import type { Counter, Engine } from "../engine/engine.js";
import type { Faults } from "../faults.js";
import type { Report } from "../report.js";
import type { Columns } from "../rows/columns.js";
import type { Rows } from "../rows/load.js";
import type { Beside } from "./beside.js";

type Path = readonly (string | number)[];

/** The columns of a source the config names. @throws PublishError where there is none of this name */
export type ColumnsOf = (source: string, path: Path) => Columns;

/** Rows of a source. */
export interface SomeRows {
  rows: Rows;
  where: string;
}

/**
 * Who was counted: a query of their keys, `person`, and the rows it was asked of; or, where nothing tells people apart, rows of a source,
 * each of which is somebody, or has numbers of people to add up.
 */
export type People = { engine: Counter; keys: string; of: SomeRows } | (SomeRows & { each: "person" | "number" });

/** What a document is written with. */
export interface Room {
  /** The embedded engine. Rows may live in another: see {@link Rows.engine}. */
  engine: Engine;
  rows: (source: string) => Rows;
  /** A name for tables of this document inside the engine. */
  table: string;
  publication: Publication;
  control: Control;
  faults: Faults;
  /** What everybody knows of single figures. */
  known: readonly Known[];
  /** Whether it is the only document. */
  only: boolean;
  /** Documents that are written already. */
  besides: readonly Beside[];
  /** Which of their figures are the same number. */
  same: readonly Same[];
  /** What adds up among them. */
  sums: readonly KnownSum[];
}

/** A document prepared: all its columns are known to exist. */
export interface Made {
  config: { id: string; kind: string };
  /** The sources whose rows are read. */
  sources: string[];
  /** Counts, and writes only what `control` lets through. */
  write(room: Room): Promise<{
    document: VitrineDocument;
    acts: Report["documents"][number]["acts"];
    /** The people counted one by one, to see whether another document speaks of them too. */
    people?: People[] | undefined;
    /** What it tells of people that documents before it count too, and which figures are the same number. Their `people` are not named again. */
    besides?: Beside[] | undefined;
    same?: Same[] | undefined;
    /** What everybody can add up beside the sums that the document has. */
    sums?: KnownSum[] | undefined;
  }>;
}

/** Prepares a document of one kind. @param path where its config stands @throws PublishError for a column that does not exist */
export type Maker<C> = (config: C, columnsOf: ColumnsOf, path: Path) => Made;
