// Solid: import type {} from "@vitrine/widgets/solid";
import type { JSX } from "solid-js";
import type { Exhibit, VitrineElements } from "./elements.js";

type Props<One> =
  One extends Exhibit<infer Element, infer Properties, infer Events>
    ? Omit<JSX.HTMLAttributes<Element>, keyof Properties> &
        Omit<Properties, "document"> & { [Name in keyof Properties & string as `prop:${Name}`]?: Properties[Name] } & {
          [Name in keyof Events & string as `on:${Name}`]?: (event: Events[Name]) => void;
        }
    : never;
type Elements = { [Tag in keyof VitrineElements]: Props<VitrineElements[Tag]> };

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
