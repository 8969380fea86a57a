import { mkdirSync, writeFileSync } from "node:fs";
import { parseAs, type Envelope, type Kind } from "@vitrine/contract";
import { columnar, type attackTexts } from "../test/helpers/envelope.js";

const root = new URL("../test/", import.meta.url);

/**
 * Writes invented documents of one kind into `test/`, each on lines that show what changed. One that the contract refuses stops the script.
 * @param tell what of a document stands on the terminal
 */
export const writerOf =
  <D extends Envelope>(kind: Kind<D>, tell: (document: D) => string) =>
  (file: string, document: D): void => {
    const parsed = parseAs([kind], document);
    if (!parsed.ok) throw new Error(`${file} is refused: ${JSON.stringify(parsed.issues)}`);
    mkdirSync(new URL("./", new URL(file, root)), { recursive: true });
    writeFileSync(new URL(file, root), columnar(document));
    console.log(`test/${file}: ${tell(document)}`);
  };

/** What every document says of itself, each text of it an attack. */
export const attackedEnvelope = (id: string, { notes }: Pick<Envelope, "notes">, attack: ReturnType<typeof attackTexts>) => ({
  id,
  title: attack(),
  summary: attack(),
  scope: { level: "region" as const, id: "attack", name: attack() },
  period: { label: attack() },
  purpose: attack(),
  sources: [{ name: attack() }],
  notes: notes.map(({ kind }) => ({ kind, title: attack(), text: attack() })),
  actions: [{ kind: "contact" as const, label: attack(), href: "https://vitrine.example/contact" }],
});
