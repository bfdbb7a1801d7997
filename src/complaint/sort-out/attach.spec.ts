import { test } from "node:test";
import { at, customer, document, given, registered } from "../../../tests/support/given.ts";

test("puts each document into the file", () => {
  given(registered(), at("work"))
    .by(customer)
    .when("attach", { about: "Ảnh modem" }, { attachments: [document()] })
    .expectFacts(["AttachmentAdded", { attachment: document(), about: "Ảnh modem" }]);
});

test("is refused without a document", () => {
  given(registered(), at("work")).when("attach").expectRefused("field-missing", "attachments");
});
