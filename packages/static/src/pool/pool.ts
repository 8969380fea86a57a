import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Issue } from "@vitrine/contract";
import { Refused } from "../refused.js";
import { tasks, type Tasks } from "./tasks.js";

type Name = keyof Tasks;
type Given<N extends Name> = Parameters<Tasks[N]>[0];
type Made<N extends Name> = ReturnType<Tasks[N]>;

/** What a worker answers: what was made, or why it was not. */
export type Answer =
  | { made: unknown }
  | { refused: { code: string; message: string; file?: string; issues: readonly Issue[] } }
  | { failed: string };

/** Hands that work at once, one on each processor. */
export interface Pool {
  /** How many tasks are worth giving at once: more only wait, and fill the memory. */
  readonly room: number;
  run<N extends Name>(name: N, given: Given<N>): Promise<Made<N>>;
  close(): Promise<void>;
}

/** To start a worker takes as long as to make about four pictures. */
const worthwhile = 8;

/** A pool for so many pictures: one worker for each processor, or for a few pictures this thread alone. */
export function openPool(pictures: number, hands: number = availableParallelism()): Pool {
  return pictures < worthwhile || hands < 2 ? alone : withWorkers(Math.min(hands, Math.ceil(pictures / 4)));
}

const alone: Pool = {
  room: 1,
  async run(name, given) {
    // What was painted is only let go when other work has its turn.
    await setImmediate();
    return tasks[name](given as never) as Made<typeof name>;
  },
  close: () => Promise.resolve(),
};

interface Waiting {
  name: Name;
  given: unknown;
  resolve: (made: never) => void;
  reject: (error: Error) => void;
}

function withWorkers(hands: number): Pool {
  const waiting: Waiting[] = [];
  const idle: Hand[] = [];
  const all: Hand[] = [];
  const next = (hand: Hand) => {
    const work = waiting.shift();
    if (work) hand.take(work);
    else idle.push(hand);
  };
  return {
    room: 2 * hands,
    run: (name, given) =>
      new Promise((resolve, reject) => {
        waiting.push({ name, given, resolve, reject });
        if (idle.length === 0 && all.length < hands) {
          const hand = new Hand(next);
          all.push(hand);
          idle.push(hand);
        }
        const hand = idle.pop();
        if (hand) next(hand);
      }),
    async close() {
      await Promise.all(all.map((hand) => hand.stop()));
    },
  };
}

/** One worker, which does one task after another. */
class Hand {
  private readonly worker = new Worker(new URL("./worker.js", import.meta.url), { execArgv: [] });
  private work: Waiting | undefined;

  constructor(free: (hand: Hand) => void) {
    this.worker.on("message", (answer: Answer) => {
      const { work } = this;
      this.work = undefined;
      if (work) settle(work, answer);
      free(this);
    });
    this.worker.on("error", (error) => this.work?.reject(error as Error));
  }

  take(work: Waiting): void {
    this.work = work;
    this.worker.postMessage({ name: work.name, given: work.given });
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

function settle({ resolve, reject }: Waiting, answer: Answer): void {
  if ("made" in answer) resolve(answer.made as never);
  else if ("refused" in answer) {
    const { code, message, file, issues } = answer.refused;
    reject(new Refused(code, message, file, issues));
  } else reject(new Error(answer.failed));
}

/** Works on each item, as many at once as the pool has room for, in order; what was made comes in the same order. Stops at the first fault. */
export async function eachOf<T, R>(
  items: readonly T[],
  { room }: Pick<Pool, "room">,
  work: (item: T, at: number) => Promise<R>,
): Promise<R[]> {
  const made: R[] = [];
  let next = 0;
  let stopped = false;
  const lane = async () => {
    while (next < items.length && !stopped) {
      const at = next++;
      made[at] = await work(items[at]!, at);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(room, items.length) }, lane));
  } finally {
    stopped = true;
  }
  return made;
}
