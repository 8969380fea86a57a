/** What stopped a publication, for programs. The sentence for people is the error's `message`. */
export type PublishCode =
  | "config-missing"
  | "config-not-json"
  | "config-refused"
  | "file-missing"
  | "file-is-folder"
  | "file-unreadable"
  | "file-empty"
  | "file-format"
  | "file-encoding"
  | "file-delimiter"
  | "quote-open"
  | "column-missing"
  | "column-repeated"
  | "columns-differ"
  | "student-records"
  | "nothing-left"
  | "stages-grow"
  | "ids-collide"
  | "groups-overlap"
  | "too-many-groups"
  | "names-people"
  | "document-refused"
  | "corrections-refused"
  | "revision-not-raised"
  | "audit-failed"
  | "roster-reveals"
  | "release-reveals"
  | "ledger-refused"
  | "out-holds-data"
  | "out-not-ours"
  | "out-unwritable"
  | "folder-not-empty"
  | "no-such-recipe"
  | "engine-failed"
  | "warehouse-failed"
  | "being-published";

/** Where it is: a file, and in it a row (1 is the header), a column or a JSON path. */
export interface PublishPlace {
  file?: string;
  row?: number;
  column?: string;
  path?: string;
}

/**
 * Why nothing was published. `message` is one sentence: what is wrong, where, what to do. It never holds a cell of the data;
 * it may hold the names of columns and what the config's author wrote.
 */
export class PublishError extends Error implements PublishPlace {
  override readonly name = "PublishError";
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly path?: string;
  /** Further faults of the same kind, as sentences: a config may have many. */
  readonly more: readonly string[];

  constructor(
    readonly code: PublishCode,
    message: string,
    place: PublishPlace = {},
    more: readonly string[] = [],
  ) {
    super(message);
    if (place.file !== undefined) this.file = place.file;
    if (place.row !== undefined) this.row = place.row;
    if (place.column !== undefined) this.column = place.column;
    if (place.path !== undefined) this.path = place.path;
    this.more = more;
  }
}
