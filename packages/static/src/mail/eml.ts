import { createHash } from "node:crypto";

/** A picture that travels inside a letter; `cid:` and its id is its address there. */
export interface Attachment {
  id: string;
  name: string;
  png: Uint8Array;
}

/** Lines of base64 as mail takes them: 76 signs each. */
const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\r\n");

/** Text as quoted-printable (RFC 2045, 6.7): plain where it can be, lines of at most 76 signs. */
export function quotedPrintable(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return lines
    .map((line) => {
      const bytes = Buffer.from(line);
      const tokens = Array.from(bytes, (byte, at) =>
        (byte > 32 && byte < 127 && byte !== 61) || ((byte === 32 || byte === 9) && at < bytes.length - 1)
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, "0")}`,
      );
      // Some programs put a ">" before a line that begins like this.
      if (line.startsWith("From ")) tokens[0] = "=46";
      let folded = "";
      let long = 0;
      for (const token of tokens) {
        if (long + token.length > 75) {
          folded += "=\r\n";
          long = 0;
        }
        folded += token;
        long += token.length;
      }
      return folded;
    })
    .join("\r\n");
}

/** A header's text in words of UTF-8 (RFC 2047), each whole and at most 75 signs long. */
export function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && text.length < 66 && !text.includes("=?")) return text;
  const words: string[] = [];
  let part = "";
  for (const letter of text) {
    if (Buffer.byteLength(part + letter) > 42) {
      words.push(part);
      part = "";
    }
    part += letter;
  }
  return [...words, part].map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}

const part = (headers: readonly string[], body: string): string => `${headers.join("\r\n")}\r\n\r\n${body}\r\n`;

function multipart(kind: string, boundary: string, parts: readonly string[]): { header: string; body: string } {
  return {
    header: `Content-Type: ${kind};\r\n boundary="${boundary}"`,
    body: `${parts.map((one) => `--${boundary}\r\n${one}`).join("")}--${boundary}--`,
  };
}

/**
 * A letter as a draft that mail programs open: plain text, or HTML with its pictures. Sender and date are left to whoever sends it.
 * The same letter gives the same bytes: boundaries come from the content.
 */
export function emlOf({ title, html, text }: { title: string; html: string; text: string }, pictures: readonly Attachment[]): string {
  const hash = createHash("sha256").update(html).update(text);
  for (const { png } of pictures) hash.update(png);
  const mark = hash.digest("hex").slice(0, 24);
  const words = (kind: string, content: string) =>
    part([`Content-Type: text/${kind}; charset=utf-8`, "Content-Transfer-Encoding: quoted-printable"], quotedPrintable(content));
  const shown = words("html", html);
  const images = pictures.map(({ id, name, png }) =>
    part(
      [
        `Content-Type: image/png; name="${name}"`,
        "Content-Transfer-Encoding: base64",
        `Content-ID: <${id}>`,
        `Content-Disposition: inline; filename="${name}"`,
      ],
      base64(png),
    ),
  );
  // "=_" stands in no line of quoted-printable or base64, so that no boundary is found inside a part.
  const related = multipart('multipart/related; type="text/html"', `=_related_${mark}`, [shown, ...images]);
  const whole = multipart("multipart/alternative", `=_letter_${mark}`, [
    words("plain", text),
    images.length > 0 ? part([related.header], related.body) : shown,
  ]);
  return `${part([`Subject: ${encodedWords(title)}`, "MIME-Version: 1.0", "X-Unsent: 1", whole.header], whole.body)}`;
}
