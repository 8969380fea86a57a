// React 19: import type {} from "@vitrine/widgets/react";
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Exhibit, VitrineElements } from "./elements.js";

type Props<One> =
  One extends Exhibit<infer Element, infer Properties, infer Events>
    ? Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Properties> &
        Properties & { class?: string } & { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void }
    : never;
type Elements = { [Tag in keyof VitrineElements]: Props<VitrineElements[Tag]> };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
