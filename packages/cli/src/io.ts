/** What a command may touch of the terminal it runs in. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Shows how far long work is, on a terminal; silent in a pipe. Without a text it clears the line. */
  progress(text?: string): void;
  /** Settles when the user asks to stop. */
  interrupted(): Promise<void>;
}

/** The exit code of a command: done, refused, wrongly called. */
export type Exit = 0 | 1 | 2;

/** A path as a part of a line to copy: in quotation marks where a shell would split or read it. */
export const inLine = (path: string): string => (/^[\w./:\\~@%+=,-]+$/.test(path) ? path : JSON.stringify(path));

/** A call that cannot be understood: exit code 2, with one sentence. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const terminal = (process: NodeJS.Process): Io => ({
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  progress: (text) => {
    if (process.stderr.isTTY)
      process.stderr.write(text === undefined ? "\r\u001B[K" : `\r\u001B[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  },
  interrupted: () =>
    new Promise((stop) => {
      process.once("SIGINT", () => stop());
      process.once("SIGTERM", () => stop());
    }),
});
