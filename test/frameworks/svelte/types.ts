// What the compiler must say of our elements: it is the test, nothing here is run.
import type { ImplementationDocument, TrendDocument } from "@vitrine/contract";
import type {} from "@vitrine/widgets/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

type Gauge = SvelteHTMLElements["cs-implementation-gauge"];

export const right = (document: ImplementationDocument): Gauge => ({
  src: "/a.json",
  heading: 2,
  theme: "dark",
  class: "wide",
  document,
  "onvitrine-refused": ({ detail: { issues } }) => issues.length,
});
export const wrong = (document: TrendDocument): Gauge[] => [
  // @ts-expect-error A gauge is not drawn from a trend.
  { document },
  // @ts-expect-error There are two themes.
  { theme: "blue" },
];
