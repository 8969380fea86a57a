/** @jsxRuntime automatic */
/** @jsxImportSource preact */
// What the compiler must say of our elements: it is the test, nothing here is run.
import type { ImplementationDocument, TrendDocument } from "@vitrine/contract";
import type {} from "@vitrine/widgets/preact";

export const right = (document: ImplementationDocument) => (
  <cs-implementation-gauge
    src="/a.json"
    heading={2}
    theme="dark"
    class="wide"
    document={document}
    onvitrine-refused={({ detail: { issues } }) => issues.length}
  />
);
export const wrong = (document: TrendDocument) => (
  <>
    {/* @ts-expect-error A gauge is not drawn from a trend. */}
    <cs-implementation-gauge document={document} />
    {/* @ts-expect-error There are two themes. */}
    <cs-implementation-gauge theme="blue" />
  </>
);
