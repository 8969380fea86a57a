import { expect } from "@open-wc/testing";
import { executeServerCommand } from "@web/test-runner-commands";
import { html, render } from "lit";

describe("test runner", () => {
  it("answers with the status, header and delay a test asks for", async () => {
    const start = performance.now();
    const response = await fetch("/respond?status=503&delay=50&body=later&header=Retry-After: 9");
    expect(response.status).to.equal(503);
    expect(response.headers.get("retry-after")).to.equal("9");
    expect(await response.text()).to.equal("later");
    expect(performance.now() - start).to.be.greaterThan(45);
  });

  it("cuts a file off, and drops a connection", async () => {
    const cut = await fetch("/respond?file=package.json&truncate=20")
      .then((response) => response.text())
      .catch(() => "cut off");
    expect(cut).to.equal("cut off");
    expect(await fetch("/respond?drop").catch(() => "dropped")).to.equal("dropped");
  });

  it("serves a file under the strict policy", async () => {
    const response = await fetch("/strict/package.json");
    expect(response.headers.get("content-security-policy")).to.contain("require-trusted-types-for 'script'");
    expect(await response.json()).to.have.property("name", "vitrine");
  });

  it("turns forced colours on and off", async () => {
    const forced = matchMedia("(forced-colors: active)");
    await executeServerCommand("forced-colors", { active: true });
    expect(forced.matches).to.equal(true);
    await executeServerCommand("forced-colors", { active: false });
    expect(forced.matches).to.equal(false);
  });

  it("runs Lit", () => {
    const place = document.createElement("div");
    render(html`<p>one</p>`, place);
    expect(place.textContent).to.equal("one");
  });
});
