import { isAbsence, isBand, isExact, isRange, isRounded, type Count, type Share } from "@vitrine/contract";
import type { Words } from "../words/words.js";

/** One language and its number and date formats. Everything a drawing says goes through one of these. */
export interface Say {
  locale: string;
  direction: "ltr" | "rtl";
  words: Words;
  number(value: number): string;
  /** A percentage from a number of percent: 62 is "62%". */
  percent(value: number): string;
  /** A count in words: "57", "10 to 19", "about 60", "withheld to protect privacy". */
  count(figure: Count): string;
  /** A share in words: "62%", "20% to 40%", "less than 5%", "95% or more". */
  share(figure: Share): string;
  /** A calendar day, without a clock or a time zone of the reader. */
  day(iso: string): string;
  /** "a, b, and c" */
  list(items: readonly string[]): string;
  /** "a, b, or c" */
  either(items: readonly string[]): string;
}

const rtl = /^(ar|fa|he|iw|ps|sd|ug|ur|yi)\b/i;

const months = "January February March April May June July August September October November December".split(" ");

/** The browser's own formats, which take long to begin: a third of the work of a first picture. */
const formatsOf = (locale: string) => ({
  numbers: new Intl.NumberFormat(locale),
  percents: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }),
  days: new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }),
});

/** @param locale a BCP 47 tag that the words are of, e.g. `en-GB` for the English words */
export function speaker(words: Words, locale: string = words.locale): Say {
  const isSimple = /^en(-us)?$/i.test(locale);
  let made: ReturnType<typeof formatsOf> | undefined;
  const formats = () => (made ??= formatsOf(locale));
  // A tag that is none is refused at once.
  if (!isSimple) formats();
  // What American English, the language most pages have, writes the same without them: numbers of one decimal at most, days, lists.
  const simple = (value: number) => isSimple && Number.isInteger(value * 10) && String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  const number = (value: number) => simple(value) || formats().numbers.format(value);
  const percent = (value: number) => {
    const text = simple(value);
    return text ? `${text}%` : formats().percents.format(value / 100);
  };
  const listed = (type: "conjunction" | "disjunction", word: string) => (items: readonly string[]) => {
    if (!isSimple) return new Intl.ListFormat(locale, { type }).format(items);
    return items.length < 3 ? items.join(` ${word} `) : [...items.slice(0, -1), `${word} ${items.at(-1)}`].join(", ");
  };
  return {
    locale,
    direction: rtl.test(locale) ? "rtl" : "ltr",
    words,
    number,
    percent,
    count(figure) {
      if (isAbsence(figure)) return words.absence[figure];
      if (isExact(figure)) return number(figure);
      if (isRange(figure)) return words.range(number(figure.min), number(figure.max));
      return words.about(number(figure.value));
    },
    share(figure) {
      if (isAbsence(figure)) return words.absence[figure];
      if (isExact(figure)) return percent(figure);
      if (isRounded(figure)) return words.about(percent(figure.value));
      if (isBand(figure) && figure.from === 0) return words.lessThan(percent(figure.to));
      if (isBand(figure) && figure.to === 100) return words.atLeast(percent(figure.from));
      return words.range(percent(figure.from), percent(figure.to));
    },
    day(iso) {
      const [year, month, day] = iso.split("-").map(Number) as [number, number, number];
      return isSimple && year ? `${months[month - 1]} ${day}, ${year}` : formats().days.format(new Date(`${iso}T00:00:00Z`));
    },
    list: listed("conjunction", "and"),
    either: listed("disjunction", "or"),
  };
}
