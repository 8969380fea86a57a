/** @jsxRuntime automatic */
/** @jsxImportSource react */
// What the compiler must say of our elements: it is the test, nothing here is run.
import type { AccessDocument, ImplementationDocument, TrendDocument } from "@vitrine/contract";
import type { ImplementationGauge, SchoolList, TrendChart } from "@vitrine/widgets";
import type {} from "@vitrine/widgets/react";
import type { VitrineElements } from "@vitrine/widgets/types/elements.js";

type Same<A, B> = [A, B] extends [B, A] ? true : false;
const holds = <_Claim extends true>() => undefined;

// A tag gives its class, and every tag with our letters is one of ours.
holds<Same<HTMLElementTagNameMap["cs-implementation-gauge"], ImplementationGauge>>();
holds<Same<HTMLElementTagNameMap["cs-trend-chart"], TrendChart>>();
holds<Same<keyof VitrineElements, Extract<keyof HTMLElementTagNameMap, `cs-${string}`>>>();
holds<Same<VitrineElements["cs-school-list"]["element"], SchoolList>>();

/** A program that makes elements itself. */
export function byHand(trend: TrendDocument, access: AccessDocument) {
  const chart = document.createElement("cs-trend-chart");
  chart.document = trend;
  // @ts-expect-error A trend is drawn from a trend.
  chart.document = access;
  chart.addEventListener("vitrine-drawn", ({ detail }) => detail.asOf.startsWith("2026"));
  chart.addEventListener("vitrine-refused", ({ detail }) => detail.issues.map(({ code, path }) => `${code} ${path}`));
  return document.querySelector("cs-school-list")?.map;
}

export const right = (document: ImplementationDocument) => (
  <>
    <cs-implementation-gauge src="/a.json" partner="river-u" heading={2} theme="dark" lang="es" class="wide" slot="figure">
      <p>Words</p>
    </cs-implementation-gauge>
    <cs-implementation-gauge document={document} onvitrine-drawn={({ detail }) => detail.revision.toFixed()} ref={() => undefined} />
    <cs-school-list src="/b.json" map="map" />
    <cs-school-access-map id="map" src="/b.json" geometry="/lines/" onvitrine-refused={({ detail: { issues } }) => issues.length} />
    <cs-roster-table src="/c.json" crossorigin="use-credentials" />
  </>
);

export const wrong = (document: TrendDocument) => (
  <>
    {/* @ts-expect-error A gauge is not drawn from a trend. */}
    <cs-implementation-gauge document={document} />
    {/* @ts-expect-error There are two themes. */}
    <cs-implementation-gauge theme="blue" />
    {/* @ts-expect-error A level is a number. */}
    <cs-implementation-gauge heading="two" />
    {/* @ts-expect-error Only the list has a map. */}
    <cs-implementation-gauge map="map" />
    {/* @ts-expect-error There is no such tag. */}
    <cs-implementation-gage />
  </>
);
