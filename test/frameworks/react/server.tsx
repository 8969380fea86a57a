/** @jsxRuntime automatic */
/** @jsxImportSource react */
import { renderToString } from "react-dom/server";
import type { Given } from "../given.ts";
import { Page } from "./page.tsx";

export const serverRender = (given: Given) => renderToString(<Page {...given} />);
