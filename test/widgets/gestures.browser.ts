import { expect, fixture, html } from "@open-wc/testing";
import { follow, type Hand } from "@vitrine/widgets/school-access-map/gestures";

type Told = { what: string; numbers: number[] };

async function surface() {
  const box = await fixture<HTMLElement>(
    html`<div><svg width="300" height="200"><rect data-key="area" width="300" height="200" /></svg></div>`,
  );
  Object.assign(box.style, { position: "fixed", left: "20px", top: "10px", width: "300px", height: "200px" });
  const told: Told[] = [];
  const tell =
    (what: string) =>
    (...numbers: number[]) =>
      void told.push({ what, numbers: numbers.map((n) => Math.round(n * 1000) / 1000) });
  const hand: Hand = {
    pan: (dx, dy) => tell("pan")(dx, dy),
    zoom: (factor, at) => tell("zoom")(factor, ...at),
    hover: (at) => tell("hover")(...(at ?? [])),
    pick: (at, target) => {
      tell(`pick ${target?.getAttribute("data-key")}`)(...at);
      return target?.getAttribute("data-key") === "own";
    },
    refused: tell("refused"),
    held: (held) => tell(held ? "held" : "let go")(),
  };
  const stop = follow(box, hand);
  const press = (type: string, x: number, y: number, id = 1, pointerType = "mouse", on: Element = box.querySelector("rect")!) =>
    on.dispatchEvent(
      new PointerEvent(type, { clientX: x + 20, clientY: y + 10, pointerId: id, pointerType, bubbles: true, composed: true }),
    );
  const wheel = (deltaY: number, ctrlKey = false) => {
    const event = new WheelEvent("wheel", { clientX: 120, clientY: 60, deltaY, ctrlKey, bubbles: true, cancelable: true });
    box.dispatchEvent(event);
    return event.defaultPrevented;
  };
  // Only a real pointer can be captured.
  box.setPointerCapture = () => {};
  return { box, told, stop, press, wheel, names: () => told.map(({ what }) => what) };
}

describe("the hand on a map", () => {
  it("leaves the wheel to the page until the map was clicked, and says so", async () => {
    const { wheel, press, told, names } = await surface();
    expect(wheel(100)).to.equal(false);
    expect(names()).to.deep.equal(["refused"]);
    press("pointerdown", 30, 40);
    press("pointerup", 30, 40);
    expect(wheel(-100)).to.equal(true);
    expect(told.at(-1)).to.deep.equal({ what: "zoom", numbers: [1.221, 100, 50] });
  });

  it("zooms with ctrl and the wheel at once", async () => {
    const { wheel, told } = await surface();
    expect(wheel(10, true)).to.equal(true);
    expect(told).to.deep.equal([{ what: "zoom", numbers: [0.905, 100, 50] }]);
  });

  it("lets go when the page is pressed elsewhere, and on Escape", async () => {
    const { box, wheel, press } = await surface();
    press("pointerdown", 30, 40);
    press("pointerup", 30, 40);
    press("pointerdown", 0, 0, 1, "mouse", document.body);
    expect(wheel(100)).to.equal(false);
    press("pointerup", 0, 0, 1, "mouse", document.body);
    press("pointerdown", 30, 40);
    press("pointerup", 30, 40);
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    expect(wheel(100)).to.equal(false);
  });

  it("takes a press that hardly moves as a pick of what lies there, a longer one as a drag", async () => {
    const { press, told, names } = await surface();
    press("pointerdown", 30, 40);
    press("pointermove", 32, 41);
    press("pointerup", 32, 41);
    expect(told.at(-1)).to.deep.equal({ what: "pick area", numbers: [32, 41] });
    told.length = 0;
    press("pointerdown", 30, 40);
    press("pointermove", 50, 45);
    press("pointermove", 51, 45);
    press("pointerup", 51, 45);
    expect(told).to.deep.equal([
      { what: "pan", numbers: [20, 5] },
      { what: "pan", numbers: [1, 0] },
    ]);
    expect(names()).not.to.contain("pick area");
  });

  it("keeps a click from what lies under the map's own mark, and after a drag; one that a program makes goes through", async () => {
    const { box, press } = await surface();
    let clicks = 0;
    box.parentElement!.addEventListener("click", () => clicks++);
    const click = (on: Element, detail: number) => on.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, detail }));
    const rect = box.querySelector("rect")!;
    press("pointerdown", 30, 40);
    press("pointerup", 30, 40);
    click(rect, 1);
    expect(clicks).to.equal(1);
    rect.setAttribute("data-key", "own");
    press("pointerdown", 30, 40);
    press("pointerup", 30, 40);
    click(rect, 1);
    expect(clicks).to.equal(1);
    press("pointerdown", 30, 40);
    press("pointermove", 60, 40);
    press("pointerup", 60, 40);
    click(rect, 1);
    expect(clicks).to.equal(1);
    click(rect, 0);
    expect(clicks).to.equal(2);
  });

  it("takes two fingers as zoom around their middle, and no pick when they leave", async () => {
    const { press, told } = await surface();
    press("pointerdown", 100, 100, 1, "touch");
    press("pointerdown", 200, 100, 2, "touch");
    press("pointermove", 300, 100, 2, "touch");
    press("pointerup", 300, 100, 2, "touch");
    press("pointerup", 100, 100, 1, "touch");
    expect(told).to.deep.equal([
      { what: "held", numbers: [] },
      { what: "pan", numbers: [50, 0] },
      { what: "zoom", numbers: [2, 200, 100] },
    ]);
  });

  it("tells where the pointer hovers and when it leaves, and stops when told to", async () => {
    const { press, told, stop, box } = await surface();
    press("pointermove", 10, 12);
    press("pointerleave", 10, 12, 1, "mouse", box);
    expect(told).to.deep.equal([
      { what: "hover", numbers: [10, 12] },
      { what: "hover", numbers: [] },
    ]);
    stop();
    press("pointermove", 10, 12);
    expect(told).to.have.length(2);
  });
});
