import { generateHydrationScript, renderToString } from "solid-js/web";
import type { Given } from "../given.ts";
import { Page } from "./page.tsx";

export const serverRender = (given: Given) => renderToString(() => <Page {...given} />);
/** What Solid needs in the head of a page it will take over. */
export const head = generateHydrationScript();
