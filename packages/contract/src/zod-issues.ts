/** A module of its own, so that the elements fetch what tells reasons only when something was refused (see `small-zod.ts`). */
export { safeParse } from "zod/mini";
