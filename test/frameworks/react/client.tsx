/** @jsxRuntime automatic */
/** @jsxImportSource react */
// The elements first: React sets a property only where it finds one.
import "@vitrine/widgets/implementation-gauge";
import { createRoot, hydrateRoot } from "react-dom/client";
import { given } from "../given.ts";
import { Page } from "./page.tsx";

const place = document.querySelector("#app")!;
if (place.firstElementChild) hydrateRoot(place, <Page {...given()} />);
else createRoot(place).render(<Page {...given()} />);
