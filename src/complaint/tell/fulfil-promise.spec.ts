import { test } from "node:test";
import { replied } from "../../../tests/support/facts.ts";
import { at, did, given, registered } from "../../../tests/support/given.ts";

const promised = replied({ promises: [{ promiseId: "word-1", text: "Thay modem", dueOn: "2026-03-05" }] });
const kept = did("PromiseFulfilled", { promiseId: "word-1" });

test("what the reply promised is done", () => {
  given(registered(), at("answered"), promised)
    .when("fulfil-promise", { promiseId: "word-1", comment: "Đã thay" })
    .expectFacts(["PromiseFulfilled", { promiseId: "word-1", comment: "Đã thay" }]);
});

test("is refused without a promise, for another, and a second time", () => {
  given(registered(), at("answered")).when("fulfil-promise", { promiseId: "word-1" }).expectRefused("unknown-item");
  given(registered(), at("answered"), promised)
    .when("fulfil-promise", { promiseId: "word-9" })
    .expectRefused("unknown-item", "promiseId");
  given(registered(), at("answered"), promised, kept)
    .when("fulfil-promise", { promiseId: "word-1" })
    .expectRefused("unknown-item");
});
