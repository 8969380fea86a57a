// Run by killed.test.ts as a process of its own, to be killed. It puts publications in their place, and knows what each of them is.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Two publications that differ in every file, in which files there are, and in their partner's folder. */
export const publicationOf = (folder, letter) => {
  const document = (id) => ({
    file: `${id}.json`,
    schema: "implementation/1",
    id,
    title: letter,
    bytes: Buffer.from(letter.repeat(5000)),
    sha256: "",
    unsealed: "",
  });
  const ids = letter === "A" ? ["both", "first", "more"] : ["both", "second"];
  const place = (out, documents, over = {}) => ({ out: join(folder, out), shown: out, path: "$.out", id: "test", documents, ...over });
  return {
    journal: join(folder, ".c.switch"),
    folders: [place("published", ids.map(document)), place("published-partner-p", [document("own")], { partner: "p" })],
    files: ["c.report.json", "c.report.txt"].map((file) => [join(folder, file), letter]),
  };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { writePublication, recover } = await import("../../packages/publish/dist/output/switch.js");
  const folder = process.argv[2];
  for (let letter = "B"; ; letter = letter === "A" ? "B" : "A") {
    await recover(join(folder, ".c.switch"), []);
    await writePublication(publicationOf(folder, letter));
    process.stdout.write(".");
  }
}
