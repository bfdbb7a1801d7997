import assert from "node:assert/strict";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import packageFile from "../../package.json" with { type: "json" };
import { PROJECT_FOLDER } from "../../src/config.ts";
import { temporaryFolder } from "./folder.ts";
import { freePort, startProgram } from "./program.ts";

describe("bin/hoiam", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());
  const command = join(PROJECT_FOLDER, "bin", "hoiam");

  it("hands its arguments on and the exit code back", async () => {
    const version = startProgram({}, { command, arguments: ["--version"] });
    assert.equal(await version.ended, 0);
    assert.match(version.output(), new RegExp(`^${packageFile.version}\n$`, "m"));
    assert.equal(await startProgram({ PORT: "none" }, { command, arguments: ["serve"] }).ended, 2);
  });

  it("hands a signal on and waits for the orderly end", async () => {
    const settings = { HOIAM_DATA: join(folder.path, "data"), HOIAM_DEMO: "off", PORT: String(await freePort()) };
    const program = startProgram(settings, { command, arguments: ["serve"] });
    await program.ready;
    program.kill("SIGTERM");
    assert.equal(await program.ended, 0);
    assert.match(program.output(), /stopping/);
  });

  describe("in a clone without dependencies", () => {
    // An npm that notes how it was called, and does what its part would.
    const withNpm = (script: string) => {
      cpSync(join(PROJECT_FOLDER, "bin"), join(folder.path, "bin"), { recursive: true });
      for (const file of ["package.json", "package-lock.json"])
        cpSync(join(PROJECT_FOLDER, file), join(folder.path, file));
      mkdirSync(join(folder.path, "src"));
      writeFileSync(join(folder.path, "src", "main.ts"), "console.log('runs on', process.versions.node as string);\n");
      mkdirSync(join(folder.path, "path"));
      const npm = join(folder.path, "path", "npm");
      writeFileSync(npm, `#!/bin/sh\necho "$@" >> ${folder.path}/calls\n${script}\n`);
      chmodSync(npm, 0o755);
      const run = (file: string) =>
        spawnSync(process.execPath, [join(folder.path, "bin", file)], {
          encoding: "utf8",
          env: { PATH: `${join(folder.path, "path")}:/usr/bin:/bin` },
        });
      return { run, calls: () => readFileSync(join(folder.path, "calls"), "utf8").trim().split("\n") };
    };
    const installNode = () =>
      `mkdir -p ${folder.path}/node_modules/.bin && ln -sf ${process.execPath} ${folder.path}/node_modules/.bin/node`;

    it("installs them once, says so beside the output, and then runs", () => {
      const { run, calls } = withNpm(installNode());
      const first = run("hoiam");
      assert.equal(first.stdout, `runs on ${process.versions.node}\n`);
      assert.match(first.stderr, /installing its dependencies .*\n.*installed in \d+ s/);
      const second = run("hoiam");
      assert.equal(second.stderr, "");
      assert.deepEqual(calls(), ["ci --include=dev --include=optional --no-audit --no-fund --loglevel=error"]);
    });

    it("installs again when the lock file has changed", () => {
      const { run, calls } = withNpm(installNode());
      assert.equal(run("setup.js").status, 0);
      writeFileSync(join(folder.path, "package-lock.json"), "{}");
      assert.equal(run("setup.js").status, 0);
      assert.equal(calls().length, 2);
    });

    it("says what npm said, and what to do, when that fails, and tries again the next time", () => {
      const { run, calls } = withNpm("echo 'npm error network' >&2; exit 7");
      const failed = run("setup.js");
      assert.equal(failed.status, 1);
      assert.equal(failed.stdout, "");
      assert.match(
        failed.stderr,
        /npm error network\n.*could not be installed \(npm ci ended with code 7\): check the network/,
      );
      run("setup.js");
      assert.equal(calls().length, 2);
    });
  });
});
