import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { letterPress } from "../../src/documents/letter-press.ts";
import { paperMaker } from "../../src/documents/paper-maker.ts";
import { loadLetterTexts } from "../../src/procedure/load/letter-texts.ts";
import { SEES_ALL } from "../../src/projections/visibility.ts";
import { complaintFile } from "../../src/projections/complaint-file/complaint-file.ts";
import { readInside } from "../../src/projections/inside-organisation.ts";
import { diskStore } from "../../src/store/attachments/disk.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { textOfPdf } from "../support/pdf.ts";
import { openTestStore } from "../support/store.ts";
import { tellToTheArchive, type ArchiveStory, type StoryWiring } from "./story-in-store.ts";

const archivist = { by: "records-clerk@cskh Vân", do: "archive" } as const;

describe("a complaint goes to the archive with every paper that its text names", () => {
  let database: TestDatabase;
  let folder: string;
  let wiring: StoryWiring;
  before(async () => {
    database = await openTestDatabase();
    folder = await mkdtemp(join(tmpdir(), "hoiam-papers-"));
    const store = await openTestStore(database);
    const papers = paperMaker(loadLetterTexts(store.registry.editions()), letterPress());
    wiring = { store, attachments: diskStore(folder), papers };
  });
  after(async () => {
    wiring.papers.close();
    await database.close();
    await rm(folder, { recursive: true });
  });

  /** Archived, nothing owed; each issued paper with its register and number, and whether its document bears that number. */
  const papersOf = async (story: ArchiveStory) => {
    const told = await tellToTheArchive(wiring, story);
    assert.equal(told.phase, "archived");
    const { organisation } = story;
    const complaintId = `${organisation}-${story.example}`;
    const file = await readInside(database.pool, organisation, (connection) =>
      complaintFile(connection, { organisation, complaintId, visibility: SEES_ALL }),
    );
    assert.ok(file);
    assert.deepEqual(
      file.state.papersOwed.filter(({ issuedAs }) => issuedAs === null).map(({ duty }) => duty),
      [],
    );
    const issued = file.events.flatMap((event) => (event.type === "PaperIssued" ? [event.data] : []));
    return Promise.all(
      issued.map(async ({ paper, register = "–", letterNumber = "–", numberOnPaper, attachment }) => {
        // It was told by phone or mail, and the pack says that nothing on paper leaves.
        if (attachment === undefined) return `${paper} without a sheet`;
        const content = await wiring.attachments.open(organisation, attachment.sha256);
        assert.ok(content, `${paper} has its document`);
        const bytes = await buffer(content);
        const number = `${paper} ${register} ${letterNumber.replace(/\/\d{4}$/, "")}`;
        if (numberOnPaper === undefined) return `${number} –`;
        const text = await textOfPdf(bytes);
        assert.ok(text.includes(`Số: ${numberOnPaper}`), paper);
        // It takes the whole file along.
        if (paper === "dossier")
          assert.match(text, /Mục lục tài liệu .* 1 Phiếu tiếp nhận khiếu nại số 01\/\d{4}\/PTN-VNTT SHA-256/);
        return `${number} ${numberOnPaper.replace(/\/\d{4}\//, "/…/")}`;
      }),
    );
  };

  it("VNTT: the file goes to the board, and is solved until the customer is satisfied", async () => {
    const papers = await papersOf({
      organisation: "vntt",
      procedure: "kd-qt04",
      pack: "vntt/kd-qt04/2018-01-19",
      example: 3,
      issues: { register: ["receipt"], "request-coordination": ["coordination-slip"], "submit-dossier": ["dossier"] },
      afterwards: [
        {
          by: "clerk@cskh Lan",
          do: "submit-dossier",
          with: { summary: "Khách hàng nhận lời xin lỗi nhưng chưa hài lòng" },
          filled: { "question-to-board": "Xin ý kiến về tặng một tháng cước" },
        },
        { by: "records-clerk@cskh Vân", do: "issue-paper", with: { paper: "dossier" } },
        { by: "board@bgd", do: "give-direction", with: { direction: "Tặng một tháng cước" } },
        { by: "clerk@cskh Lan", do: "start-next-round", with: { reason: "Theo ý kiến chỉ đạo" } },
        { by: "clerk@cskh Lan", do: "reply", with: { content: "VNTT tặng một tháng cước.", channel: "email" } },
        { by: "clerk@cskh Lan", do: "record-verdict", with: { accepts: "yes", satisfied: "yes" } },
        { by: "records-clerk@cskh Vân", do: "issue-paper", with: { paper: "reply-letter" } },
        { by: "clerk@cskh Lan", do: "close", with: { outcome: "satisfied" } },
        archivist,
      ],
    });
    assert.deepEqual(papers, [
      "receipt receipts 1 01/…/PTN-VNTT",
      "coordination-slip without a sheet",
      "dossier outgoing 1 01/…/TTr-VNTT",
      "dossier outgoing 2 02/…/TTr-VNTT",
      "reply-letter outgoing 3 03/…/TL-VNTT",
    ]);
  });

  it("DCNET: checked again from the beginning, and answered again", async () => {
    const papers = await papersOf({
      organisation: "dcnet",
      procedure: "su-co",
      pack: "dcnet/su-co/2018-01-01",
      example: 5,
      issues: {},
      afterwards: [archivist],
    });
    assert.deepEqual(papers, ["receipt receipts 1 01/…/PTN-DCNET", "reply-letter outgoing 1 01/…/TL-DCNET"]);
  });

  it("BKNS: letters and invitations of both rounds, and the report to the authority", async () => {
    const papers = await papersOf({
      organisation: "bkns",
      procedure: "khieu-nai",
      pack: "bkns/khieu-nai/2018-01-01",
      example: 2,
      issues: {},
      afterwards: [],
    });
    assert.deepEqual(papers, [
      "receipt receipts 1 01/…/PTN-BKNS",
      "invitation outgoing 1 01/…/GM-BKNS",
      "reply-letter outgoing 2 02/…/TL-BKNS",
      "invitation outgoing 3 03/…/GM-BKNS",
      "invitation-2 outgoing 4 04/…/TM-BKNS",
      "reply-letter outgoing 5 05/…/TL-BKNS",
      "authority-report outgoing 6 06/…/BC-BKNS",
    ]);
  });

  it("iHostinger: minutes in place of the receipt where it was settled at the counter", async () => {
    const papers = await papersOf({
      organisation: "ihostinger",
      procedure: "khieu-nai",
      pack: "ihostinger/khieu-nai/2019-12-16",
      example: 1,
      issues: {},
      afterwards: [],
    });
    assert.deepEqual(papers, ["settlement-minutes minutes 1 01/…/BB-iHostinger"]);
  });

  it("iHostinger: the written result, and the order to mend what the provider caused", async () => {
    const papers = await papersOf({
      organisation: "ihostinger",
      procedure: "khieu-nai",
      pack: "ihostinger/khieu-nai/2019-12-16",
      example: 3,
      issues: { "record-lesson": ["lesson"] },
      afterwards: [],
    });
    assert.deepEqual(papers, [
      "corrective-order outgoing 1 01/…/KP-iHostinger",
      "reply-letter outgoing 2 02/…/TL-iHostinger",
      "receipt receipts 1 01/…/PTN-iHostinger",
      "lesson – – –",
    ]);
  });

  it("K+: acceptance, invitation, minutes that both signed, and the written answer", async () => {
    const papers = await papersOf({
      organisation: "kplus",
      procedure: "khieu-nai",
      pack: "kplus/khieu-nai/2018-01-01",
      example: 2,
      issues: {},
      afterwards: [archivist],
    });
    assert.deepEqual(papers, [
      "receipt receipts 1 01/…/PTN-K+",
      "acceptance-notice outgoing 1 01/…/TB-K+",
      "invitation outgoing 2 02/…/GM-K+",
      "meeting-minutes minutes 1 –",
      "reply-letter outgoing 3 03/…/TL-K+",
    ]);
  });

  it("K+: the refusal of what came too late", async () => {
    const papers = await papersOf({
      organisation: "kplus",
      procedure: "khieu-nai",
      pack: "kplus/khieu-nai/2018-01-01",
      example: 3,
      issues: {},
      afterwards: [archivist],
    });
    assert.deepEqual(papers, ["refusal-notice outgoing 4 04/…/TB-K+", "receipt receipts 2 02/…/PTN-K+"]);
  });
});
