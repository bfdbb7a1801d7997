import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadEditions } from "../../procedure/load/load-editions.ts";
import { loadMailTexts } from "../../procedure/load/mail-texts.ts";
import { mailLanguages, mailVariables, filledText, type MailTextId } from "../../procedure/pure/mail/mail-texts.ts";
import { previewText } from "./preview-text.ts";

const loaded = loadEditions([join(import.meta.dirname, "../../../procedures")]);
if (!loaded.ok) throw new Error("the packs do not load");
const editions = loaded.registry.editions();
const texts = loadMailTexts(editions);
const ids = Object.keys(mailVariables) as MailTextId[];

describe("the texts that are sent", () => {
  it("are there for every provider, and put each variable that they name where it stands", () => {
    for (const edition of editions)
      for (const language of mailLanguages)
        for (const id of ids) {
          const text = texts(language, edition).texts[id];
          const where = `${edition.ref.organisation} ${language} ${id}`;
          // What nobody words in English leaves in Vietnamese.
          if (!text && language === "en") continue;
          assert.ok(text, where);
          const values = Object.fromEntries([...mailVariables[id], "link"].map((name) => [name, `<<${name}>>`]));
          for (const template of [text.subject, text.body, text.short ?? ""]) {
            const named = [...template.matchAll(/\{([^{}\n]*)\}/g)].map(([, name = ""]) => name);
            const filled = filledText(template, values);
            for (const name of named) assert.ok(filled.includes(`<<${name}>>`), `${where}: {${name}}`);
            assert.doesNotMatch(filled, /[{}]/, where);
          }
        }
  });

  it("name every variable that there is for them, in Vietnamese", () => {
    const unused = ids.flatMap((id) => {
      const text = texts("vi", undefined).texts[id];
      const said = `${text?.subject}\n${text?.body}`;
      return mailVariables[id].filter((name) => !said.includes(`{${name}}`)).map((name) => `${id}: ${name}`);
    });
    assert.deepEqual(unused, []);
  });

  it("leave out a line of which a value is empty, for each variable by itself", () => {
    for (const id of ids) {
      const body = texts("vi", undefined).texts[id]?.body ?? "";
      for (const empty of mailVariables[id]) {
        const values = Object.fromEntries(mailVariables[id].map((name) => [name, name === empty ? "" : "x"]));
        assert.ok(!filledText(body, values).includes("{"), `${id}: ${empty}`);
      }
    }
  });

  it("are shown with examples that nobody takes for the customer's own, where there is no file", () => {
    const edition = editions.find(({ ref }) => ref.organisation === "vntt");
    assert.ok(edition);
    const shown = previewText(
      texts,
      { id: "refusal", language: "vi", edition, publicUrl: "https://hoiam.example" },
      undefined,
    );
    assert.deepEqual(shown?.samples, ["number", "message", "reason", "basis"]);
    assert.match(shown?.subject ?? "", /^\[KN-2026-000123\]/);
    assert.match(shown?.body ?? "", /‹lý do›/);
  });
});
