import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Readable } from "node:stream";
import { openTestApi, type Caller, type TestApi } from "../../../tests/support/api.ts";
import { writeInside } from "../../projections/inside-organisation.ts";

describe("/outgoing-letters", () => {
  let test: TestApi;
  let hoa: Caller;
  let vanThu: Caller;
  before(async () => {
    test = await openTestApi();
    hoa = await test.person("bkns", "hoa", "clerk@cskh");
    vanThu = await test.person("bkns", "van-thu", "records-clerk@cskh");
  });
  after(() => test.close());

  const takenIn = async (name: string) => {
    const { status, body } = await hoa("POST", "/complaints", {
      channel: "counter",
      kind: "quality",
      content: "Máy chủ chậm",
      customer: { name, phone: "0912 345 678" },
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { complaintId: string; number: string };
  };
  const issue = async (id: string, data: object) => {
    const { status, body } = await hoa("POST", `/complaints/${id}/issued-papers`, data);
    assert.equal(status, 201, JSON.stringify(body));
    return body.events.find(({ type }: { type: string }) => type === "PaperIssued").data;
  };

  it("tells of each letter its number, day, subject, recipient, who signed, how it left and its stamp", async () => {
    const { complaintId, number } = await takenIn("Nguyễn Thị Xuân");
    const first = await issue(complaintId, { paper: "receipt", channel: "email" });
    const { body } = await vanThu("GET", "/outgoing-letters");
    const [year] = first.letterNumber.split("/").toReversed();
    const [{ issuedAt, issuedOn, ...letter }] = body.letters;
    assert.equal(body.letters.length, 1);
    assert.ok(issuedAt.startsWith("20") && /^20\d\d-\d\d-\d\d$/.test(issuedOn));
    assert.deepEqual(letter, {
      complaintId,
      paperId: first.paperId,
      register: "receipts",
      year: Number(year),
      number: 1,
      numberOnPaper: `01/${year}/PTN-BKNS`,
      issuedBy: "Người hoa",
      paper: "Phiếu tiếp nhận",
      subject: `Khiếu nại số ${number}`,
      recipient: "Nguyễn Thị Xuân",
      signers: ["Người hoa"],
      signedOnPaper: false,
      channel: "Email",
      dispatch: null,
      complaintNumber: number,
      sha256: first.attachment.sha256,
      sealedBy: null,
      followedBy: null,
      follows: null,
      stamp: null,
    });
  });

  it("is stamped by the records clerk, once, and noted; a mark set by mistake is taken back", async () => {
    const { complaintId } = await takenIn("Trần Bình");
    const { paperId } = await issue(complaintId, { paper: "receipt" });
    const path = `/outgoing-letters/${complaintId}/${paperId}/stamps`;
    assert.equal((await hoa("POST", path, {})).status, 403);
    const stamped = await vanThu("POST", path, { copies: 3 });
    assert.equal(stamped.status, 201, JSON.stringify(stamped.body));
    const { stampedBy, copies } = stamped.body.stamp;
    assert.deepEqual([stampedBy, copies], ["Người van-thu", 3]);
    assert.equal((await vanThu("POST", path, { copies: 9 })).body.stamp.copies, 3);
    assert.deepEqual(
      (await vanThu("GET", "/outgoing-letters?stamped=true")).body.letters.map(
        (each: { paperId: string }) => each.paperId,
      ),
      [paperId],
    );
    assert.equal((await vanThu("DELETE", path)).body.stamp, null);
    assert.equal((await vanThu("DELETE", path)).status, 404);
    assert.equal((await vanThu("POST", `/outgoing-letters/${complaintId}/none/stamps`, {})).status, 404);
    const { rows } = await writeInside(test.database.pool, "bkns", (connection) =>
      connection.query(
        "select type, data ->> 'paperId' as paper from organisation_log where type like 'Letter%' order by sequence",
      ),
    );
    assert.deepEqual(rows, [
      { type: "LetterStamped", paper: paperId },
      { type: "LetterUnstamped", paper: paperId },
    ]);
  });

  it("shows what was replaced beside what replaced it; a number is never used again", async () => {
    const { complaintId } = await takenIn("Lê Cường");
    const first = await issue(complaintId, { paper: "receipt" });
    const second = await issue(complaintId, { paper: "receipt", replaces: first.paperId });
    const { body } = await vanThu("GET", `/outgoing-letters?search=${encodeURIComponent("le cuong")}`);
    assert.deepEqual(
      body.letters.map((each: { number: number; follows: unknown; followedBy: unknown }) => [
        each.number,
        each.follows,
        each.followedBy,
      ]),
      [
        [4, "replacement", null],
        [3, null, { number: second.numberOnPaper, as: "replacement" }],
      ],
    );
  });

  it("tells a copy that was signed on paper as one, with the names on it", async () => {
    const { complaintId } = await takenIn("Phạm Dung");
    const { sha256 } = await uploaded();
    const data = { paper: "reply-letter", signers: "Trần An, Giám đốc", documents: [{ sha256, name: "tra-loi.pdf" }] };
    const { paperId } = await issue(complaintId, data);
    const { body } = await vanThu("GET", "/outgoing-letters?register=outgoing");
    assert.deepEqual(
      body.letters.map((each: { paperId: string; signedOnPaper: boolean; signers: string[] }) => [
        each.paperId,
        each.signedOnPaper,
        each.signers,
      ]),
      [[paperId, true, ["Trần An, Giám đốc"]]],
    );
  });

  it("knows each register by year, with no number missing; the table has a line a letter", async () => {
    const { body } = await vanThu("GET", "/outgoing-letter-registers");
    const year = body.registers[0].year;
    assert.deepEqual(body, {
      registers: [
        { register: "outgoing", year, letters: 1, lastNumber: 1, missing: [] },
        { register: "receipts", year, letters: 4, lastNumber: 4, missing: [] },
      ],
      mayStamp: true,
    });
    assert.equal((await hoa("GET", "/outgoing-letter-registers")).body.mayStamp, false);
    await writeInside(test.database.pool, "bkns", (connection) =>
      connection.query(
        "update letter_register set last_number = 6 where organisation = 'bkns' and register = 'receipts'",
      ),
    );
    const { body: after } = await vanThu("GET", "/outgoing-letter-registers");
    assert.deepEqual(after.registers[1].missing, [5, 6]);
    const csv = (await vanThu("GET", "/outgoing-letters/export")).body as string;
    const lines = csv.trim().split("\r\n");
    assert.equal(lines.length, 6);
    assert.match(lines[0] ?? "", /"Số, ký hiệu",Sổ,Năm,Số,Ngày văn bản/);
    assert.equal((await vanThu("GET", "/outgoing-letters?limit=2")).body.letters.length, 2);
  });

  it("notes who takes the registers out, and nothing where they hold what is for practice only", async () => {
    const noted = async () => {
      const { rows } = await writeInside(test.database.pool, "bkns", (connection) =>
        connection.query<{ data: unknown; by: string }>(
          `select data, actor ->> 'personId' as by from organisation_log
           where organisation = 'bkns' and type = 'ListExported' and actor ->> 'personId' = 'hoa'`,
        ),
      );
      return rows;
    };
    await hoa("GET", "/outgoing-letters/export?search=Xuân");
    const facts = [{ data: { list: "outgoing-letters", filters: ["search"] }, by: "hoa" }];
    assert.deepEqual(await noted(), facts);
    await hoa("PUT", "/session/training", { isTraining: true });
    const practised = await hoa("GET", "/outgoing-letters/export");
    await hoa("PUT", "/session/training", { isTraining: false });
    assert.deepEqual([practised.status, String(practised.body).trim().split("\r\n").length], [200, 1]);
    assert.deepEqual(await noted(), facts);
  });

  it("goes on page by page, and is nobody's who sees only the complaints of a unit", async () => {
    const numbers: string[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await vanThu("GET", `/outgoing-letters?limit=2${more}`);
      numbers.push(
        ...body.letters.map((each: { number: number; register: string }) => `${each.register} ${each.number}`),
      );
      cursor = body.nextCursor;
    } while (cursor !== null);
    assert.deepEqual(numbers, ["receipts 4", "receipts 3", "receipts 2", "receipts 1", "outgoing 1"]);
    const engineer = await test.person("bkns", "ky-thuat", "unit-member@cskh");
    assert.equal((await engineer("GET", "/outgoing-letters")).status, 403);
    const stranger = await test.person("vntt", "lan", "records-clerk@cskh");
    assert.deepEqual((await stranger("GET", "/outgoing-letters")).body.letters, []);
  });

  const uploaded = async () => {
    const kept = await test.attachments.put("bkns", Readable.from([Buffer.from("%PDF-1.4\n% bản ký giấy\n")]), {
      bytesMax: 1000,
    });
    await writeInside(test.database.pool, "bkns", (connection) =>
      connection.query(
        "insert into attachment (organisation, sha256, bytes, type, uploaded_by) values ('bkns', $1, $2, 'application/pdf', '{}')",
        [kept.sha256, kept.bytes],
      ),
    );
    return kept;
  };
});
