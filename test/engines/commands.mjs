// Stands in for @web/test-runner-commands where an engine's driver lacks some of them: a test that needs one is skipped, and counted so.
import * as real from "/node_modules/@web/test-runner-commands/browser/commands.mjs";
export * from "/node_modules/@web/test-runner-commands/browser/commands.mjs";

let running;
beforeEach(function () {
  running = this.currentTest;
  // The test before may have left the focus in the browser's own buttons.
  return real.executeServerCommand("to-front");
});

/** A command that the driver does not have fails before it did anything. */
const lacking =
  /CDP support is required|UnsupportedOperation|not supported|response is undefined|Unknown command|not implemented|Only "press" and "type" are supported|is not a function/i;
const orSkip =
  (command) =>
  async (...given) => {
    try {
      return await command(...given);
    } catch (error) {
      if (!lacking.test(String(error))) throw error;
      // Around the tests there is nothing to skip.
      if (!running || running.state || running.pending) return undefined;
      return running.skip();
    }
  };

// A driver knows this key by its letter only, and another drops the second of two equal letters.
export const sendKeys = orSkip(async (keys) => {
  if (keys.type === undefined) return real.sendKeys(keys.press === "Space" ? { press: " " } : keys);
  for (const letter of keys.type) await real.sendKeys({ type: letter });
  return undefined;
});
export const sendMouse = orSkip(real.sendMouse);
export const setViewport = orSkip(real.setViewport);
export const emulateMedia = orSkip(real.emulateMedia);
export const executeServerCommand = orSkip(real.executeServerCommand);
