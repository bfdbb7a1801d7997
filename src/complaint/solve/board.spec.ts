import { test } from "node:test";
import { at, board, did, document, given, lan, registered } from "../../../tests/support/given.ts";

const submitted = did("DossierSubmitted", { dossierId: "file-1", to: "board", summary: "Hồ sơ", attachments: [] });
const directed = did("DirectionGiven", { dossierId: "file-1", direction: "Xin lỗi" });

test("puts the file before the board", () => {
  given(registered(), at("work"))
    .when("submit-dossier", { summary: "Hồ sơ" }, { attachments: [document()] })
    .expectFacts([
      "DossierSubmitted",
      { dossierId: "new-1", to: "board", summary: "Hồ sơ", attachments: [document()] },
    ]);
});

test("is refused while the board has not directed yet, and open again afterwards", () => {
  given(registered(), at("work"), submitted).when("submit-dossier", { summary: "Hồ sơ" }).expectRefused("already-done");
  given(registered(), at("work"), submitted, directed).when("submit-dossier", { summary: "Hồ sơ lần 2" }).accepted();
});

test("the board directs", () => {
  given(registered(), at("work"), submitted)
    .by(board)
    .when("give-direction", { direction: "Xin lỗi" })
    .expectFacts(["DirectionGiven", { dossierId: "file-1", direction: "Xin lỗi" }]);
});

test("directing is refused to others, without a dossier, and for another one", () => {
  given(registered(), at("work"), submitted)
    .by(lan)
    .when("give-direction", { direction: "?" })
    .expectRefused("not-your-role");
  given(registered(), at("work")).by(board).when("give-direction", { direction: "?" }).expectRefused("unknown-item");
  given(registered(), at("work"), submitted)
    .by(board)
    .when("give-direction", { direction: "?", dossierId: "file-9" })
    .expectRefused("unknown-item", "dossierId");
});
