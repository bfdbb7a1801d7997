import assert from "node:assert/strict";
import { test } from "node:test";
import { formFieldsOf } from "../../../src/complaint/forms/fields-of-verb.ts";
import { verbs } from "../../../src/procedure/pure/vocabulary.ts";
import { fieldControlOf } from "../../../web/pages/complaint/actions/field-control.ts";

test("every field of every verb, and every field within one, has a control", () => {
  const without = verbs.flatMap((verb) =>
    Object.entries(formFieldsOf(verb)).flatMap(([name, field]) =>
      [[name, field] as const, ...Object.entries(field.fields ?? {})]
        .filter(([, each]) => fieldControlOf(each) === undefined)
        .map(([each]) => `${verb}: ${name}: ${each}`),
    ),
  );
  assert.deepEqual(without, []);
});

test("a field gets the control that fits what it holds", () => {
  const controlsOf = (verb: (typeof verbs)[number]) =>
    Object.fromEntries(Object.entries(formFieldsOf(verb)).map(([name, field]) => [name, fieldControlOf(field)]));
  assert.deepEqual(controlsOf("agree-remedy"), { type: "choice", amount: "money", reason: "line", dueOn: "day" });
  assert.deepEqual(controlsOf("request-coordination"), { requests: "entries" });
  assert.deepEqual(controlsOf("request-information"), {
    wanted: "texts",
    channel: "line",
    written: "yes-no",
    message: "lines",
    pauses: "tick",
  });
  assert.equal(controlsOf("archive")["keepUntil"], "day");
  assert.equal(controlsOf("record-verdict")["score"], "scale");
  assert.deepEqual(controlsOf("note"), { text: "lines", mentions: "people" });
  assert.deepEqual(controlsOf("extend"), { clockId: "line", by: "term", reason: "lines", customerTold: "tick" });
  assert.deepEqual(controlsOf("redact"), { events: "erasures", reason: "line", basis: "line" });
  assert.deepEqual(controlsOf("move-to-edition"), { to: "edition", stage: "stage", reason: "line" });
  assert.deepEqual(controlsOf("sign-paper"), {
    paperId: "line",
    by: "line",
    signer: "line",
    documentSha256: "file-hash",
    signatureSha256: "file-hash",
    signedOn: "choice",
  });
});

test("what only the file knows makes a list of it, and a yes that is always so no box to tick", () => {
  const closed = { label: { vi: "Kênh", en: "Channel" }, type: "choice", required: true } as const;
  assert.equal(fieldControlOf({ ...closed, options: [{ value: "phone", label: closed.label }] }), "choice");
  const written = { label: { vi: "Bằng văn bản", en: "In writing" }, type: "yes-no", required: true } as const;
  assert.equal(
    fieldControlOf({ ...written, default: true, options: [{ value: true, label: written.label }] }),
    "yes-no",
  );
});
