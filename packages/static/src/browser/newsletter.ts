/** The script of the page that blocks are copied from: their look, the address this page is opened at, and buttons to copy. */
const main = document.querySelector("main")!;
const { placeholder, copied = "", selected = "" } = main.dataset;
const here = new URL(".", location.href).href;

// Set one by one: a policy that forbids inline styles allows this.
for (const part of document.querySelectorAll<HTMLElement>("[data-style]")) part.style.cssText = part.dataset["style"]!;
if (placeholder !== undefined)
  for (const code of document.querySelectorAll("[data-code]")) code.textContent = code.textContent!.replaceAll(placeholder, here);

async function take(button: HTMLButtonElement, label: string, shown: Element, copy: () => Promise<void>) {
  try {
    await copy();
    button.textContent = copied;
    setTimeout(() => (button.textContent = label), 2000);
  } catch {
    // Without leave to use the clipboard the reader copies what is selected.
    const folded = shown.closest("details");
    if (folded) folded.open = true;
    getSelection()?.selectAllChildren(shown);
    button.textContent = selected;
  }
}

for (const section of document.querySelectorAll("[data-block]")) {
  const [code, text, block] = ["[data-code]", "[data-text]", ".block"].map((name) => section.querySelector(name)!) as [
    Element,
    Element,
    Element,
  ];
  const formatted = () => {
    const kinds = { "text/html": code.textContent!, "text/plain": text.textContent! };
    return navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(Object.entries(kinds).map(([type, words]) => [type, new Blob([words], { type })]))),
    ]);
  };
  const ways: [label: string | undefined, shown: Element, copy: () => Promise<void>][] = [
    [main.dataset["copyBlock"], block, formatted],
    [main.dataset["copyCode"], code, () => navigator.clipboard.writeText(code.textContent!)],
    [main.dataset["copyText"], text, () => navigator.clipboard.writeText(text.textContent!)],
  ];
  for (const [label = "", shown, copy] of ways) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-describedby", section.getAttribute("aria-labelledby")!);
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => void take(button, label, shown, copy));
    section.querySelector(".take")!.append(button);
  }
}

export {};
