/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ImplementationDocument } from "@vitrine/contract";
import type { ImplementationGauge } from "@vitrine/widgets";
import type {} from "@vitrine/widgets/preact";
import { useState } from "preact/hooks";

/** A figure by its address, and one whose document the program holds; a button hands over another. */
export function Page({ address, documents }: { address: string; documents: readonly ImplementationDocument[] }) {
  const [heard, hear] = useState("nothing");
  const [at, go] = useState(0);
  return (
    <main>
      <cs-implementation-gauge id="by-address" src={address} heading={2} lang="es" onvitrine-drawn={({ detail }) => hear(detail.id)}>
        <p>149 of 240 trained teachers met the bar.</p>
      </cs-implementation-gauge>
      <cs-implementation-gauge id="by-property" document={documents[at]} theme="dark" ref={holding(documents[at])} />
      <button onClick={() => go(1)}>The other document</button>
      <output>{heard}</output>
    </main>
  );
}

// Where Preact takes over what a server wrote, it sets no properties at first: a ref does. A page that is rendered in the browser alone does
// without it.
const holding = (document: ImplementationDocument | undefined) => (element: ImplementationGauge | null) => {
  if (element && document) element.document = document;
};
