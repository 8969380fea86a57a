/** Rows or cells that could not be used as they were, by reason. Never holds a cell. */
export interface Fault {
  /** The source or the document in which it was found. */
  in: string;
  file?: string;
  column?: string;
  reason: FaultReason;
  /** How many rows (for `spot` reasons see the sentence). */
  rows: number;
  /** The first few rows of the file, counted from 1 for the header, where they are known. */
  first?: number[];
}

/** Every reason, and what was done about it. */
export const faultReasons = {
  "too-few-cells": "rows with fewer cells than the header: left out",
  "too-many-cells": "rows with more cells than the header: left out",
  "quote-not-closed": "rows with a quotation mark out of place: left out",
  "row-too-long": "rows of more than two million characters: left out",
  "unreadable-row": "rows that cannot be read: left out",
  "not-an-object": "lines that are not a JSON object: left out",
  "mixed-line-ends": "the file has line ends of two kinds: read leniently",
  unmatched: "rows without a partner in the other source of the join",
  "key-repeated": "rows of the second source of a join whose key came before: left out",
  "key-missing": "rows without a key for the join",
  "id-missing": "rows without an id: left out",
  "id-not-a-code": "rows whose id is not a code of letters, digits and . _ : - (at most 60): left out",
  "id-repeated": "rows whose id came before: left out",
  "teacher-missing": "rows without a teacher: left out",
  "row-repeated": "rows that name the same teacher and the same group again: counted once, at the furthest stage",
  "no-consent": "people without a day of consent: left out, and counted in no document",
  "workshop-not-listed": "rows of a workshop the config does not list: left out",
  "not-a-day": "cells that are not a day (year-month-day): taken as empty",
  "not-an-account": "cells that are not the address of an account: taken as empty",
  "account-missing": "rows without an account: left out",
  "no-attendance": "enrolled teachers of whom no attendance is known: counted in the rate all the same",
  "withdrew-and-attended": "teachers who withdrew before the workshop and attended it: counted in the rate",
  "attended-another": "attendances of enrolled teachers at a workshop they are not enrolled in",
  "person-missing": "rows without whoever they are about: left out",
  "stage-skipped": "people at a stage who were not at the one before it: counted up to the last stage they reached in order",
  "value-not-listed": "cells whose meaning the config does not list",
  "not-a-number": "cells that are not a number: taken as unknown",
  negative: "numbers below zero: taken as unknown",
  "off-the-scale": "numbers beyond the ends of the scale: left out",
  "not-whole": "numbers that are not whole: taken as unknown",
  "area-not-known": 'rows whose area is missing or not recognised: counted in the area "unknown"',
  "text-missing": "cells without the text that is shown: shown as unknown",
  "text-personal": "cells that look like an address or number of a person: shown as unknown",
  "text-too-long": "texts that are too long: cut",
  "place-missing": "locations with an empty cell: not known",
  "place-not-a-number": "locations with a cell that is not a number: not known",
  "place-both-in-one-cell": "locations with latitude and longitude in one cell: not known",
  "place-outside-the-world": "locations outside the world: not known",
  "place-swapped": "locations with latitude and longitude swapped: not known",
  "place-repeated-number": "locations whose longitude repeats the latitude: not known",
  "place-outside-the-scope": "locations outside the box the config names: not known",
  "place-on-a-crowded-spot": "locations on a spot that more schools share than the config believes: not known",
  "spot-shared": "schools that share their exact location with another one: drawn there",
  "spots-shared": "exact locations that several schools share",
} as const;
export type FaultReason = keyof typeof faultReasons;

/** Collects faults in the order in which they are found. */
export class Faults {
  readonly list: Fault[] = [];
  add(fault: Fault): void {
    if (fault.rows > 0) this.list.push(fault);
  }
}
