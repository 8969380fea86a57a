/** Waits until something holds, and returns it; an error that shows the condition when it does not within a minute: a busy machine is slow. */
export async function until<T>(holds: () => T | undefined | null | false): Promise<T> {
  const end = performance.now() + 60_000;
  for (;;) {
    const found = holds();
    if (found) return found;
    if (performance.now() > end) throw new Error(`This did not come to hold: ${String(holds)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
