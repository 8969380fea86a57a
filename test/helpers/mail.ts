/** A letter as a mail program reads it: headers by name in small letters, its own text or bytes, or its parts. */
export interface Mail {
  headers: Record<string, string>;
  parts: Mail[];
  bytes: Buffer;
  /** With single line ends. */
  text: string;
}

const decodedWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, "base64").toString("latin1"));

function decode(body: string, encoding: string | undefined): Buffer {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  return Buffer.from(
    body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    "latin1",
  );
}

/** Reads a letter by the rules of RFC 5322 and 2045 to 2047, so far as our drafts use them. Written apart from what writes them. */
export function readMail(bytes: Buffer): Mail {
  const whole = bytes.toString("latin1");
  const end = whole.indexOf("\r\n\r\n");
  const headers = Object.fromEntries(
    whole
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, " ")
      .split("\r\n")
      .map((line) => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        Buffer.from(decodedWords(line.slice(line.indexOf(":") + 1).trim()), "latin1").toString("utf8"),
      ]),
  ) as Record<string, string>;
  const body = whole.slice(end + 4);
  const boundary = /boundary="([^"]+)"/.exec(headers["content-type"] ?? "")?.[1];
  if (boundary === undefined) {
    const decoded = decode(body, headers["content-transfer-encoding"]);
    return { headers, parts: [], bytes: decoded, text: decoded.toString("utf8").replaceAll("\r\n", "\n") };
  }
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`);
  if (!pieces.at(-1)!.startsWith("--")) throw new Error("the last boundary is missing");
  const parts = pieces.slice(1, -1).map((piece) => readMail(Buffer.from(piece.slice(2), "latin1")));
  return { headers, parts, bytes: Buffer.alloc(0), text: "" };
}
