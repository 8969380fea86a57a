// Preact: import type {} from "@vitrine/widgets/preact";
import type { ClassAttributes, HTMLAttributes } from "preact";
import type { Exhibit, VitrineElements } from "./elements.js";

type Props<One> =
  One extends Exhibit<infer Element, infer Properties, infer Events>
    ? Omit<HTMLAttributes<Element> & ClassAttributes<Element>, keyof Properties> &
        Properties & { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void }
    : never;
type Elements = { [Tag in keyof VitrineElements]: Props<VitrineElements[Tag]> };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
