import { render } from "svelte/server";
import type { Given } from "../given.ts";
import Page from "./Page.svelte";

export const serverRender = (given: Given) => render(Page, { props: given }).body;
