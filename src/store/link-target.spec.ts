import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done, openTestStore, otherClerk, registered } from "../../tests/support/store.ts";
import { writeInside } from "../projections/inside-organisation.ts";
import { handleCommand } from "./handle-command.ts";
import { openIncident } from "./incidents.ts";
import type { Store } from "./open-store.ts";
import { previewCommand } from "./preview-command.ts";

describe("a link", () => {
  let database: TestDatabase;
  let store: Store;
  let from: string;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    from = (await registered(store)).complaintId;
  });
  after(() => database.close());

  const asked = (to: string) => ({
    organisation: "vntt",
    complaintId: from,
    command: { verb: "link", data: { to, as: "related" } } as const,
    actor: clerk,
  });
  const codeOf = async (to: string) => {
    const result = await handleCommand(store, asked(to));
    return result.result === "refused" ? [result.refusal.code, result.refusal.field] : result.result;
  };

  it("leads to a complaint by id or number, or to an incident", async () => {
    const { complaintId, number } = await registered(store);
    await writeInside(database.pool, "vntt", (connection) =>
      openIncident(connection, "vntt", {
        incidentId: "cable-1",
        title: "Đứt cáp",
        service: "internet",
        startedAt: "2026-11-01T00:00:00.000Z",
        by: { kind: "person", personId: "lan" },
      }),
    );
    for (const to of [complaintId, number, "cable-1"]) assert.equal(await codeOf(to), "done", to);
  });

  it("into nothing, to another organisation's or to one about the person is refused in words", async () => {
    const command = {
      verb: "register",
      data: { channel: "hotline", customer: { name: "Lê Văn Kính" }, content: "Máy chủ chậm." },
    } as const;
    const foreign = done(await handleCommand(store, { organisation: "bkns", command, actor: clerk }));
    const own = await registered(store, { aboutPersonIds: ["lan"] }).catch(() => undefined);
    for (const to of ["KN-2026-999999", "nowhere", foreign.complaintId, ...(own ? [own.complaintId] : [])]) {
      assert.deepEqual(await codeOf(to), ["link-target-unknown", "to"], to);
    }
    const previewed = await previewCommand(store, asked(foreign.complaintId));
    assert.equal(previewed.result === "refused" && previewed.refusal.code, "link-target-unknown");
    const result = await handleCommand(store, { ...asked("nowhere"), actor: otherClerk });
    assert.equal(result.result === "refused" && result.refusal.en, "There is no complaint or incident “nowhere”.");
  });
});
