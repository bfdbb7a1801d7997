import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { ask, openTestApi, type TestApi } from "../../../tests/support/api.ts";
import { verbs } from "../../procedure/pure/vocabulary.ts";

type Operation = {
  operationId?: string;
  requestBody?: unknown;
  responses: Record<string, unknown>;
  parameters?: { name: string; in: string }[];
};

describe("the API's description", () => {
  let test: TestApi;
  let described: { openapi: string; paths: Record<string, Record<string, Operation>>; components: object };
  before(async () => {
    test = await openTestApi();
    const { body, status } = await ask(test.api, { method: "GET", url: "/api/openapi.json" });
    assert.equal(status, 200);
    described = body;
  });
  after(() => test.close());

  const operations = () =>
    Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it("has an operation for every verb of the trade", () => {
    assert.equal(described.openapi, "3.1.0");
    const named = new Set(operations().map(({ operation }) => operation.operationId));
    assert.deepEqual(
      verbs.filter((verb) => !named.has(verb)),
      [],
    );
    const reply = described.paths["/api/v1/complaints/{complaintId}/replies"]?.["post"];
    assert.match(JSON.stringify(reply?.requestBody), /"promises"/);
    assert.match(JSON.stringify(reply?.parameters), /idempotency-key/);
  });

  it("describes a problem by what is sent, once", () => {
    const signIn = described.paths["/api/v1/session"]?.["post"];
    assert.match(JSON.stringify(signIn?.responses["default"]), /"\$ref":"#\/components\/schemas\/Problem"/);
    const { Problem } = (described.components as { schemas: Record<string, { required?: string[] }> }).schemas;
    assert.deepEqual(Problem?.required, ["type", "title", "status", "detail", "messages", "requestId"]);
  });

  it("resolves every reference, and declares every parameter of every path", () => {
    for (const [, reference] of JSON.stringify(described).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = (reference ?? "")
        .split("/")
        .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], described);
      assert.ok(found, reference);
    }
    for (const { path, method, operation } of operations()) {
      const wanted = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((each) => each.in === "path").map(({ name }) => name);
      assert.deepEqual(new Set(declared), new Set(wanted), `${method} ${path}`);
      assert.ok(operation.responses["default"], `${method} ${path} says nothing of problems`);
    }
  });

  it("says of every 201 what was made", () => {
    const made = operations().flatMap(({ path, method, operation }) => {
      const created = operation.responses["201"] as { description: string } | undefined;
      return created ? [{ at: `${method} ${path}`, description: created.description }] : [];
    });
    assert.ok(made.length > verbs.length);
    assert.deepEqual(
      made.filter(({ description }) => description === "Default Response"),
      [],
    );
    const reply = made.find(({ at }) => at === "post /api/v1/complaints/{complaintId}/replies");
    assert.equal(reply?.description, "What was made: ReplyGiven, and what follows from it.");
  });

  it("leads from /api to what can be browsed", async () => {
    const { status, headers } = await ask(test.api, { method: "GET", url: "/api" });
    assert.deepEqual([status, headers["location"]], [302, "/api/docs/"]);
  });

  it("can be browsed, and explains each problem on a page", async () => {
    const docs = await ask(test.api, { method: "GET", url: "/api/docs/" });
    assert.equal(docs.status, 200);
    assert.doesNotMatch(
      docs.headers["content-security-policy"] ?? "upgrade-insecure-requests",
      /upgrade-insecure|validator/,
    );
    const page = await ask(test.api, { method: "GET", url: "/problems/not-your-role" });
    assert.match(page.body, /This is for/);
    assert.equal((await ask(test.api, { method: "GET", url: "/problems/constructor" })).status, 404);
  });
});
