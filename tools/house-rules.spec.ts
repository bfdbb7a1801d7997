import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { houseRuleProblems } from "./house-rules.ts";
import { lockProblems } from "./lock-file.ts";

const problemsOf = (path: string, text = "") => houseRuleProblems({ path, text });

describe("house rules", () => {
  it("refuse barrels and names that say nothing", () => {
    assert.equal(problemsOf("src/complaint/index.ts").length, 1);
    assert.equal(problemsOf("src/complaint/string-utils.ts").length, 1);
    assert.equal(problemsOf("src/shared/reply.ts").length, 1);
    assert.equal(problemsOf("src/complaint/reply.ts", "export class ReplyManager {}").length, 1);
    assert.deepEqual(problemsOf("src/complaint/reply.ts", "export const sharedReply = 1;"), []);
  });

  it("refuse a file of more than 400 lines", () => {
    assert.deepEqual(problemsOf("src/store/a.ts", "a;\n".repeat(400)), []);
    assert.equal(problemsOf("src/store/a.ts", "a;\n".repeat(401)).length, 1);
  });

  it("refuse the clock and chance in the core, and nowhere else", () => {
    assert.deepEqual(problemsOf("src/complaint/a.ts", "const a = 1;\nconst now = new Date();"), [
      "src/complaint/a.ts:2 new Date(): time and identity are handed in",
    ]);
    assert.equal(problemsOf("src/procedure/pure/a.ts", "Date.now()").length, 1);
    assert.deepEqual(problemsOf("src/complaint/a.ts", "// not new Date()\nnew Date(receivedAt)"), []);
    assert.deepEqual(problemsOf("src/store/a.ts", "Date.now()"), []);
  });

  it("refuse the environment outside config.ts", () => {
    assert.equal(problemsOf("src/store/a.ts", "process.env.PORT").length, 1);
    assert.deepEqual(problemsOf("src/config.ts", "process.env"), []);
  });

  it("refuse the noun case, and know the keyword and the letters' case", () => {
    assert.equal(problemsOf("src/store/a.ts", "const caseId = 1;").length, 1);
    assert.equal(problemsOf("src/store/a.ts", "openCases(supportCase)").length, 2);
    assert.deepEqual(problemsOf("src/store/a.ts", `switch (a) { case "b": return a.toLowerCase(); }`), []);
    assert.deepEqual(problemsOf("src/store/a.ts", `// just in case\nconst a = "case-42";`), []);
  });
});

describe("the lock file", () => {
  it("must have every optional package, and no address of a registry", () => {
    const lock = (packages: object) => JSON.stringify({ packages });
    const linter = { version: "1.0.0", optionalDependencies: { "linter-linux": "1.0.0" } };
    assert.deepEqual(
      lockProblems(lock({ "node_modules/linter": linter, "node_modules/linter-linux": { version: "1.0.0" } })),
      [],
    );
    assert.deepEqual(lockProblems(lock({ "node_modules/linter": linter })), [
      "package-lock.json: linter-linux, optional for node_modules/linter, is not in it",
    ]);
    assert.equal(
      lockProblems(lock({ "node_modules/a": { version: "1.0.0", resolved: "https://registry.example/a.tgz" } })).length,
      1,
    );
  });
});
