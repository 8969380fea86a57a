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
const tags = [...Object.keys(kinds), dashboard];
const loader = `<script type="module" src="${address}vitrine.js"></script>`;

/** A page of its own with these scripts and this element. @returns draws a document of its kind. @param beside what else stands there */
function page(scripts: string, tag: string, beside = ""): (file: string) => Promise<() => string> {
  const name = kinds[tag] ? tag : "cs-trend-chart";
  const figure = `<${name} class="figure" geometry="/packages/drawing/geometry/"></${name}>`;
  const markup = kinds[tag] ? figure : `<${tag}>${figure}</${tag}>`;
  const frame = document.createElement("iframe");
  frame.width = "700";
  frame.src = `/respond?type=text/html&body=${encodeURIComponent(`<!doctype html><html lang="en"><title>page</title><body>${scripts}${markup}${beside}`)}`;
  document.body.append(frame);
  return async (file) => {
    const shown = JSON.parse(file) as { title: string; audience: { id?: string } };
    const drawn = await until(() => frame.contentDocument?.querySelector<Drawn>(".figure"));
    drawn.setAttribute("partner", shown.audience.id ?? "");
    drawn.document = shown;
    const element = drawn.closest<Drawn>(tag)!;
    await until(() => drawn.shadowRoot?.textContent!.includes(shown.title) && element.shadowRoot?.querySelector("*"));
    await drawn.updateComplete;
    await element.updateComplete;
    const { shadowRoot } = element;
    expect(shadowRoot!.textContent).not.to.match(/\b(?:undefined|null|NaN|true|false)\b|\[object|\$\d\b/);
    // What a map paints comes by and by; the space between words is the build's.
    return () => (tag === "cs-school-access-map" ? shadowRoot!.textContent! : shadowRoot!.innerHTML).replace(/\s+/g, "");
  };
}

describe("a built element", () => {
  afterEach(() => document.querySelectorAll("iframe").forEach((frame) => frame.remove()));

  for (const tag of tags)
    it(`shows what its source says, no sign more, by itself and in the file that holds all: ${tag}`, async () => {
      const source = page(
        [...new Set([tag, "cs-trend-chart"])]
          .map((name) => `<script type="module" src="/packages/widgets/dist/${name.slice("cs-".length)}.js"></script>`)
          .join(""),
        tag,
      );
      const built = [page(loader, tag), page(loader, tag, tags.map((name) => `<${name} hidden></${name}>`).join(""))];
      const kind = kinds[tag] ?? "trend";
      for (const name of ["typical", "every-absence", kind === "roster" ? "longest-names" : "longest-labels"]) {
        const file = await (await fetch(`/test/documents/${kind}/${name}.json`)).text();
        const said = await source(file);
        for (const draw of built) {
          const shown = await draw(file);
          await until(() => shown() === said()).catch(() => {});
          expect(shown(), name).to.equal(said());
        }
      }
    });

  it("is tried above, each there is", async () => {
    const { elements } = (await (await fetch(`${address}elements.json`)).json()) as { elements: object };
    expect(Object.keys(elements)).to.have.members(tags);
  });
});
