import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { boundaryProblems, tableProblems } from "./check-boundaries.ts";

const problemsOf = (path: string, text: string) => boundaryProblems([{ path, text }]).problems;

describe("check-boundaries", () => {
  it("lets a folder import itself and what the table lists", () => {
    assert.deepEqual(problemsOf("src/complaint/reply.ts", `import { a } from "./evolve.ts";`), []);
    assert.deepEqual(
      problemsOf("src/complaint/reply.ts", `import type { Pack } from "../procedure/pure/pack.ts";`),
      [],
    );
    assert.deepEqual(problemsOf("src/outbox/deliver.ts", `import { claim } from "../store/fire-due.ts";`), []);
  });

  it("refuses what the table does not list, and says where", () => {
    assert.deepEqual(
      problemsOf("src/complaint/reply.ts", `// first line\nimport { append } from "../store/event-log.ts";`),
      ["src/complaint/reply.ts:2 complaint may not import store/event-log (it may import procedure/pure)"],
    );
  });

  it("sees re-exports, imports over several lines and imports that are called", () => {
    for (const text of [
      `export { a } from "../store/a.ts";`,
      `import {\n  a,\n  b,\n} from "../store/a.ts";`,
      `const a = await import("../store/a.ts");`,
      `import "../store/a.ts";`,
    ]) {
      assert.equal(problemsOf("src/reactions/a.ts", text).length, 1, text);
    }
  });

  it("lets a channel reach the store, and neither what follows from facts nor the worker", () => {
    assert.deepEqual(problemsOf("src/channels/http/a.ts", `import { h } from "../../store/handle-command.ts";`), []);
    assert.equal(
      problemsOf("src/channels/http/a.ts", `import { r } from "../../reactions/reactions-to.ts";`).length,
      1,
    );
    assert.equal(problemsOf("src/channels/http/a.ts", `import { r } from "../../outbox/run-worker.ts";`).length, 1);
  });

  it("refuses a rule or an arrow for what is not built", () => {
    const files = ["src/store/seal.ts", "src/main.ts"].map((path) => ({ path, text: "" }));
    assert.deepEqual(tableProblems({ store: [], main: ["*", "store/seal"] }, files), []);
    assert.deepEqual(tableProblems({ store: ["letters"], mail: [] }, files), [
      "letters stands in tools/boundaries.ts, and there is no src/letters",
      "mail stands in tools/boundaries.ts, and there is no src/mail",
    ]);
  });

  it("keeps built-ins and packages out of the pure folders", () => {
    assert.equal(problemsOf("src/procedure/pure/a.ts", `import { readFileSync } from "node:fs";`).length, 1);
    assert.equal(problemsOf("src/complaint/a.ts", `import pg from "pg";`).length, 1);
  });

  it("refuses a folder that nobody gave a rule, and the server's code in the browser", () => {
    assert.equal(problemsOf("src/new-folder/a.ts", `import pg from "pg";`).length, 1);
    assert.equal(problemsOf("web/pages/a.tsx", `import { e } from "../../src/complaint/evolve.ts";`).length, 1);
  });

  it("does not look into specs", () => {
    assert.deepEqual(problemsOf("src/complaint/a.spec.ts", `import { append } from "../store/event-log.ts";`), []);
  });
});
