import type { ImplementationDocument } from "@vitrine/contract";
import type {} from "@vitrine/widgets/solid";
import { createSignal } from "solid-js";

/** A figure by its address, and one whose document the program holds; a button hands over another. */
export function Page(props: { address: string; documents: readonly ImplementationDocument[] }) {
  const [heard, hear] = createSignal("nothing");
  const [at, go] = createSignal(0);
  return (
    <main>
      <cs-implementation-gauge id="by-address" src={props.address} heading="2" lang="es" on:vitrine-drawn={({ detail }) => hear(detail.id)}>
        <p>149 of 240 trained teachers met the bar.</p>
      </cs-implementation-gauge>
      <cs-implementation-gauge id="by-property" prop:document={props.documents[at()]} theme="dark" />
      <button onClick={() => go(1)}>The other document</button>
      <output>{heard()}</output>
    </main>
  );
}
