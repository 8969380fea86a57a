// Svelte: import type {} from "@vitrine/widgets/svelte";
import type { HTMLAttributes } from "svelte/elements";
import type { Exhibit, VitrineElements } from "./elements.js";

type Props<One> =
  One extends Exhibit<infer Element, infer Properties, infer Events>
    ? Omit<HTMLAttributes<Element>, keyof Properties> &
        Properties & { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void }
    : never;
type Elements = { [Tag in keyof VitrineElements]: Props<VitrineElements[Tag]> };

declare module "svelte/elements" {
  interface SvelteHTMLElements extends Elements {}
}
