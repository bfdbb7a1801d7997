import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { SEES_ALL } from "../../src/projections/visibility.ts";
import { readInside } from "../../src/projections/inside-organisation.ts";
import { search } from "../../src/projections/search/search.ts";
import { handleCommand } from "../../src/store/handle-command.ts";
import type { Store } from "../../src/store/open-store.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { clerk, done, openTestStore } from "../support/store.ts";
import { publicData } from "./public-data.ts";

const { file, skip } = publicData("telecom-reviews-vi.csv");

describe("what 94 real customers wrote, as complaints", { skip }, () => {
  let database: TestDatabase;
  let store: Store;
  let texts: string[];
  const idOf = (index: number) => `text-${index}`;
  before(async () => {
    database = await openTestDatabase();
    store = await openTestStore(database);
    texts = readTexts(file);
  });
  after(() => database.close());

  const found = async (words: string) => {
    const page = await readInside(database.pool, "vntt", (inside) =>
      search(inside, { organisation: "vntt", visibility: SEES_ALL, words, limit: 100 }),
    );
    assert.equal(page.isCut, false);
    return page.items.map(({ complaintId }) => Number(complaintId.replace("text-", ""))).toSorted((a, b) => a - b);
  };
  const indexesOf = (holds: (plain: string) => boolean) =>
    texts.flatMap((text, index) => (holds(` ${plainOf(text)} `) ? [index] : []));

  it("takes each in as it is written", async () => {
    assert.equal(texts.length, 94);
    for (const [index, content] of texts.entries()) {
      const data = { channel: "web-form", content, customer: { name: "Khách hàng" } };
      const request = { organisation: "vntt", complaintId: idOf(index), actor: clerk } as const;
      const { state } = done(await handleCommand(store, { ...request, command: { verb: "register", data } }));
      assert.equal(state.content, content.normalize("NFC").trim());
    }
  });

  it("finds by words with tone marks, without them, in capitals, decomposed", async () => {
    for (const word of [
      "mạng",
      "nhiệt tình",
      "đăng ký",
      "giải quyết",
      "điện thoại",
      "ổn định",
      "Viettel",
      "8/5/2023",
    ]) {
      const expected = indexesOf((plain) =>
        plainOf(word)
          .split(" ")
          .every((each) => plain.includes(` ${each} `)),
      );
      assert.ok(expected.length > 0, word);
      for (const typed of [word, plainOf(word), word.toUpperCase(), word.normalize("NFD"), plainOf(word).toUpperCase()])
        if (!word.includes("/")) assert.deepEqual(await found(typed), expected, typed);
    }
    assert.deepEqual(
      await found('"8/5/2023"'),
      indexesOf((plain) => plain.includes(" 8 5 2023 ")),
    );
  });

  it("finds a phrase only where its words stand in that order", async () => {
    for (const phrase of [
      "nhân viên nhiệt tình",
      "dịch vụ rất tốt",
      "dang ky",
      "chăm sóc khách hàng",
      "tình nhiệt viên",
    ]) {
      const expected = indexesOf((plain) => plain.includes(` ${plainOf(phrase)} `));
      assert.deepEqual(await found(`"${phrase}"`), expected, phrase);
    }
  });

  it("finds every text by its own first four words", async () => {
    for (const [index, text] of texts.entries()) {
      const words = plainOf(text).split(" ").slice(0, 4).join(" ");
      assert.ok((await found(`"${words}"`)).includes(index), text.slice(0, 60));
    }
  });
});

/** The first column, in which quotation marks are doubled and lines may break. */
function readTexts(path: string): string[] {
  const rows = readFileSync(path, "utf8").matchAll(/^(?:"((?:[^"]|"")*)"|([^",\n]*)),[^\n]*$/gm);
  return [...rows].slice(1).map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "");
}

// Written letter by letter, so that it shares no mistake with the program's own way.
const PLAIN_LETTERS: Record<string, string> = {
  a: "àáảãạăằắẳẵặâầấẩẫậ",
  e: "èéẻẽẹêềếểễệ",
  i: "ìíỉĩị",
  o: "òóỏõọôồốổỗộơờớởỡợ",
  u: "ùúủũụưừứửữự",
  y: "ỳýỷỹỵ",
  d: "đ",
};

function plainOf(text: string): string {
  const letters = Array.from(
    text.normalize("NFC").toLowerCase(),
    (letter) => Object.entries(PLAIN_LETTERS).find(([, marked]) => marked.includes(letter))?.[0] ?? letter,
  );
  return letters
    .map((letter) => (/[a-z0-9]/.test(letter) ? letter : " "))
    .join("")
    .split(" ")
    .filter((word) => word !== "")
    .join(" ");
}
