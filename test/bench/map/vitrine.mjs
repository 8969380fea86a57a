// The element as any page gets it: the loader, then the file its manifest names. It is zoomed, moved and pointed at as a reader does.
import { project } from "@vitrine/drawing";
import { size } from "./work.mjs";

const { loader, elements } = await (await fetch("/elements/elements.json")).json();
await import(`/elements/${loader.file}`);
await import(`/elements/${elements["cs-school-access-map"].file}`);

/** From here on the list stands beside the map. */
const list = 340;
let element;
let schools;
const find = (selector) => element.shadowRoot?.querySelector(selector);
export async function start(host, document) {
  host.style.width = `${size.width + list + 34}px`;
  schools = document.schools;
  element = globalThis.document.createElement("cs-school-access-map");
  element.document = document;
  const drawn = new Promise((resolve) => element.addEventListener("vitrine-drawn", resolve, { once: true }));
  host.append(element);
  await drawn;
  // The lines come by themselves; the canvas is there when its marks have been painted.
  while (!find("canvas")) await new Promise((resolve) => requestAnimationFrame(resolve));
}
const middle = () => {
  const { left, top, width, height } = find(".surface").getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};
const send = (type, [clientX, clientY], more = {}) => {
  const Kind = type === "wheel" ? WheelEvent : PointerEvent;
  find(".surface").dispatchEvent(
    new Kind(type, { clientX, clientY, pointerType: "mouse", pointerId: 1, bubbles: true, composed: true, cancelable: true, ...more }),
  );
};
export const zoom = (factor) => send("wheel", middle(), { ctrlKey: true, deltaY: -100 * Math.log(factor) });
let from;
/** One drag over many frames, as a hand drags. */
export function pan(dx) {
  if (!from) {
    from = middle();
    find(".surface").setPointerCapture = () => {};
    send("pointerdown", from, { button: 0 });
  }
  from = [from[0] + dx, from[1]];
  send("pointermove", from);
}
export function release() {
  if (from) send("pointerup", from);
  from = undefined;
}
export function spotOf(row) {
  const [x, y] = project(schools.longitude[row], schools.latitude[row]);
  const [k, , , , left, top] = /matrix\((.*)\)/
    .exec(find(".surface g[transform^=matrix]").getAttribute("transform"))[1]
    .split(" ")
    .map(Number);
  const box = find(".surface").getBoundingClientRect();
  return [box.left + k * x + left, box.top + k * y + top];
}
export const forget = () => {};
/** A ring around the school or its disc, and its name: not that of the county under it. */
export const named = () => (find(".ring .hover") && find(".tip")?.textContent) || undefined;
