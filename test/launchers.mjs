import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { chromeLauncher } from "@web/test-runner-chrome";
import { chromeArguments, findChrome } from "../.scripts/browser.mjs";

/** Chromium: the installed one, else the one that npm brings. */
export async function chromium() {
  return chromeLauncher({ launchOptions: { ...(await findChrome()), args: chromeArguments } });
}

/** Firefox through WebDriver BiDi. `launcher.type` stays what it is, or the runner's commands stop working. */
export function firefox() {
  const launcher = chromeLauncher({
    launchOptions: {
      browser: "firefox",
      executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
      extraPrefsFirefox: {
        // Without it a window that no person has clicked is told of no focus.
        "focusmanager.testmode": true,
        // As for Chromium: no scroll bar takes room, and another site is this machine by another name.
        "ui.useOverlayScrollbars": 1,
        "network.dns.localDomains": "partner.test",
      },
    },
  });
  launcher.name = "Firefox";
  return launcher;
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** WebKitGTK, one page at a time; brings up its own display where there is none. */
export async function webkit() {
  const { webdriverLauncher } = await import("@web/test-runner-webdriver");
  const children = [];
  const env = { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
  process.once("exit", () => children.forEach((child) => child.kill()));
  if (!env.DISPLAY) {
    const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    children.push(display);
    env.DISPLAY = ":" + (await new Promise((resolve) => display.stdio[3].once("data", (text) => resolve(String(text).trim()))));
  }
  const port = await freePort();
  children.push(spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" }));
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      break;
    } catch (error) {
      if (attempt > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const launcher = webdriverLauncher({
    hostname: "127.0.0.1",
    port,
    path: "/",
    logLevel: "error",
    capabilities: {
      browserName: "MiniBrowser",
      "wdio:enforceWebDriverClassic": true,
      "webkitgtk:browserOptions": {
        binary: process.env.WEBKIT_PATH ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        args: ["--automation"],
      },
    },
  });
  launcher.concurrency = 1;
  return launcher;
}

/** `ENGINES=all` runs Chromium, Firefox and WebKit; `ENGINES=firefox,webkit` runs those. */
export async function launchers(names = process.env.ENGINES ?? "chromium") {
  const engines = { chromium, firefox, webkit };
  const wanted = names === "all" ? Object.keys(engines) : names.split(",");
  return Promise.all(
    wanted.map((name) => {
      const launch = engines[name];
      if (!launch) throw new Error(`ENGINES names "${name}"; known are ${Object.keys(engines).join(", ")} and all`);
      return launch();
    }),
  );
}
