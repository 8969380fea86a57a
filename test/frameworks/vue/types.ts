// What the compiler must say of our elements: it is the test, nothing here is run.
import type { ImplementationDocument, TrendDocument } from "@vitrine/contract";
import type {} from "@vitrine/widgets/vue";
import type { GlobalComponents } from "vue";

type Gauge = InstanceType<GlobalComponents["cs-implementation-gauge"]>["$props"];

export const right = (document: ImplementationDocument): Gauge => ({
  src: "/a.json",
  heading: "2",
  theme: "dark",
  class: "wide",
  document,
  onVitrineRefused: ({ detail: { issues } }) => issues.length,
});
export const wrong = (document: TrendDocument): Gauge[] => [
  // @ts-expect-error A gauge is not drawn from a trend.
  { document },
  // @ts-expect-error There are two themes.
  { theme: "blue" },
];
