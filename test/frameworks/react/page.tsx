/** @jsxRuntime automatic */
/** @jsxImportSource react */
import type { ImplementationDocument } from "@vitrine/contract";
import type { ImplementationGauge } from "@vitrine/widgets";
import type {} from "@vitrine/widgets/react";
import { useState } from "react";

/** A figure by its address, and one whose document the program holds; a button hands over another. */
export function Page({ address, documents }: { address: string; documents: readonly ImplementationDocument[] }) {
  const [heard, hear] = useState("nothing");
  const [at, go] = useState(0);
  const drawn = ({ detail }: HTMLElementEventMap["vitrine-drawn"]) => hear(detail.id);
  return (
    <main>
      <cs-implementation-gauge id="by-address" src={address} heading={2} lang="es" onvitrine-drawn={drawn} ref={listening(drawn)}>
        <p>149 of 240 trained teachers met the bar.</p>
      </cs-implementation-gauge>
      <cs-implementation-gauge id="by-property" document={documents[at]} theme="dark" ref={holding(documents[at])} />
      <button onClick={() => go(1)}>The other document</button>
      <output>{heard}</output>
    </main>
  );
}

// Where React takes over what a server wrote, it gives a custom element neither objects nor handlers at first: a ref does. A page that is
// rendered in the browser alone does without these two.
const holding = (document: ImplementationDocument | undefined) => (element: ImplementationGauge | null) => {
  if (element && document) element.document = document;
};
const listening = (drawn: (event: HTMLElementEventMap["vitrine-drawn"]) => void) => (element: ImplementationGauge | null) => {
  element?.addEventListener("vitrine-drawn", drawn);
  return () => element?.removeEventListener("vitrine-drawn", drawn);
};
