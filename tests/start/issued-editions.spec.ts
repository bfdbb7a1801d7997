import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { openStoreOn } from "../../src/command-line/open-store-on.ts";
import type { Command } from "../../src/complaint/command.ts";
import { folderWith, smallDesk, smallLaw, smallPack } from "../support/small-pack.ts";
import { handleCommand } from "../../src/store/handle-command.ts";
import type { Store } from "../../src/store/open-store.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { done } from "../support/store.ts";
import { freePort, refusalsOf, startProgram } from "./program.ts";

const packFile = "acme/complaints/2020-01-01.yaml";
// The project's own law is found under "vn"; this one is the spec's alone.
const files = {
  [packFile]: `${smallPack.replace("law: vn", "law: spec")}complainants:
  - { id: holder, name: Chủ hợp đồng, source: its site }
`,
  "steps/desk.yaml": smallDesk,
  "law/spec/2010-01-01.yaml": smallLaw.replace("law/vn", "law/spec"),
};
const changed = files[packFile].replace("2 working days", "3 working days");

describe("an issued edition", () => {
  let database: TestDatabase;
  let packs: ReturnType<typeof folderWith>;
  let complaintId: string;
  let issuedHash: string;
  before(async () => {
    database = await openTestDatabase();
    packs = folderWith(files);
  });
  after(async () => {
    packs.remove();
    await database.close();
  });
  const opened: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
  });
  beforeEach(() => write(files[packFile]));

  const write = (text: string) => writeFileSync(join(packs.folder, packFile), text);

  async function open() {
    const { store, notices, close } = await openStoreOn(database.appUrl, { proceduresFolder: packs.folder });
    opened.push(close);
    return { store, notices };
  }

  const carryOut = async (store: Store, id: string | undefined, command: Command) => {
    const actor = { kind: "person", personId: "lan", roles: [{ role: "clerk", unit: "care" }] } as const;
    return done(await handleCommand(store, { organisation: "acme", complaintId: id, actor, command }));
  };
  const register = (store: Store) =>
    carryOut(store, undefined, {
      verb: "register",
      data: { channel: "phone", customer: { name: "Đào" }, content: "Mất mạng" },
    });
  const hoiam = async (...args: string[]) => {
    const port = String(await freePort());
    const settings = { DATABASE_URL: database.url, HOIAM_PROCEDURES: packs.folder, HOIAM_DEMO: "off", PORT: port };
    const program = startProgram({ ...settings, HOIAM_DATA: join(packs.folder, "data") }, { arguments: args });
    return { code: await program.ended, program };
  };
  const everything = async () => {
    const { rows } = await database.ownerPool
      .query(
        `begin; select enter_organisation('acme'); select (select json_agg(e order by hash) from edition e)::text as editions,
       (select json_agg(u order by unit_id) from unit u)::text as units; commit`,
      )
      .then((results) => (results as unknown as { rows: unknown[] }[])[2] ?? { rows: [] });
    return rows;
  };

  it("is kept with its first complaint, and may change in comments and layout", async () => {
    const { store } = await open();
    const { state, complaintId: id } = await register(store);
    [complaintId, issuedHash] = [id, state.edition.hash];
    write(`# ghi chú\n${files[packFile]}`);
    await open();
  });

  it("that was changed refuses the start in short lines that say what and how to go on, and changes nothing", async () => {
    const before = await everything();
    write(changed);
    const { code, program } = await hoiam("serve");
    assert.equal(code, 1);
    const said = program.output();
    const lines = said.slice(said.indexOf("Editions that complaints run on")).trim().split("\n");
    assert.equal(lines.length, 6, said);
    assert.deepEqual(
      lines.filter((line) => line.length > 110),
      [],
    );
    assert.equal(refusalsOf(program).filter((line) => !line.includes("could undo")).length, 1, said);
    assert.match(program.output(), /acme\/complaints\/2020-01-01 under the law of 2010-01-01/);
    assert.match(program.output(), /clocks\.reply\.term: "2 working days" → "3 working days"/);
    assert.match(program.output(), /back as they were.*new dated file[^]*npx hoiam accept-editions --reason/);
    assert.deepEqual(await everything(), before);
  });

  it("that was put back serves again; what changed goes into a new dated file", async () => {
    const newer = join(packs.folder, "acme/complaints/2021-01-01.yaml");
    writeFileSync(newer, changed.replace("effectiveOn: 2020-01-01", "effectiveOn: 2021-01-01"));
    const { store, notices } = await open();
    assert.deepEqual(notices, []);
    assert.equal((await register(store)).state.edition.effectiveOn, "2021-01-01");
    const note = await carryOut(store, complaintId, { verb: "note", data: { text: "vẫn theo bản cũ" } });
    assert.equal(note.state.edition.hash, issuedHash);
    rmSync(newer);
  });

  it("whose file is gone is told of, and its complaints go on with the text that was kept", async () => {
    const { store, notices } = await open();
    assert.match(notices.join(), /the file of acme\/complaints\/2021-01-01 .* is gone/);
    assert.equal((await register(store)).state.edition.hash, issuedHash);
  });

  it("that an operator accepts serves new complaints, and leaves running ones with their text", async () => {
    write(changed);
    const wrong = await hoiam("accept-editions", "--reason", " ");
    assert.equal(wrong.code, 2);
    const other = await hoiam("accept-editions", "--reason", "thử", "acme/complaints/2019-01-01");
    assert.match(other.program.output(), /nothing to accept/);
    const { code, program } = await hoiam("accept-editions", "--reason", "phiên bản 2 sửa lỗi chép");
    assert.equal(code, 0, program.output());
    assert.match(program.output(), /new complaints run on the text as it is now/);
    const { store } = await open();
    const { state } = await register(store);
    assert.notEqual(state.edition.hash, issuedHash);
    assert.equal(state.clocks.find(({ rule }) => rule === "reply")?.term, "3 working days");
    const note = await carryOut(store, complaintId, { verb: "note", data: { text: "vẫn ba ngày đầu" } });
    assert.equal(note.state.edition.hash, issuedHash);
    assert.equal(note.state.clocks.find(({ rule }) => rule === "reply")?.term, "2 working days");
  });

  it("does not go back to its earlier text by itself", async () => {
    await assert.rejects(open(), { name: "CannotStart", message: /"3 working days" → "2 working days"/ });
  });
});
