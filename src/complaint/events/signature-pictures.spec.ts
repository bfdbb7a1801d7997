import assert from "node:assert/strict";
import { test } from "node:test";
import { did, document } from "../../../tests/support/given.ts";
import { withoutSignaturePictures } from "./signature-pictures.ts";

const picture = { ...document(), attachmentId: "picture", sha256: "c".repeat(64) };

test("leaves out what only brought the picture of a signature, and no other document that a signature names", () => {
  const bill = did("AttachmentAdded", { attachment: document() });
  const drawn = did("AttachmentAdded", { attachment: picture });
  const onScreen = { paperId: "p", by: "customer", signedOn: "screen", signatureSha256: picture.sha256 } as const;
  const signed = did("PaperSigned", onScreen);
  const byName = did("PaperSigned", { paperId: "p", by: "approver", signatureSha256: document().sha256 });
  assert.deepEqual(withoutSignaturePictures([bill, drawn, signed, byName]), [bill, signed, byName]);
});
