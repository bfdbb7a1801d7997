import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Problem } from "../pure/check/problem.ts";
import { freeze, thaw } from "./freeze.ts";
import { changedSinceIssued, loadEditions, missingSinceIssued, type LoadResult } from "./load-editions.ts";
import { folderWith, smallDesk, smallFiles, smallLaw, smallPack } from "../../../tests/support/small-pack.ts";

const packFile = "acme/complaints/2020-01-01.yaml";
const asked = { organisation: "acme", procedure: "complaints" };

describe("loadEditions", () => {
  it("merges shared parts and law into the pack", () => {
    const { loaded } = loadOk({});
    const edition = loaded[0]?.edition;
    assert.deepEqual(
      edition?.channels.map(({ id }) => id),
      ["phone"],
    );
    assert.deepEqual(
      edition?.clocks.map(({ id, origin }) => `${id} ${origin}`),
      ["reply procedure", "law-resolve law"],
    );
    assert.match(edition?.ref.hash ?? "", /^[0-9a-f]{64}$/);
  });

  it("freezes the letters of an edition's own day under its hash", () => {
    const editionWith = (files: Record<string, string>) => loadOk(files).loaded[0]?.edition;
    const plain = editionWith({});
    const written = editionWith({ "acme/complaints/letters/2020-01-01/reply-letter.typ": "Kính gửi\r\nQuý khách" });
    assert.equal(plain && "letters" in plain, false);
    assert.deepEqual(written?.letters, { "reply-letter.typ": "Kính gửi\nQuý khách" });
    assert.notEqual(written.ref.hash, plain?.ref.hash);
    assert.deepEqual(thaw(freeze(written).canonicalText), written);
    const ofAnotherDay = editionWith({ "acme/complaints/letters/2024-07-01/reply-letter.typ": "Kính gửi" });
    assert.equal(ofAnotherDay?.ref.hash, plain?.ref.hash);
  });

  it("tells a letter that came to an issued edition afterwards", () => {
    const issued = loadOk({}).loaded.map(({ edition }) => edition);
    const { loaded } = loadOk({ "acme/complaints/letters/2020-01-01/reply-letter.typ": "Kính gửi" });
    assert.deepEqual(
      changedSinceIssued(loaded, issued).map(({ changes }) => changes),
      [['letters: nothing → {"reply-letter.typ":"Kính gửi"}']],
    );
  });

  it("knows in which file and line each merged value stands", () => {
    const { loaded } = loadOk({});
    const placeOf = (path: (string | number)[]) => {
      const place = loaded[0]?.locate(path);
      return `${place?.file.split("/").slice(-2).join("/")}:${place?.line}`;
    };
    assert.equal(placeOf(["clocks", 0, "term"]), "complaints/2020-01-01.yaml:56");
    assert.equal(placeOf(["clocks", 1, "term"]), "vn/2010-01-01.yaml:12");
    assert.equal(placeOf(["channels", 0]), "steps/desk.yaml:4");
  });

  it("chooses the edition by the day of receipt, first day inclusive", () => {
    const { registry } = loadOk({ "acme/complaints/2024-07-01.yaml": smallPack.replace("2020-01-01", "2024-07-01") });
    const effectiveOn = (on: string) => {
      const found = registry.editionInForce({ ...asked, on });
      return found.ok ? found.edition.ref.effectiveOn : found.code;
    };
    assert.equal(effectiveOn("2019-12-31"), "before-first-edition");
    assert.equal(effectiveOn("2020-01-01"), "2020-01-01");
    assert.equal(effectiveOn("2024-06-30"), "2020-01-01");
    assert.equal(effectiveOn("2024-07-01"), "2024-07-01");
  });

  it("pairs an edition with each law edition in force during its time, and with no other", () => {
    const { registry } = loadOk({
      "acme/complaints/2024-07-01.yaml": smallPack.replace("2020-01-01", "2024-07-01"),
      "law/vn/2015-01-01.yaml": smallLaw.replace("2010-01-01", "2015-01-01"),
      "law/vn/2023-01-01.yaml": smallLaw.replace("2010-01-01", "2023-01-01"),
    });
    assert.deepEqual(
      registry.editions().map(({ ref }) => `${ref.effectiveOn} ${ref.lawEffectiveOn}`),
      ["2020-01-01 2015-01-01", "2020-01-01 2023-01-01", "2024-07-01 2023-01-01"],
    );
    const found = registry.editionInForce({ ...asked, on: "2022-12-31" });
    assert.equal(found.ok && found.edition.ref.lawEffectiveOn, "2015-01-01");
  });

  it("gives each closure its hash, whatever the order and the layout of the text", () => {
    const hash = loadOk({}).loaded[0]?.edition.ref.hash;
    const reordered = smallPack.replace("levels: 1\nrounds: 1\n", "rounds: 1 # one\nlevels:   1\n");
    assert.equal(loadOk({ [packFile]: reordered }).loaded[0]?.edition.ref.hash, hash);
    const changed = smallPack.replace("2 working days", "3 working days");
    assert.notEqual(loadOk({ [packFile]: changed }).loaded[0]?.edition.ref.hash, hash);
  });

  it("lets an own entry replace a shared one whole, in its place", () => {
    const own = `${smallPack}channels:\n  - { id: phone, type: phone, name: Hotline, written: false, source: its site }\n`;
    assert.equal(loadOk({ [packFile]: own }).loaded[0]?.edition.channels[0]?.name, "Hotline");
  });

  it("names the organisations", () => {
    assert.deepEqual(loadOk({}).registry.organisations(), [
      { id: "acme", name: "Công ty Acme", shortName: "Acme", zone: "Asia/Ho_Chi_Minh", procedures: ["complaints"] },
    ]);
  });

  const refusals: { name: string; files: Record<string, string>; expected: string }[] = [
    {
      name: "a word that is nearly right",
      files: { [packFile]: smallPack.replace("purpose: first-reply", "purpose: first-replay") },
      expected: `${packFile}:52 clocks.reply.purpose not-allowed Did you mean "first-reply"?`,
    },
    {
      name: "a key that is nearly right",
      files: { [packFile]: smallPack.replace("    term: 2", "    terms-: 2") },
      expected: `${packFile}:56 clocks.reply.terms- unknown-key Did you mean "terms"?`,
    },
    {
      name: "a missing value",
      files: { [packFile]: smallPack.replace("begins: intake\n", "") },
      expected: `${packFile}:1 begins missing Add it as a text.`,
    },
    {
      name: "a number where a text is expected",
      files: { [packFile]: smallPack.replace("edition: null", "edition: 2") },
      expected: `${packFile}:6 header.edition wrong-type Put it in quotes: "2".`,
    },
    {
      name: "a fact that is unknown, deep inside a guard",
      files: {
        [packFile]: smallPack.replace(
          "leadsTo: answered,",
          "leadsTo: answered, when: { all: [{ not: { fact: replyed, is: true } }] },",
        ),
      },
      expected: `${packFile}:39 stages.intake.moves[0].when.all[0].not.fact not-allowed Did you mean "replied"?`,
    },
    {
      name: "a value under a fact that takes another",
      files: {
        [packFile]: smallPack.replace("leadsTo: answered,", "leadsTo: answered, when: { fact: replied, iss: true },"),
      },
      expected: `${packFile}:39 stages.intake.moves[0].when.is missing Add it as true or false.`,
    },
    {
      name: "a term that is a bare number",
      files: { [packFile]: smallPack.replace("term: 2 working days", "term: 2") },
      expected: `${packFile}:56 clocks.reply.term wrong-form Write a text or a block of keys.`,
    },
    {
      name: "YAML that is broken",
      files: { [packFile]: smallPack.replace("begins: intake", "begins: [intake") },
      expected: `${packFile}:27  not-yaml Check the indentation`,
    },
    {
      name: "the same id twice",
      files: { [packFile]: smallPack.replace("units:\n", "units:\n  - { id: care, name: A, source: its site }\n") },
      expected: `${packFile}:32 units.care duplicate-id Give one of them another id.`,
    },
    {
      name: "an entry in place of a duty of the law",
      files: { [packFile]: smallPack.replace("id: reply", "id: law-resolve") },
      expected: `${packFile}:50 clocks.law-resolve replaces-law A duty of the law is not replaced`,
    },
    {
      name: "a duty of the law outside the law part",
      files: { [packFile]: smallPack.replace("purpose: first", "origin: law\n    purpose: first") },
      expected: `${packFile}:52 clocks.reply.origin law-outside-law-part Take out`,
    },
    {
      name: "a shared part that is not there",
      files: { [packFile]: smallPack.replace("[desk]", "[dessk]") },
      expected: `${packFile}:17 includes[0] unknown-part Shared parts that exist: desk.`,
    },
    {
      name: "a shared part under another name",
      files: { "steps/desk.yaml": smallDesk.replace("part: desk", "part: office") },
      expected: `steps/desk.yaml:2 part misplaced Make both the same.`,
    },
    {
      name: "a law that is not there",
      files: { [packFile]: smallPack.replace("law: vn", "law: la") },
      expected: `${packFile}:18 law unknown-law Jurisdictions that exist: vn.`,
    },
    {
      name: "a day other than the file's",
      files: { [packFile]: smallPack.replace("effectiveOn: 2020-01-01", "effectiveOn: 2020-01-02") },
      expected: `${packFile}:9 header.effectiveOn misplaced Make both the same.`,
    },
    {
      name: "a file that is not named after a day",
      files: { "acme/complaints/newest.yaml": smallPack },
      expected: "acme/complaints/newest.yaml:0  file-name Name it after the day",
    },
    {
      name: "a mistake in a shared part, told once and in its own file",
      files: {
        "steps/desk.yaml": smallDesk.replace("type: phone", "type: fone"),
        "acme/complaints/2024-07-01.yaml": smallPack.replace("2020-01-01", "2024-07-01"),
      },
      expected: `steps/desk.yaml:4 channels.phone.type not-allowed Did you mean "phone"?`,
    },
  ];
  for (const { name, files, expected } of refusals) {
    it(`refuses ${name}, with its place and how to mend it`, () => {
      const { problems, folder } = loadRefused(files);
      const told = problems.map(
        ({ file, line, path, code, mend }) => `${file.slice(folder.length + 1)}:${line} ${path} ${code} ${mend}`,
      );
      assert.ok(
        told.some((line) => line.startsWith(expected)),
        `${expected}\nwas not among\n${told.join("\n")}`,
      );
      assert.equal(new Set(told).size, told.length, "each problem is told once");
    });
  }

  it("refuses an edition that stands in two folders", () => {
    const [project, operator] = [folderWith(smallFiles), folderWith({ [packFile]: smallPack })];
    try {
      const result = loadEditions([project.folder, operator.folder]);
      assert.deepEqual(!result.ok && result.problems.map(({ code }) => code), ["found-twice"]);
    } finally {
      project.remove();
      operator.remove();
    }
  });

  it("refuses a folder that is not there", () => {
    const result = loadEditions(["/nowhere/procedures"]);
    assert.match(result.ok ? "" : (result.problems[0]?.message ?? ""), /cannot be read/);
  });

  it("finds shared parts and law of the project for a pack in the operator's own folder", () => {
    const [project, operator] = [
      folderWith(smallFiles),
      folderWith({ "zeta/complaints/2020-01-01.yaml": smallPack.replace("id: acme", "id: zeta") }),
    ];
    try {
      const result = loadEditions([project.folder, operator.folder]);
      assert.deepEqual(result.ok && result.registry.organisations().map(({ id }) => id), ["acme", "zeta"]);
    } finally {
      project.remove();
      operator.remove();
    }
  });
});

