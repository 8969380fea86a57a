import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import type { Given } from "../given.ts";
import Page from "./Page.vue";

export const serverRender = (given: Given) => renderToString(createSSRApp(Page, { ...given }));
