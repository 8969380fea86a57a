// What every contender draws: one gauge with its breakdown, from the same document, with the same words around it.

export const colours = { met: "#0053a5", started: "#00a27e", notStarted: "#c3cbd6", notKnown: "#ffffff", land: "#eef0f3", ink: "#1b2430" };

const names = { met: "Met the bar", started: "Started", notStarted: "Not started", notKnown: "Not known" };

/** Stages of the whole, and the share of each group. */
export function figuresOf(document) {
  const stages = Object.entries(names).map(([key, name]) => ({
    name: `${name}: ${document[key]}`,
    count: document[key],
    colour: colours[key],
  }));
  const groups = document.breakdowns.flatMap(({ groups }) =>
    groups.filter(({ met }) => typeof met === "number").map(({ name, met, trained }) => ({ name, met, trained, share: met / trained })),
  );
  return { stages, groups, share: document.met / document.trained };
}

const add = (host, tag, text) => {
  const made = globalThis.document.createElement(tag);
  made.textContent = text;
  host.append(made);
  return made;
};

/** Title, sentence and source, and between them the room for the picture, 568 pixels wide. */
export function around(host, document) {
  const { met, trained } = document;
  add(host, "h3", document.title);
  add(host, "p", `${met} of ${trained} trained teachers (${Math.round((100 * met) / trained)}%) met the implementation bar.`);
  const room = add(host, "div", "");
  room.style.width = "568px";
  add(host, "p", `Source: ${document.sources[0].name}. Data as of ${document.asOf}.`);
  return room;
}
export const canvas = (room, width, height) => {
  const made = globalThis.document.createElement("canvas");
  Object.assign(made, { width, height });
  room.append(made);
  return made;
};
