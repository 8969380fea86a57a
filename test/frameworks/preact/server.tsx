/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import type { Given } from "../given.ts";
import { Page } from "./page.tsx";

export const serverRender = (given: Given) => renderToString(<Page {...given} />);
