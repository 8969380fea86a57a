// As much of react-dom as this page uses: its types are no dependency of ours.
declare module "react-dom/client" {
  import type { ReactNode } from "react";
  interface Root {
    render(node: ReactNode): void;
  }
  export function createRoot(place: Element): Root;
  export function hydrateRoot(place: Element, node: ReactNode): Root;
}
declare module "react-dom/server" {
  import type { ReactNode } from "react";
  export function renderToString(node: ReactNode): string;
}
