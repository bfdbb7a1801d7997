import { test } from "node:test";
import { at, did, given, registered } from "../../../tests/support/given.ts";

const acted = did("AuthorityActed", {
  authority: "Sở Công Thương",
  act: "request",
  content: "Báo cáo",
  attachments: [],
});

test("sends the result to the authority that asked", () => {
  given(registered(), at("closed"), acted)
    .when("report-to-authority", { channel: "email", reference: "07/BC" })
    .expectFacts([
      "AuthorityReported",
      { authority: "Sở Công Thương", channel: "email", reference: "07/BC", attachments: [] },
    ]);
});

test("is refused where no authority has anything to do with it", () => {
  given(registered(), at("work")).when("report-to-authority").expectRefused("not-forwarded");
});
