import type { ImplementationGauge } from "@vitrine/widgets";
import { limits } from "@vitrine/widgets/element/load";
import { expect } from "@open-wc/testing";
import { answering, fallbackInView, part, place, said, typical, typicalAddress, until } from "./element-fixture.ts";

const gauge = (address: string) => place(`<cs-implementation-gauge src="${address}"><p>149 of 240</p></cs-implementation-gauge>`);
const whole = "/respond?file=test/documents/implementation/typical.json";

type Answer = () => Promise<Response>;
const real = window.fetch.bind(window);
const status =
  (code: number): Answer =>
  async () =>
    new Response("", { status: code });
const offline: Answer = () => Promise.reject(new TypeError("offline"));
const good: Answer = () => real(typicalAddress);
const never = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));

/** Answers requests for `address` one by one, the last answer for ever after, and notes when each came. */
function serve(address: string, ...answers: (Answer | "never")[]): number[] {
  const times: number[] = [];
  window.fetch = (input, init) => {
    if (input !== address) return real(input, init);
    times.push(performance.now());
    const answer = answers[Math.min(times.length, answers.length) - 1]!;
    return answer === "never" ? never(init!.signal!) : answer();
  };
  return times;
}

describe("an element where a network fails", () => {
  const { pause, milliseconds } = limits;
  afterEach(() => {
    window.fetch = real;
    Object.assign(limits, { pause, milliseconds });
  });

  it("asks twice more, after a longer pause each time, and draws as soon as there is an answer", async () => {
    limits.pause = 60;
    let then: unknown[] = [];
    const times = serve("/twice.json", status(503), offline, () => {
      then = [element.state, fallbackInView(element)];
      return good();
    });
    const element = await gauge("/twice.json");
    await until(() => element.state === "drawn");
    expect(then, "until there is an answer").to.deep.equal(["waiting", true]);
    const [first, second, third] = times as [number, number, number];
    expect(times).to.have.lengthOf(3);
    expect(second - first).to.be.at.least(59);
    expect(third - second).to.be.at.least(179);
  });

  it("asks again after a time-out, and says in the end that it took too long", async () => {
    limits.milliseconds = 30;
    const times = serve("/slow.json", "never");
    const element = await gauge("/slow.json");
    await until(() => element.state === "refused");
    await until(() => said(element, "notice"));
    expect(times).to.have.lengthOf(3);
    expect(said(element, "notice")).to.equal("These figures took too long to load. Try again later.");
    expect(element.querySelector("p")!.offsetHeight).to.be.greaterThan(0);
  });

  it("takes no for an answer", async () => {
    for (const code of [403, 404, 410]) {
      const times = serve(`/no-${code}.json`, status(code), good);
      const element = await gauge(`/no-${code}.json`);
      await until(() => element.state === "refused");
      await element.updateComplete;
      expect(times).to.have.lengthOf(1);
      expect(said(element, "notice")).to.equal("These figures could not be loaded. Try again later.");
      expect(fallbackInView(element)).to.equal(true);
    }
  });

  it("asks nobody any more once it was removed, neither in a request nor in a pause", async () => {
    limits.pause = 50;
    const times = serve("/removed.json", () => {
      // Before the pause can be over, however slow the machine is.
      setTimeout(() => element.remove());
      return offline();
    });
    const element = await gauge("/removed.json");
    await until(() => !element.isConnected);
    const open = serve("/open.json", "never");
    const second = await gauge("/open.json");
    await until(() => open.length === 1);
    second.remove();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(times).to.have.lengthOf(1);
    expect(open).to.have.lengthOf(1);
    expect([element.state, second.state]).to.deep.equal(["waiting", "waiting"]);
  });

  for (const [name, down] of [
    ["an error of the server", status(500)],
    ["no line at all", offline],
  ] as const)
    it(`keeps the last good picture with its date over ${name}, and draws when the line is back`, async () => {
      serve("/kept.json", good);
      const element = await gauge("/kept.json");
      await until(() => element.state === "drawn");
      const times = serve("/kept.json", down);
      await element.refresh();
      expect(times).to.have.lengthOf(3);
      expect(element.state).to.equal("stale");
      expect(part(element, "picture")?.querySelector("svg")).to.be.instanceOf(SVGElement);
      expect(said(element, "notice")).to.equal("These figures could not be refreshed. What you see is the data as of September 30, 2026.");
      serve("/kept.json", good);
      window.dispatchEvent(new Event("online"));
      await until(() => element.state === "drawn");
      await element.updateComplete;
      expect(said(element, "notice")).to.equal("Refreshed. Data as of September 30, 2026.");
      const later = serve("/kept.json", good);
      window.dispatchEvent(new Event("online"));
      expect(later, "a picture that is whole is not fetched again").to.have.lengthOf(0);
    });

  it("draws a document that never came, when the line is back", async () => {
    serve("/late.json", offline);
    const element = await gauge("/late.json");
    await until(() => element.state === "refused");
    serve("/late.json", good);
    window.dispatchEvent(new Event("online"));
    await until(() => element.state === "drawn");
    expect(said(element, "title")).to.equal("How many trained teachers now teach computer science?");
  });

  it("reads a letter whose bytes come apart", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(await typical({ title: "¿Quién enseña informática? 教える人" })));
    const body = () =>
      new ReadableStream<Uint8Array>({
        start(answer) {
          for (const byte of bytes) answer.enqueue(Uint8Array.of(byte));
          answer.close();
        },
      });
    serve("/apart.json", async () => new Response(body()));
    const element = await gauge("/apart.json");
    await until(() => element.state === "drawn");
    expect(said(element, "title")).to.equal("¿Quién enseña informática? 教える人");
  });

  it("says in a sentence that a file was cut off, with its length told and without", async () => {
    const cut = await gauge(`${whole}&truncate=400`);
    await until(() => cut.state === "refused");
    await until(() => said(cut, "notice"));
    expect(said(cut, "notice")).to.equal("These figures could not be loaded. Try again later.");
    expect(fallbackInView(cut)).to.equal(true);
    const text = JSON.stringify(await typical()).slice(0, 400);
    const short = await gauge(answering(text));
    await until(() => short.state === "refused");
    await until(() => said(short, "notice"));
    expect(said(short, "notice")).to.equal("These figures are not shown: the document is not one this element can read (not-json).");
  });

  it("reads a document whatever type it is served as, and says of a web page that it is none", async () => {
    for (const type of ["text/plain", "application/octet-stream", "image/png"]) {
      const element = await gauge(`${whole}&type=${type}`);
      await until(() => element.state === "drawn");
    }
    const page = await gauge("/respond?type=text/html&body=<!doctype html><title>Sign in</title>");
    await until(() => page.state === "refused");
    await until(() => said(page, "notice"));
    expect(said(page, "notice")).to.contain("the document is not one this element can read");
  });

  it("follows a document that was moved, and says so in a sentence when that leads nowhere", async () => {
    const moved = await gauge(`/respond?status=301&header=Location: ${typicalAddress}`);
    await until(() => moved.state === "drawn");
    const circle = await gauge("/respond?status=302&header=Location: /respond?status=302%26header=Location: /nowhere.json");
    await until(() => circle.state === "refused");
    await circle.updateComplete;
    expect(said(circle, "notice")).to.equal("These figures could not be loaded. Try again later.");
  });

  it("asks once for fifty elements, and once in each try when that fails", async () => {
    const many = (address: string) =>
      place(`<div>${`<cs-implementation-gauge src="${address}"></cs-implementation-gauge>`.repeat(50)}</div>`).then((box) => [
        ...box.querySelectorAll<ImplementationGauge>("cs-implementation-gauge"),
      ]);
    const times = serve("/fifty.json", good);
    const drawn = await many("/fifty.json");
    await until(() => drawn.every(({ state }) => state === "drawn"));
    expect(times).to.have.lengthOf(1);
    const failed = serve("/no-fifty.json", status(500));
    const refused = await many("/no-fifty.json");
    await until(() => refused.every(({ state }) => state === "refused"));
    expect(failed).to.have.lengthOf(3);
  });
});
