import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import { loadMailTexts } from "../../load/mail-texts.ts";
import type { Edition } from "../edition/edition.ts";
import { bilingual, filledText, mailTextsSchema, mailVariables, type MailTextId } from "./mail-texts.ts";

const ids = Object.keys(mailVariables) as MailTextId[];

describe("the project's texts of mail", () => {
  for (const id of ids)
    for (const variable of mailVariables[id])
      it(`${id} says {${variable}}`, () => {
        const { subject = "", body = "" } = loadMailTexts()("vi", undefined).texts[id] ?? {};
        const values = Object.fromEntries(mailVariables[id].map((name) => [name, `<${name}>`]));
        const said = `${filledText(subject, values)}\n${filledText(body, values)}`;
        assert.ok(said.includes(`<${variable}>`), said);
        const without = `${filledText(subject, { ...values, [variable]: "" })}\n${filledText(body, { ...values, [variable]: "" })}`;
        assert.ok(!/[{}]/.test(without), "a line without its value is left out");
      });

  it("are complete in English where both languages are sent, or a colleague reads English", () => {
    const english = loadMailTexts()("en", undefined);
    assert.deepEqual(Object.keys(english.texts).toSorted(), [...bilingual, "inbox-digest"].toSorted());
    const vietnamese = loadMailTexts()("vi", undefined);
    for (const words of ["purposes", "notices"] as const)
      assert.deepEqual(Object.keys(english[words]), Object.keys(vietnamese[words]));
  });
});

test("what customers are told can be told shortly, with a link where there is more to read", () => {
  const { texts } = loadMailTexts()("vi", undefined);
  const toOthers = ["answer-link", "inbox-digest"];
  for (const id of ids.filter((each) => !toOthers.includes(each))) {
    const short = texts[id]?.short ?? "";
    assert.notEqual(short, "", id);
    assert.equal(short.includes("{link}"), id !== "one-time-code", id);
    assert.ok(!/[{}]/.test(filledText(short, {})), "a line without its value is left out");
  }
  const parsed = mailTextsSchema.safeParse({ texts: { reply: { subject: "a", body: "b", short: "{digits}" } } });
  assert.match(parsed.error?.message ?? "", /\{digits\} is no variable of reply/);
});

test("a variable that there is not is refused by name", () => {
  const text = { subject: "Trả lời {number}", body: "Kính gửi {customer}" };
  const parsed = mailTextsSchema.safeParse({ texts: { reply: text } });
  assert.match(parsed.error?.message ?? "", /\{customer\} is no variable of reply/);
  const lines = mailTextsSchema.safeParse({ texts: { reply: { subject: "Một\nhai", body: "ba" } } });
  assert.match(lines.error?.message ?? "", /a subject is one line/);
});

test("an edition's own text takes the place of the project's, and only where it says something", () => {
  const own = 'texts:\n  reply:\n    subject: "Về khiếu nại {number}"\n    body: "{message}"\n';
  const edition = { ref: { organisation: "acme", procedure: "p", hash: "h1" }, letters: { "mail.vi.yaml": own } };
  const texts = loadMailTexts([edition as unknown as Edition])("vi", edition as unknown as Edition).texts;
  assert.equal(texts.reply?.subject, "Về khiếu nại {number}");
  assert.equal(texts.refusal?.subject, "[{number}] Thông báo từ chối giải quyết khiếu nại");
  const wrong = { ...edition, letters: { "mail.vi.yaml": own.replace("{message}", "{mesage}") } };
  assert.throws(
    () => loadMailTexts([wrong as unknown as Edition]),
    /acme\/p mail\.vi\.yaml.*\{mesage\} is no variable of reply/s,
  );
});

test("what a value holds is never read as a variable", () => {
  assert.equal(
    filledText("Gửi {message}\n\nSố {number}", { message: "{number} {x}", number: "KN-1" }),
    "Gửi {number} {x}\n\nSố KN-1",
  );
});
