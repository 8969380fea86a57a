import { isAbsence, type PlanDocument } from "@vitrine/contract";
import type { Frame } from "../core/frame.js";
import { sentences } from "../words/sentences.js";
import { capital, rolesText } from "./describe.js";
import { Column, headingFace, small, strong, type Entry, type PlanPlaces } from "./column.js";

const narrowest = 260;
const gap = 32;

/** One entry of a list: what is written under each other, and its sign. */
interface Item extends Pick<Entry, "key" | "label"> {
  look?: NonNullable<Entry["sign"]>["look"];
  write: (column: Column) => void;
}

/** Resources, data collection and allocation: each as a list, side by side where there is room. Returns where they end. */
export function placeLists(
  document: PlanDocument,
  frame: Frame,
  places: PlanPlaces,
  { left, top, width }: { left: number; top: number; width: number },
): number {
  const lists = listsOf(document, frame).filter(({ items }) => items.length > 0);
  if (lists.length === 0) return top - 8;
  const columns = Math.max(1, Math.min(lists.length, Math.floor((width + gap) / (narrowest + gap))));
  const wide = (width - gap * (columns - 1)) / columns;
  let y = top + 8;
  for (let first = 0; first < lists.length; first += columns) {
    const ends = lists.slice(first, first + columns).map(({ heading, items }, at) => {
      const x = left + at * (wide + gap);
      const title = new Column(y, x, wide, frame);
      title.write(heading, headingFace);
      places.lines.push(...title.lines);
      let bottom = title.y + 8;
      for (const { key, label, look, write } of items) {
        const indent = look ? 20 : 0;
        const column = new Column(bottom, x + indent, wide - indent, frame);
        write(column);
        places.entries.push({
          key,
          label,
          lines: column.lines,
          ...(look && { sign: { look, box: { x, y: bottom + 3, width: 12, height: 12 } } }),
        });
        bottom = column.y + 12;
      }
      return bottom;
    });
    y = Math.max(...ends) + 12;
  }
  return y - 24;
}

function listsOf({ resources, data, allocation }: PlanDocument, { say }: Frame): { heading: string; items: Item[] }[] {
  const words = say.words.plan;
  return [
    {
      heading: words.heading.resources,
      items: resources.map(({ id, name, text, status }): Item => {
        const state = isAbsence(status) ? say.words.absence[status] : words.resource[status];
        const spoken = isAbsence(status) ? say.words.absenceSaid[status] : state;
        return {
          key: `resource/${id}`,
          label: sentences([name, spoken, text]),
          look: status,
          write: (column) => {
            column.write(name, strong);
            column.write(text, small);
            column.write(capital(state, say), small, { tone: "quiet" });
          },
        };
      }),
    },
    {
      heading: words.heading.data,
      items: data.map(({ id, what, how, when, purpose, roles }): Item => {
        const who = roles.length > 0 ? words.who(rolesText(roles, say)) : undefined;
        return {
          key: `data/${id}`,
          label: sentences([what, how, when, words.purpose[purpose], who]),
          write: (column) => {
            column.write(what, strong);
            column.write(how, small);
            column.write(`${capital(when, say)} · ${words.purpose[purpose]}`, small);
            column.write(who, small, { tone: "quiet" });
          },
        };
      }),
    },
    {
      heading: words.heading.allocation,
      items: allocation.map(({ id, role, task, time }): Item => {
        const name = capital(words.role[role], say);
        return {
          key: `allocation/${id}`,
          label: sentences([name, task, time]),
          write: (column) => {
            column.write(name, strong);
            column.write(task, small);
            column.write(time, small, { tone: "quiet" });
          },
        };
      }),
    },
  ];
}
