import type { ImplementationDocument } from "@vitrine/contract";
import { expect, oneEvent } from "@open-wc/testing";
import { answering, drawn, fallbackInView, hold, inside, part, place, said, typical, typicalAddress, until } from "./element-fixture.ts";

const partner = (id: string): Pick<ImplementationDocument, "audience"> => ({
  audience: { kind: "partner", id, consent: "Each teacher agreed in writing.", confidentiality: "For staff only." },
});

describe("states of every element", () => {
  it("leaves a figure that stands in for it to the page until there is a picture, and then takes its place", async () => {
    const element = await place(`<cs-implementation-gauge><figure><p>Stands in</p></figure></cs-implementation-gauge>`);
    expect(element.shadowRoot).to.equal(null);
    expect(element.querySelector("p")!.getClientRects()).to.have.lengthOf(1);
    element.document = await typical();
    await until(() => element.state === "drawn");
    expect(part(element, "picture")?.querySelector("svg")).to.be.instanceOf(SVGElement);
    expect(element.querySelector("p")!.getClientRects()).to.have.lengthOf(0);
    const refused = await place(`<cs-implementation-gauge><figure><p>Stands in</p></figure></cs-implementation-gauge>`);
    refused.document = { ...(await typical()), schema: "nothing/1" } as never;
    await until(() => refused.state === "refused" && said(refused, "notice").length > 20);
  });

  it("shows the page's own words while waiting, and takes nothing from them", async () => {
    const letGo = hold("/respond");
    const element = await place('<cs-implementation-gauge src="/respond?status=404"><p>149 of 240</p></cs-implementation-gauge>');
    expect(element.state).to.equal("waiting");
    expect(fallbackInView(element)).to.equal(true);
    const plain = document.createElement("div");
    plain.innerHTML = "<p>149 of 240</p>";
    element.after(plain);
    expect(element.offsetHeight).to.equal(plain.offsetHeight);
    plain.remove();
    expect(part(element, "skeleton")).to.equal(null);
    letGo();
  });

  it("shows a skeleton that says what it waits for when the page has no words of its own", async () => {
    const element = await place("<cs-implementation-gauge>\n  </cs-implementation-gauge>");
    expect(said(element, "skeleton")).to.equal("Loading the figures");
    expect(element.offsetHeight).to.be.greaterThan(100);
  });

  it("keeps the page's own words until the picture is drawn, then puts it in their place", async () => {
    const element = await place(`<cs-implementation-gauge src="${typicalAddress}"><p>149 of 240</p></cs-implementation-gauge>`);
    expect(element.querySelector("p")!.offsetHeight).to.be.greaterThan(0);
    await until(() => element.state === "drawn");
    expect(fallbackInView(element)).to.equal(false);
    expect(element.querySelector("p")!.offsetHeight).to.equal(0);
  });

  it("says in one sentence that a document did not come, beside the page's own words", async () => {
    for (const address of ["/respond?status=500", "/respond?drop", "http://[bad"]) {
      const element = await place(`<cs-implementation-gauge src="${address}"><p>149 of 240</p></cs-implementation-gauge>`);
      await until(() => element.state === "refused");
      await element.updateComplete;
      expect(said(element, "notice")).to.equal("These figures could not be loaded. Try again later.");
      expect(fallbackInView(element)).to.equal(true);
      expect(element.querySelector("p")!.offsetHeight).to.be.greaterThan(0);
    }
  });

  it("tells the page codes and paths of what it refused, and never a value", async () => {
    const element = await place("<cs-implementation-gauge></cs-implementation-gauge>");
    const event = oneEvent(element, "vitrine-refused");
    element.document = { ...(await typical()), "secret column": "secret value", met: "secret figure" } as unknown as ImplementationDocument;
    const { detail } = (await event) as CustomEvent;
    await element.updateComplete;
    expect(detail.issues.length).to.be.greaterThan(0);
    for (const issue of detail.issues) expect(Object.keys(issue)).to.have.members(["code", "path"]);
    expect(JSON.stringify(detail) + inside(element).textContent).not.to.contain("secret");
    expect(said(element, "notice")).to.match(/^These figures are not shown: .*\.$/);
    expect(element.state).to.equal("refused");
  });

  it("names the privacy rule a document breaks, and no figure", async () => {
    const element = await place("<cs-implementation-gauge></cs-implementation-gauge>");
    element.document = await typical({ trained: 240, met: 177, started: 3, notStarted: 42, notKnown: 18, breakdowns: [] });
    await element.updateComplete;
    expect(element.state).to.equal("refused");
    expect(part(element, "picture")).to.equal(null);
    await until(() => said(element, "notice") !== "");
    expect(said(element, "notice")).to.equal(
      "These figures are not shown, to protect privacy: the document breaks the rule privacy-small-count.",
    );
    expect(said(element, "notice")).not.to.match(/\d/);
  });

  it("refuses what is no document at all with a sentence, not with an error", async () => {
    for (const body of ["", "{", "[]", "null", '"text"', "<html>", '{"__proto__": {}}', '{"schema": "access/1"}']) {
      const element = await place(`<cs-implementation-gauge src="${answering(body)}"></cs-implementation-gauge>`);
      await until(() => element.state === "refused");
      await element.updateComplete;
      expect(said(element, "notice"), body).to.match(/^These figures .*\.$/);
    }
  });

  it("takes the picture away when a document that is refused replaces it", async () => {
    const element = await drawn(await typical());
    element.document = await typical({ audience: { kind: "research" } });
    await element.updateComplete;
    expect(element.state).to.equal("refused");
    expect(part(element, "picture")).to.equal(null);
    expect(said(element, "notice")).to.equal("These figures are for research and are not shown on a page.");
  });

  it("keeps the last good picture with its date when a refresh fails, and recovers", async () => {
    const element = await place(`<cs-implementation-gauge src="${typicalAddress}"></cs-implementation-gauge>`);
    await until(() => element.state === "drawn");
    const real = window.fetch;
    window.fetch = () => Promise.reject(new TypeError("offline"));
    const told = oneEvent(element, "vitrine-refused");
    await element.refresh();
    window.fetch = real;
    expect(((await told) as CustomEvent).detail.issues).to.deep.equal([{ code: "unreachable", path: "$" }]);
    expect(element.getAttribute("state")).to.equal("stale");
    expect(part(element, "picture")?.querySelector("svg")).to.be.instanceOf(SVGElement);
    expect(said(element, "notice")).to.equal("These figures could not be refreshed. What you see is the data as of September 30, 2026.");
    await element.refresh();
    expect(element.state).to.equal("drawn");
    expect(said(element, "notice")).to.equal("Refreshed. Data as of September 30, 2026.");
  });

  it("announces a change of state politely, from a place that was there before", async () => {
    const element = await drawn(await typical());
    const notice = part(element, "notice");
    expect(notice?.getAttribute("role")).to.equal("status");
    element.document = await typical({
      trained: 0,
      met: "not-applicable",
      started: "not-applicable",
      notStarted: "not-applicable",
      notKnown: "not-applicable",
      breakdowns: [],
    });
    await element.updateComplete;
    expect(part(element, "notice")).to.equal(notice);
    expect(element.state).to.equal("empty");
    expect(said(element, "notice")).to.equal("There are no figures for this place and period yet.");
  });

  it("marks provisional figures with the word", async () => {
    const element = await drawn(await typical({ status: "provisional" }));
    expect(said(element, "source")).to.contain("Provisional");
  });

  describe("audience", () => {
    it("shows a partner's document only where the page states the same partner", async () => {
      const stated = await drawn(await typical(partner("river-u")), 'partner="river-u"');
      expect(stated.state).to.equal("drawn");
      const codes: string[] = [];
      for (const attributes of ["", 'partner="other"']) {
        const element = await place(`<cs-implementation-gauge ${attributes}></cs-implementation-gauge>`);
        element.addEventListener("vitrine-refused", ({ detail }) => codes.push(detail.issues[0]!.code));
        element.document = await typical(partner("river-u"));
        await element.updateComplete;
        expect(element.state).to.equal("refused");
        expect(said(element, "notice")).to.equal("These figures are for one partner, and this page is not marked as that partner's.");
      }
      expect(codes).to.deep.equal(["audience-partner", "audience-partner"]);
    });

    it("judges again when the page states another partner", async () => {
      const element = await drawn(await typical(partner("river-u")), 'partner="river-u"');
      element.partner = "other";
      await element.updateComplete;
      expect(element.state).to.equal("refused");
    });

    it("takes a partner's document from the page's own origin, but not from the page's text", async () => {
      const document = await typical(partner("river-u"));
      const own = await place(`<cs-implementation-gauge partner="river-u" src="${answering(document)}"></cs-implementation-gauge>`);
      await until(() => own.state === "drawn");
      const text = await place(
        `<cs-implementation-gauge partner="river-u"><script type="application/json">${JSON.stringify(document)}</script></cs-implementation-gauge>`,
      );
      expect(text.state).to.equal("refused");
      expect(said(text, "notice")).to.contain("only from that partner's own site");
    });

    it("refuses a partner's document from another origin", async () => {
      const text = JSON.stringify(await typical(partner("river-u")));
      const real = window.fetch;
      window.fetch = async () => Object.defineProperty(new Response(text), "url", { value: "https://elsewhere.example/a.json" });
      const element = await place(
        '<cs-implementation-gauge partner="river-u" src="https://elsewhere.example/a.json"></cs-implementation-gauge>',
      );
      await until(() => element.state === "refused");
      window.fetch = real;
      await element.updateComplete;
      expect(said(element, "notice")).to.contain("only from that partner's own site");
    });

    it("never offers an embed code for a partner's document", async () => {
      const address = answering(await typical(partner("river-u")));
      const element = await place(`<cs-implementation-gauge partner="river-u" src="${address}"></cs-implementation-gauge>`);
      await until(() => element.state === "drawn");
      part(element, "menu-button")!.click();
      await until(() => inside(element).querySelector(".panel button"));
      const names = [...inside(element).querySelectorAll<HTMLButtonElement>(".panel button")].map(({ name }) => name);
      expect(names).to.deep.equal(["csv", "svg", "png", "print"]);
    });
  });
});
