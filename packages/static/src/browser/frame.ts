/**
 * Runs on a page that frames figures: gives each frame the height of what is in it, when that grows and when it shrinks. Takes word only from a frame
 * of this script's own site that stands on this page, and only a height. A page may load it several times.
 */
const site = new URL(import.meta.url.replace(/(?:assets\/)?vitrine-frame[^/]*$/, ""));
const least = 40;
const most = 20_000;

const isOurs = ({ src }: HTMLIFrameElement) => src.startsWith(site.href);

/** Frames also stand in the shadow roots of page builders. */
function* framesIn(root: Document | ShadowRoot): Generator<HTMLIFrameElement> {
  yield* root.querySelectorAll("iframe");
  for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) yield* framesIn(shadowRoot);
}

/** The height that a message tells, if it is one. */
function heightIn(data: unknown): number | undefined {
  if (typeof data !== "object" || data === null || !("vitrine" in data) || data.vitrine !== "height/1") return undefined;
  if (!("height" in data) || typeof data.height !== "number" || !(data.height >= least)) return undefined;
  return Math.min(Math.ceil(data.height), most);
}

addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
  const height = heightIn(data);
  // A sandboxed frame has no origin.
  if (height === undefined || source === null || (origin !== site.origin && origin !== "null")) return;
  for (const frame of framesIn(document)) if (frame.contentWindow === source && isOurs(frame)) frame.style.height = `${height}px`;
});

// A frame that was there first has told its height to nobody.
for (const frame of framesIn(document)) if (isOurs(frame)) frame.contentWindow?.postMessage({ vitrine: "ask/1" }, "*");

export {};
