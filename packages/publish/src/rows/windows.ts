import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** What Windows writes where Latin-1 has controls nobody uses, from 0x80 to 0x9f: curly quotes, dashes, the euro. */
const signs =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Text of a file that says it is Latin-1: nearly always it comes from Windows, whose letters are a few more. */
export const textOfWindows = (bytes: Buffer): string =>
  // eslint-disable-next-line no-control-regex
  bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (sign) => signs[sign.charCodeAt(0) - 0x80]!);

/** Writes such a file again as UTF-8, unpacked. */
export async function writeAsUtf8(from: string, gzip: boolean, to: string): Promise<void> {
  const bytes = createReadStream(from);
  await pipeline(
    gzip ? bytes.pipe(createGunzip()) : bytes,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) yield textOfWindows(chunk);
    },
    createWriteStream(to, { mode: 0o600 }),
  );
}
