/** @jsxRuntime automatic */
/** @jsxImportSource preact */
// The elements first: Preact sets a property only where it finds one.
import "@vitrine/widgets/implementation-gauge";
import { hydrate, render } from "preact";
import { given } from "../given.ts";
import { Page } from "./page.tsx";

const place = document.querySelector("#app")!;
(place.firstElementChild ? hydrate : render)(<Page {...given()} />, place);
