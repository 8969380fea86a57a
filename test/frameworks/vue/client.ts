// The elements first: Vue sets a property only where it finds one.
import "@vitrine/widgets/implementation-gauge";
import { createApp, createSSRApp } from "vue";
import { given } from "../given.ts";
import Page from "./Page.vue";

const served = document.querySelector("#app")!.firstElementChild !== null;
(served ? createSSRApp : createApp)(Page, { ...given() }).mount("#app");
