// The elements first: Svelte sets a property only where it finds one.
import "@vitrine/widgets/implementation-gauge";
import { hydrate, mount } from "svelte";
import { given } from "../given.ts";
import Page from "./Page.svelte";

const target = document.querySelector("#app")!;
(target.firstElementChild ? hydrate : mount)(Page, { target, props: given() });