describe("changedSinceIssued", () => {
  const issued = loadOk({}).registry.editions();
  const changesIn = (files: Record<string, string>, editions = issued) =>
    changedSinceIssued(loadOk(files).loaded, editions).flatMap(({ changes }) => changes);

  it("finds nothing where nothing changed, comments and layout aside", () => {
    assert.deepEqual(changesIn({ [packFile]: `# a comment\n${smallPack}` }), []);
  });

  it("says what changed in a pack, a shared part or the law under an issued edition", () => {
    assert.deepEqual(changesIn({ [packFile]: smallPack.replace("2 working days", "3 working days") }), [
      'clocks.reply.term: "2 working days" → "3 working days"',
    ]);
    assert.deepEqual(changesIn({ "steps/desk.yaml": smallDesk.replace("Điện thoại", "Tổng đài") }), [
      'channels.phone.name: "Điện thoại" → "Tổng đài"',
    ]);
    assert.deepEqual(changesIn({ "law/vn/2010-01-01.yaml": smallLaw.replace("20 working days", "30 working days") }), [
      'clocks.law-resolve.term: "20 working days" → "30 working days"',
    ]);
  });

  it("takes a text that says the same under an older program's hash as unchanged", () => {
    const older = issued.map((edition) => ({ ...edition, ref: { ...edition.ref, hash: "0".repeat(64) } }));
    assert.deepEqual(changesIn({}, older), []);
  });

  it("leaves the old closure alone when a later law edition comes", () => {
    assert.deepEqual(changesIn({ "law/vn/2026-01-01.yaml": smallLaw.replace("2010-01-01", "2026-01-01") }), []);
  });

  it("leaves an issued edition whose file is gone to those that are missing", () => {
    assert.deepEqual(changedSinceIssued([], issued), []);
    assert.deepEqual(
      missingSinceIssued([], issued).map(({ effectiveOn }) => effectiveOn),
      ["2020-01-01"],
    );
    assert.deepEqual(missingSinceIssued(loadOk({}).loaded, issued), []);
  });
});

function loadOk(files: Record<string, string>): Extract<LoadResult, { ok: true }> {
  const { folder, remove } = folderWith({ ...smallFiles, ...files });
  try {
    const result = loadEditions([folder]);
    if (!result.ok)
      assert.fail(result.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
    return result;
  } finally {
    remove();
  }
}

function loadRefused(files: Record<string, string>): { problems: Problem[]; folder: string } {
  const { folder, remove } = folderWith({ ...smallFiles, ...files });
  try {
    const result = loadEditions([folder]);
    return { folder, problems: result.ok ? [] : result.problems };
  } finally {
    remove();
  }
}
