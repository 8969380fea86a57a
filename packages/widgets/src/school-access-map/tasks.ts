export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

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
