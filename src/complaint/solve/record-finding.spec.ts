import { test } from "node:test";
import { at, document, given, registered } from "../../../tests/support/given.ts";

test("keeps the cause, whose fault it was, and what was measured", () => {
  given(registered(), at("work"))
    .when(
      "record-finding",
      { cause: "Đứt cáp", rootCause: "third-party", needsOnSite: true },
      { filled: { meter: 31 }, attachments: [document("log")] },
    )
    .expectFacts([
      "FindingRecorded",
      {
        findingId: "new-1",
        cause: "Đứt cáp",
        rootCause: "third-party",
        needsOnSite: true,
        filled: { meter: 31 },
        attachments: [document("log")],
      },
    ]);
});

test("is refused for a choice that the pack does not have", () => {
  given(registered(), at("work"))
    .when("record-finding", { cause: "?", rootCause: "unknown" }, { filled: { "cause-code": "ghost" } })
    .expectRefused("field-value", "filled.cause-code");
});
