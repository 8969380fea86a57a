/** Milliseconds of the fastest of five rounds: the one that nothing else on the machine held up. */
export function fastest(work: () => void): number {
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...rounds);
}
