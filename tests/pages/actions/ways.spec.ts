import assert from "node:assert/strict";
import { test } from "node:test";
import { verbs } from "../../../src/procedure/pure/vocabulary.ts";
import { actionKeys } from "../../../web/pages/complaint/actions/action-keys.ts";
import { found, offersOf } from "../../../web/pages/complaint/actions/offered.ts";
import { wayBack } from "../../../web/pages/complaint/actions/undo.ts";
import type { Action, Move } from "../../../web/pages/complaint/actions/described.ts";

test("every verb has two keys of its own, and no key twice in a row", () => {
  const wanted = verbs.filter((verb) => verb !== "register").toSorted();
  assert.deepEqual(Object.keys(actionKeys).toSorted(), wanted);
  assert.equal(new Set(Object.values(actionKeys)).size, wanted.length);
  const odd = Object.values(actionKeys).filter((keys) => !/^([isxtyhz]) (?!\1)[a-z0-9]$/.test(keys));
  assert.deepEqual(odd, []);
});

const way = (more: Partial<Move>): Move => ({
  name: null,
  given: null,
  confirm: [],
  needs: [],
  needsEvidence: [],
  channels: [],
  leadsTo: null,
  leadsToName: null,
  next: null,
  press: null,
  ...more,
});
const action = (verb: string, vi: string, more: Partial<Action>): Action => ({
  verb,
  name: { vi, en: verb },
  group: "solve",
  href: `/api/v1/complaints/c/${verb}`,
  allowed: true,
  ...more,
});

const interim = way({ name: "Phản hồi tạm thời", next: { place: 1, primary: false } });
const final = way({
  name: "Trả lời chính thức",
  leadsTo: "satisfaction",
  leadsToName: "Theo dõi",
  next: { place: 0, primary: true },
});
const reply = action("reply", "Trả lời khách hàng", { group: "tell", moves: [interim, final] });
const note = action("note", "Ghi chú", { group: "sort out", moves: [way({})] });
const close = action("close", "Kết thúc", { group: "end", allowed: false });

test("the next actions stand in the server's order, the rest by what it is for, and what is closed apart", () => {
  const { next, groups, closed } = offersOf([note, reply, close]);
  assert.deepEqual(
    next.map(({ move }) => move.name),
    ["Trả lời chính thức", "Phản hồi tạm thời"],
  );
  assert.deepEqual(
    groups.map(({ group, actions }) => [group, actions.map(({ verb }) => verb)]),
    [["sort out", ["note"]]],
  );
  assert.deepEqual(
    closed.map(({ verb }) => verb),
    ["close"],
  );
});

test("an action is found without tone marks, by its own name and by the pack's names of its ways", () => {
  const verbsFound = (search: string) => found([note, reply], search).map(({ verb }) => verb);
  assert.deepEqual(verbsFound("ghi chu"), ["note"]);
  assert.deepEqual(verbsFound("TAM THOI"), ["reply"]);
  assert.deepEqual(verbsFound("đường"), []);
});

test("the way back names the verb that takes it back, with the item that was made", () => {
  const fact = (type: string, data: Record<string, unknown>) => ({
    sequence: 7,
    type,
    occurredAt: "2026-02-12T03:00:00.000Z",
    recordedAt: "2026-02-12T03:00:00.000Z",
    actor: { kind: "person", personId: "vntt-lan" },
    data,
  });
  assert.deepEqual(wayBack("mark", [fact("ComplaintMarked", { mark: "complex", on: true })]), {
    verb: "mark",
    fields: { mark: "complex", on: false },
  });
  assert.deepEqual(wayBack("link", [fact("ComplaintLinked", { linkId: "l-1", to: "c-2" })]), {
    verb: "unlink",
    fields: { linkId: "l-1" },
  });
  assert.deepEqual(
    wayBack("assign", [fact("ComplaintAssigned", { personId: "minh", unit: "cskh", previousPersonId: null })]),
    { verb: "assign", fields: { personId: null, unit: "cskh" } },
  );
  assert.equal(wayBack("close", [fact("ComplaintClosed", { outcome: "satisfied" })]), undefined);
});
