import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRegistry } from "../pure/edition/registry.ts";
import { freeze, thaw } from "./freeze.ts";
import { loadEditions } from "./load-editions.ts";
import { folderWith, smallFiles } from "../../../tests/support/small-pack.ts";

describe("freeze and thaw", () => {
  const edition = loadSmall();

  it("freezes under the hash that the edition is pinned by", () => {
    assert.equal(freeze(edition).hash, edition.ref.hash);
  });

  it("keeps a canonical text: keys in order, no layout, no hash inside", () => {
    const { canonicalText } = freeze(edition);
    assert.ok(canonicalText.startsWith('{"anywhere":[{"by":["clerk"],'));
    assert.ok(!canonicalText.includes(edition.ref.hash));
  });

  it("freezes no English names: they come and change under the same hash", () => {
    const units = edition.units.map((unit) => ({ ...unit, en: "Customer care" }));
    assert.deepEqual(freeze({ ...edition, units }), freeze(edition));
  });

  it("freezes no word on which move is told first or takes one press: it is no rule", () => {
    const stages = edition.stages.map((stage) => ({
      ...stage,
      moves: stage.moves.map((move) => ({ ...move, expected: true as const, forSelf: true as const })),
    }));
    assert.deepEqual(freeze({ ...edition, stages }), freeze(edition));
  });

  it("thaws the same edition", () => {
    assert.deepEqual(thaw(freeze(edition).canonicalText), edition);
  });

  it("keeps the hash of the text when the program has learnt new values since", () => {
    const older = freeze(edition).canonicalText.replace('"language":"vi",', "");
    const thawed = thaw(older);
    assert.equal(thawed.language, "vi");
    assert.notEqual(thawed.ref.hash, edition.ref.hash);
  });

  it("crashes on a text that freeze cannot have written", () => {
    assert.throws(() => thaw("{}"));
  });

  it("serves a thawed edition by hash, and never for new complaints", () => {
    const registry = createRegistry([], [thaw(freeze(edition).canonicalText)]);
    assert.equal(registry.byHash(edition.ref.hash)?.procedure, "complaints");
    assert.equal(
      registry.editionInForce({ organisation: "acme", procedure: "complaints", on: "2020-01-01" }).ok,
      false,
    );
  });
});

function loadSmall() {
  const { folder, remove } = folderWith(smallFiles);
  try {
    const result = loadEditions([folder]);
    const edition = result.ok ? result.registry.editions()[0] : undefined;
    assert.ok(edition);
    return edition;
  } finally {
    remove();
  }
}
