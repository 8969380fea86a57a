import "@vitrine/widgets/implementation-gauge";
import { hydrate, render } from "solid-js/web";
import { given } from "../given.ts";
import { Page } from "./page.tsx";

const place = document.querySelector("#app")!;
(place.firstElementChild ? hydrate : render)(() => <Page {...given()} />, place);
