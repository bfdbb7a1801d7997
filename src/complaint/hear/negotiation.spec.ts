import { test } from "node:test";
import { at, customer, did, director, given, registered } from "../../../tests/support/given.ts";

const asked = did("NegotiationAsked", { channel: "phone" });

test("the customer asks, the provider begins or refuses with reasons", () => {
  given(registered(), at("work"))
    .by(customer)
    .when("ask-negotiation", { words: "Xin gặp" })
    .expectFacts(["NegotiationAsked", { channel: "phone", words: "Xin gặp" }]);
  given(registered(), at("work"), asked)
    .by(director)
    .when("begin-negotiation", { place: "Trụ sở" })
    .expectFacts(["NegotiationBegun", { place: "Trụ sở" }]);
  given(registered(), at("work"), asked)
    .by(director)
    .when("refuse-negotiation", { reason: "Đã thỏa thuận", channel: "email" })
    .expectFacts(["NegotiationRefused", { reason: "Đã thỏa thuận", channel: "email", written: true }]);
});

test("asking twice is refused, and answering what nobody asked", () => {
  given(registered(), at("work"), asked).by(customer).when("ask-negotiation").expectRefused("already-done");
  given(registered(), at("work")).by(director).when("begin-negotiation").expectRefused("unknown-item");
  given(registered(), at("work"))
    .by(director)
    .when("refuse-negotiation", { reason: "?" })
    .expectRefused("unknown-item");
  given(registered(), at("work"), asked)
    .by(director)
    .when("refuse-negotiation", { reason: "?", channel: "fax" })
    .expectRefused("unknown-channel", "channel");
});
