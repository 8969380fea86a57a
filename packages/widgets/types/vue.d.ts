// Vue: import type {} from "@vitrine/widgets/vue";
import type { HTMLAttributes, PublicProps } from "vue";
import type { Exhibit, VitrineElements } from "./elements.js";

/** `@vitrine-drawn` in a template is `onVitrineDrawn` among the props. */
type Handler<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Handler<Rest>}` : Capitalize<Name>;
type Props<One> =
  One extends Exhibit<infer _Element, infer Properties, infer Events>
    ? Omit<HTMLAttributes, keyof Properties> &
        PublicProps &
        Properties & { [Name in keyof Events & string as `on${Handler<Name>}`]?: (event: Events[Name]) => void }
    : never;
type Elements = { [Tag in keyof VitrineElements]: new () => { $props: Props<VitrineElements[Tag]> } };

declare module "vue" {
  interface GlobalComponents extends Elements {}
}
