import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT_FOLDER } from "../../src/config.ts";
import { readPostmasterFile } from "../../src/embedded-postgres/postmaster-file.ts";
import { temporaryFolder } from "./folder.ts";
import { freePort } from "./program.ts";

describe("npm start", { skip: process.platform === "win32" }, () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  it("ends in order and with 0 when npm alone is told to, as a container does", async () => {
    const port = await freePort();
    const data = join(folder.path, "data");
    const npm = spawn("npm", ["start"], {
      cwd: PROJECT_FOLDER,
      env: { PATH: process.env["PATH"], HOME: folder.path, HOIAM_DATA: data, HOIAM_DEMO: "off", PORT: String(port) },
      stdio: "ignore",
    });
    const ended = new Promise((resolve) => npm.once("close", (code, signal) => resolve(code ?? signal)));
    while (!(await answers(port))) {
      assert.equal(npm.exitCode, null);
      await sleep(50);
    }
    npm.kill("SIGTERM");
    assert.equal(await ended, 0);
    assert.equal(await answers(port), false);
    assert.equal(readPostmasterFile(join(data, "postgres")), undefined);
  });
});

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    (response) => response.ok,
    () => false,
  );
}
