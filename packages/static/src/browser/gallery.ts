/** The gallery's own script: finds figures, fits what is to be copied to the page it is for, and copies it. */
const main = document.querySelector<HTMLElement>("main")!;
const { revision = "", placeholder } = main.dataset;
const here = new URL(".", location.href).href;
const base = main.dataset["base"] ?? here;
const words = JSON.parse(main.dataset["words"]!) as Record<"copy" | "copied" | "found" | "none" | "cannot" | "failed" | "best", string>;
const all = <E extends Element = HTMLElement>(selector: string, below: ParentNode = main): E[] => [...below.querySelectorAll<E>(selector)];

// What is chosen, the same in every panel.

const names = ["host", "language", "theme", "width", "revision"] as const;
type Choice = Record<(typeof names)[number], string>;
const chosen: Choice = { host: "", language: "", theme: "", width: "", revision: "" };
const fields = all<HTMLSelectElement>(".choices select");

type Texts = Record<string, string>;
/** What each figure is copied as, in the page's own language, then in others as they are asked for. */
const texts = new Map<string, Texts>();
const own = (entry: HTMLElement): Texts =>
  Object.fromEntries(
    all("[data-kind]", entry.querySelector(".take")!).map((block) => [
      block.dataset["kind"]!,
      block instanceof HTMLAnchorElement ? block.href.replace(here, base) : block.textContent!.replaceAll(placeholder ?? base, base),
    ]),
  );

async function textsOf(entry: HTMLElement, language: string): Promise<Texts> {
  const key = `${language} ${entry.id}`;
  let found = texts.get(key);
  if (!found) {
    const answer = await fetch(`r/${revision}/snippets/${language}/${entry.id}.json`);
    if (!answer.ok) throw new Error();
    const text = await answer.text();
    texts.set(key, (found = JSON.parse(placeholder === undefined ? text : text.replaceAll(placeholder, base)) as Texts));
  }
  return found;
}

/** Addresses of the revision of now, for what shall stay as it is. */
const freeze = (text: string) =>
  text.replace(/(documents|embed|drawings|files)\/[\w./-]+/g, (path: string, _: string, at: number) =>
    text.slice(0, at).endsWith(base) ? `r/${revision}/${path}` : path,
  );

/** Fits a text to what was chosen. What a kind cannot take of it, it is left without. */
function fit(kind: string, given: string, { theme, width, revision: frozen }: Choice): string {
  let text = frozen ? freeze(given) : given;
  if (theme && kind === "frame") text = text.replace(/(<iframe src="[^"?]*)/, `$1?theme=${theme}`);
  else if (theme && kind === "oembed") text += `?theme=${theme}`;
  else if (theme && kind === "plain") text = text.replace(/(figure\.lang = .*)/, `$1\nfigure.setAttribute("theme", "${theme}");`);
  else if (theme) text = text.replace(/(<cs-[\w-]+ src="[^"]*")/, `$1 theme="${theme}"`);
  if (width && kind === "frame") text = text.replace('width="100%"', `width="${width}"`);
  else if (width && (kind === "element" || kind === "figure")) {
    const from = kind === "element" ? text.indexOf("<cs-") : 0;
    text = `${text.slice(0, from)}<div style="max-width: ${width}px">\n${text.slice(from)}\n</div>`;
  }
  return text;
}

/** Shows what the host takes, what it cannot take and why. */
function advise(entry: HTMLElement, host: string): void {
  const about = host ? main.querySelector(`[data-host="${host}"]`) : null;
  entry.querySelector(".advice")!.textContent = about?.querySelector(".where")!.textContent ?? "";
  for (const snippet of all<HTMLDetailsElement>(".snippet", entry)) {
    const row = about?.querySelector<HTMLElement>(`[data-offer="${snippet.dataset["offer"]}"]`);
    const cannot = snippet.querySelector<HTMLElement>(".cannot")!;
    const why = row?.querySelector(".why")?.textContent ?? "";
    const works = row?.dataset["works"] !== "no";
    snippet.toggleAttribute("data-cannot", !works);
    cannot.textContent = works ? why && `${why.charAt(0).toLocaleUpperCase()}${why.slice(1)}.` : `${words.cannot} ${why}.`;
    cannot.hidden = why === "";
    snippet.querySelector<HTMLElement>(".not")!.hidden = works;
    if (row) snippet.open = row.dataset["best"] !== undefined;
  }
}

