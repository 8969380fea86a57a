import { expect } from "@open-wc/testing";
import { until } from "./until.ts";

type Drawn = Element & { state?: string; document?: unknown; updateComplete: Promise<unknown> };

const address = "/packages/widgets/elements/";
const kinds: Record<string, string> = {
  "cs-implementation-gauge": "implementation",
  "cs-school-access-map": "access",
  "cs-school-list": "access",
  "cs-roster-table": "roster",
  "cs-pathway-funnel": "pathway",
  "cs-diversity-chart": "composition",
  "cs-trend-chart": "trend",
  "cs-gap-chart": "gap",
  "cs-survey-bars": "survey",
  "cs-inventory-grid": "inventory",
  "cs-plan-timeline": "plan",
  "cs-metric-cards": "metrics",
};
const dashboard = "cs-dashboard";

/** What an element shows in a page of its own with these scripts, without the space between words. What a map paints comes by and by. */
async function shown(scripts: string, tag: string): Promise<() => string> {
  const source = await (await fetch(`/test/documents/${kinds[tag] ?? "trend"}/typical.json`)).text();
  const { audience } = JSON.parse(source) as { audience: { id?: string } };
  const name = kinds[tag] ? tag : "cs-trend-chart";
  const figure = `<${name} class="figure" partner="${audience.id ?? ""}" geometry="/packages/drawing/geometry/"></${name}>`;
  const markup = kinds[tag] ? figure : `<${tag}>${figure}</${tag}>`;
  const frame = document.createElement("iframe");
  frame.width = "700";
  frame.src = `/respond?type=text/html&body=${encodeURIComponent(`<!doctype html><html lang="en"><title>page</title><body>${scripts}${markup}`)}`;
  document.body.append(frame);
  const drawn = await until(() => frame.contentDocument?.querySelector<Drawn>(".figure"));
  drawn.document = JSON.parse(source);
  const element = drawn.closest<Drawn>(tag)!;
  await until(() => drawn.state === "drawn" && element.shadowRoot?.querySelector("*"));
  await drawn.updateComplete;
  await element.updateComplete;
  const { shadowRoot } = element;
  return () => (tag === "cs-school-access-map" ? shadowRoot!.textContent! : shadowRoot!.innerHTML).replace(/\s+/g, "");
}

describe("a built element", () => {
  afterEach(() => document.querySelectorAll("iframe").forEach((frame) => frame.remove()));

  for (const tag of [...Object.keys(kinds), dashboard])
    it(`shows what its source says, no sign more: ${tag}`, async () => {
      const own = [...new Set([tag, "cs-trend-chart"])]
        .map((name) => `<script type="module" src="/packages/widgets/dist/${name.slice("cs-".length)}.js"></script>`)
        .join("");
      const built = await shown(`<script type="module" src="${address}vitrine.js"></script>`, tag);
      const said = await shown(own, tag);
      await until(() => built() === said()).catch(() => {});
      expect(built()).to.equal(said());
    });

  it("is tried above, each there is", async () => {
    const { elements } = (await (await fetch(`${address}elements.json`)).json()) as { elements: object };
    expect(Object.keys(elements)).to.have.members([...Object.keys(kinds), dashboard]);
  });
});
