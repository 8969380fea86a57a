/** By a message to itself: a page that is not in front is given one timer a second, and a map is a hundred tasks. */
export const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** After the next frame; where a page is given no frames, after a moment. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });

/** Long work, each step of it in a task of its own. @param wanted asked before every step: when it is not, nothing comes of it */
export async function inTasks<T>(steps: Iterator<void, T>, wanted: () => boolean = () => true): Promise<T | undefined> {
  for (;;) {
    await nextTask();
    if (!wanted()) return undefined;
    const { done, value } = steps.next();
    if (done) return value;
  }
}