async function show(entry: HTMLElement): Promise<void> {
  const mine = { ...chosen };
  let found = texts.get(` ${entry.id}`)!;
  let failed = false;
  if (mine.language)
    try {
      found = await textsOf(entry, mine.language);
    } catch {
      failed = true;
    }
  // Something else was chosen meanwhile.
  if (names.some((name) => mine[name] !== chosen[name])) return;
  for (const block of all("[data-kind]", entry.querySelector(".take")!)) {
    const kind = block.dataset["kind"]!;
    const text = fit(kind, found[kind] ?? "", mine);
    if (block instanceof HTMLAnchorElement) block.href = text.replace(base, here);
    else block.textContent = text;
  }
  if (failed) entry.querySelector(".advice")!.textContent = words.failed;
  const figure = entry.querySelector<HTMLElement>(".case > *");
  if (!figure || failed) return;
  figure.toggleAttribute("theme", mine.theme !== "");
  if (mine.theme) figure.setAttribute("theme", mine.theme);
  figure.lang = mine.language || document.documentElement.lang;
  figure.style.maxWidth = mine.width && `${mine.width}px`;
}

const entries = all(".entry");
for (const entry of entries) texts.set(` ${entry.id}`, own(entry));
for (const entry of entries) void show(entry);

for (const field of fields)
  field.addEventListener("change", () => {
    const name = field.name as keyof Choice;
    chosen[name] = field.value;
    for (const other of fields) if (other.name === name) other.value = field.value;
    const panel = field.closest<HTMLElement>(".entry")!;
    const before = panel.getBoundingClientRect().top;
    for (const entry of entries) {
      if (name === "host") advise(entry, field.value);
      void show(entry);
    }
    // Panels above this one may have grown; the reader stays where she is.
    scrollBy({ top: panel.getBoundingClientRect().top - before, behavior: "instant" });
  });
// A page that is gone back to comes with the choices of before.
for (const field of fields) if (field.value !== "") field.dispatchEvent(new Event("change"));

// Copying.

async function take(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(block.textContent ?? "");
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = words.copy), 2000);
  } catch {
    // Without leave to use the clipboard the reader copies the selected text.
    getSelection()?.selectAllChildren(block);
  }
}
for (const block of all("pre")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.copy;
  button.setAttribute("aria-describedby", block.getAttribute("aria-labelledby")!);
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => void take(block, button));
  block.after(button);
}

// Finding.

const finder = document.querySelector<HTMLFormElement>(".finder")!;
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
function find(): void {
  const given = new FormData(finder);
  const [text, kind, place] = ["words", "kind", "place"].map((name) => given.get(name) as string);
  const wanted = plain(text!).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const entry of entries) {
    const { kind: is, place: at, words: said = "" } = entry.dataset;
    const fits = (!kind || is === kind) && (!place || at === place) && wanted.every((word) => plain(said).includes(word));
    entry.hidden = !fits;
    main.querySelector<HTMLElement>(`nav [data-for="${CSS.escape(entry.id)}"]`)!.hidden = !fits;
    if (fits) shown += 1;
  }
  const all = shown === entries.length && wanted.length === 0 && !kind && !place;
  const { lang } = document.documentElement;
  finder.querySelector(".found")!.textContent = all
    ? ""
    : shown === 0
      ? words.none
      : words.found.replace("{shown}", shown.toLocaleString(lang)).replace("{of}", entries.length.toLocaleString(lang));
}
finder.addEventListener("input", find);
finder.addEventListener("submit", (event) => event.preventDefault());
if (new FormData(finder).get("words")) find();

export {};
