/** The gallery's own script: addresses of the place it is opened at, and a button to copy each snippet. */
const { copy = "", copied = "", placeholder } = document.querySelector("main")!.dataset;

async function take(block: HTMLElement, button: HTMLButtonElement) {
  try {
    await navigator.clipboard.writeText(block.textContent ?? "");
    button.textContent = copied;
    setTimeout(() => (button.textContent = copy), 2000);
  } catch {
    // Without leave to use the clipboard the reader copies the selected text.
    getSelection()?.selectAllChildren(block);
  }
}

for (const block of document.querySelectorAll("pre")) {
  if (placeholder !== undefined) block.textContent = (block.textContent ?? "").replaceAll(placeholder, new URL(".", location.href).href);
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = copy;
  button.setAttribute("aria-describedby", block.closest("details")!.querySelector("summary")!.id);
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => void take(block, button));
  block.after(button);
}

export {};
