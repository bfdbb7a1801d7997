import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { clerk, done, openTestStore, registered } from "../../tests/support/store.ts";
import { readInside } from "../projections/inside-organisation.ts";
import { handleCommand } from "./handle-command.ts";
import type { Store } from "./open-store.ts";

describe("notifications", () => {
  let database: TestDatabase;
  let store: Store;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
  });
  after(() => database.close());

  const notifications = async () => {
    const { rows } = await readInside(database.pool, "vntt", (inside) =>
      inside.query<{ person_id: string }>(
        "select person_id, kind, complaint_id, read_at, data from notification order by person_id",
      ),
    );
    return rows;
  };

  it("tell each person whom a note mentions, once, and nobody else", async () => {
    const { complaintId } = await registered(store);
    assert.deepEqual(await notifications(), []);
    const command = {
      verb: "note",
      data: { text: "Nhờ @Minh và @Hoà xem", mentions: ["minh", "hoa", "lan"] },
    } as const;
    const asked = { organisation: "vntt", complaintId, actor: clerk, command, idempotencyKey: "once" };
    const { events } = done(await handleCommand(store, asked));
    assert.equal(done(await handleCommand(store, asked)).repeated, true);
    const [written] = events;
    assert.ok(written?.type === "NoteWritten");
    const data = { noteId: written.data.noteId };
    const about = { kind: "mentioned", complaint_id: complaintId, read_at: null, data };
    assert.deepEqual(await notifications(), [
      { person_id: "hoa", ...about },
      { person_id: "minh", ...about },
    ]);
  });
});
