import assert from "node:assert/strict";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { plainFilling } from "../../../tests/support/plain-filling.ts";
import { textOfPdf } from "../../../tests/support/pdf.ts";
import { textOfWord } from "../../../tests/support/word.ts";
import { LetterNotSet } from "../letter-press.ts";
import { letterInWord } from "./letter-in-word.ts";
import { libreOffice, officeOn } from "./office.ts";

const path = await officeOn(process.env["HOIAM_OFFICE"]);
const absent = path === undefined && "LibreOffice is not on this machine: apt-get install libreoffice-writer-nogui";

describe("an office program that sets Word files", () => {
  it("opens our Word file, and its PDF/A says what the letter says", { skip: absent, timeout: 120_000 }, async () => {
    const word = await letterInWord(plainFilling().letter);
    const pdf = await libreOffice(path ?? "").pdf(word);
    assert.equal((await textOfPdf(pdf)).replaceAll("- ", "-"), textOfWord(word).replaceAll("- ", "-"));
    const raw = pdf.toString("latin1");
    assert.match(raw, /<pdfaid:part>2<\/pdfaid:part>/);
    assert.match(raw, /\/StructTreeRoot/);
  });

  it(
    "is waited for no longer than it may take, and leaves nothing behind",
    { skip: process.platform === "win32" },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "office-spec-"));
      const slow = join(folder, "soffice");
      await writeFile(slow, "#!/bin/sh\nsleep 60 & wait\n");
      await chmod(slow, 0o755);
      const before = await left();
      await assert.rejects(libreOffice(slow, { waitMsMax: 200 }).pdf(Buffer.from("PK")), LetterNotSet);
      assert.deepEqual(await left(), before);
      const broken = join(folder, "broken");
      await writeFile(broken, "#!/bin/sh\necho no printer >&2\nexit 3\n");
      await chmod(broken, 0o755);
      await assert.rejects(libreOffice(broken).pdf(Buffer.from("PK")), /ended with 3: no printer/);
      await rm(folder, { recursive: true });
    },
  );

  it("is the one that is configured, or none", async () => {
    assert.equal(await officeOn("/nowhere/soffice"), undefined);
    assert.equal(await officeOn(process.execPath), process.execPath);
  });
});

async function left(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((each) => each.startsWith("hoiam-word-"));
}
