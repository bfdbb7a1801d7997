import assert from "node:assert/strict";
import { it } from "node:test";
import type { ComplaintEvent } from "../file.ts";
import { withoutSignatures } from "./moments.ts";

function fact(sequence: number, type: ComplaintEvent["type"], data: object): ComplaintEvent {
  const at = "2026-03-02T02:00:00.000Z";
  const actor = { kind: "person", personId: "lan" };
  return { sequence, type, occurredAt: at, recordedAt: at, actor, data: data as ComplaintEvent["data"] };
}

it("tells of a signature and not of its picture; what else was handed in stays", () => {
  const shown = withoutSignatures([
    fact(1, "AttachmentAdded", { attachment: { sha256: "bill" } }),
    fact(2, "AttachmentAdded", { attachment: { sha256: "drawn" } }),
    fact(3, "PaperSigned", { signedOn: "screen", signatureSha256: "drawn" }),
    fact(4, "PaperSigned", { signatureSha256: "bill" }),
  ]);
  assert.deepEqual(
    shown.map(({ sequence }) => sequence),
    [1, 3, 4],
  );
});
