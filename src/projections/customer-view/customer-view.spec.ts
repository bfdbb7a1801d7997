import assert from "node:assert/strict";
import { test } from "node:test";
import type { Complaint } from "../../complaint/state.ts";
import { whereIs } from "./customer-view.ts";

const file = {
  phase: "under-way",
  withdrawnAt: null,
  refused: null,
  round: 2,
  level: 1,
  informationRequests: [],
  verdict: null,
  meetings: [],
} as unknown as Complaint;
const said = (accepts: "yes" | "no", satisfied: "yes" | "no") =>
  whereIs({ ...file, verdict: { round: 1, accepts, satisfied, at: "2026-11-05T03:00:00.000Z" } });

test("who accepted without being satisfied is not told that they did not agree", () => {
  assert.equal(said("yes", "no"), "looked-into-to-content");
  assert.equal(said("no", "no"), "looked-into-again");
  assert.equal(whereIs(file), "looked-into-again");
  assert.equal(whereIs({ ...file, round: 1 }), "looked-into");
});
