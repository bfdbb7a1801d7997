import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { EventOf } from "../../../src/complaint/events/event.ts";
import type { ReadMail } from "../../../src/channels/mail-in/read/read-mail.ts";
import { verifyDocuments } from "../../../src/store/verify/verify-documents.ts";
import { verifyLog } from "../../../src/store/verify/verify-database.ts";
import { ask as requested, type Caller } from "../../support/api.ts";
import { textOfPdf } from "../../support/pdf.ts";
import { mailClient } from "./mail-client.ts";
import { addressOf, type MailProgram } from "./mail-program.ts";
import { until } from "./programs.ts";

/** How a complaint ended that was told by mail from the first word to the archive. */
export type Ended = {
  phase: string;
  owed: string[];
  /** In order: paper, register, number in it, number on the sheet; the year is `…`. */
  papers: string[];
  /** What the customer's mail program showed, in order: subject, then the names of the attachments. */
  mailbox: string[];
  /** What their page names, to which the acknowledgement leads, in order: the papers with their numbers. */
  page: string[];
  /** Of the organisation: register, number, whose names stand under it; by number. */
  registers: string[];
};

/** So soon do they meet. */
const MEETING_IN_MS = 5_000;

type PaperIssued = EventOf<"PaperIssued">["data"];
type Issuing = {
  /** Electronic: it arrives in the customer's mailbox, and is looked at there. */
  channel?: string;
  /** Who signs it, as whom the procedure wants; nobody: whoever issues it. */
  signed?: { who: string; by: string; with?: object }[];
  content?: string;
};

/** One complaint by mail: what its customer writes and reads, and what the staff does by HTTP. */
export type Conversation = {
  /** What somebody of the staff does: gives what it made. `path` below the complaint. */
  act: (who: string, path: string, body?: object) => Promise<{ type: string; data: Record<string, string> }[]>;
  /** Issues a paper: drafted by who issues it and signed by others where they are named. */
  issue: (who: string, paper: string, issuing?: Issuing) => Promise<PaperIssued>;
  /** The customer's next mail; its words are expected to hold these. */
  read: (...words: string[]) => Promise<ReadMail>;
  /** The customer answers the mail that was read last; what is given back stands in the file. */
  answer: (text: string) => Promise<string>;
  /** Invites the customer, whose calendar gets the meeting and who answers; it is held when its time has come. */
  invite: (
    who: string,
    meeting: { place: string; answer: string },
  ) => Promise<{ held: (minutes: { outcome: string; agreed?: boolean; result: string }) => Promise<void> }>;
  /** Keeps a scan for whoever hands it in. */
  upload: (who: string, name: string) => Promise<{ sha256: string; name: string }>;
  end: () => Promise<Ended>;
};

/** A complaint by mail, what is done about it, and how it ends. */
export type Story = {
  organisation: string;
  tells: string;
  /** Their address. */
  customer: string;
  /** Of the staff, by the name they sign in with: "clerk@cskh"; `van` keeps the registers. */
  roles: Record<string, string[]>;
  first: { subject: string; text: string };
  tell: (conversation: Conversation) => Promise<void>;
  ended: Ended;
};

/** What the fact of this type says, of those that an act made. */
export function factOf(made: { type: string; data: Record<string, string> }[], type: string): Record<string, string> {
  const fact = made.find((each) => each.type === type);
  assert.ok(fact, `${type} is none of ${made.map((each) => each.type).join(", ")}`);
  return fact.data;
}

/** Begins with the customer's first mail, and reads the acknowledgement. */
export async function beginConversation(
  { servers, test, person }: MailProgram,
  { organisation, customer, roles, first }: Story,
): Promise<Conversation> {
  const mail = mailClient(servers, customer);
  const staff: Record<string, Caller> = {};
  for (const [name, held] of Object.entries(roles)) staff[name] = await person(organisation, name, ...held);
  const caller = (who: string): Caller => {
    const found = staff[who];
    assert.ok(found, `${who} is nobody of ${organisation}`);
    return found;
  };
  const mailbox: string[] = [];
  let last: ReadMail;
  let number = "";
  const read = async (...words: string[]) => {
    last = await mail.next();
    number ||= /\[#([A-Z]{2}-\d{4}-\d{6})-/.exec(last.subject)?.[1] ?? "";
    assert.match(last.subject, new RegExp(` \\[#${number}-[a-z2-7]{16}\\]$`));
    for (const each of words) assert.ok(last.text.includes(each), `${each} in: ${last.text}`);
    const subject = last.subject.replace(/ \[#.*$/, "");
    mailbox.push(
      [subject, ...last.attachments.map(({ name }) => name)].map((each) => undated(each, number)).join(" | "),
    );
    return last;
  };

  const sent = [await mail.write({ to: addressOf(organisation), ...first })];
  const { text, nature } = await read("/tra-cuu/", "Thời hạn:");
  assert.equal(nature, "automatic");
  assert.match(text, /hết ngày \d\d\/\d\d\/\d{4}/);
  const [link = ""] = /\/tra-cuu\/[a-z]+(?:-[0-9A-Z]{4}){4}/.exec(text) ?? [];
  const { body: found } = await caller("van")("GET", `/complaint-numbers/${number}`);
  const address = `/complaints/${found.complaintId}`;

  const ask = async (who: string, path: string) => {
    const { status, body } = await caller(who)("GET", path);
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    return body;
  };
  const act: Conversation["act"] = async (who, path, body = {}) => {
    const answered = await caller(who)("POST", `${address}/${path}`, body);
    assert.equal(answered.status, 201, `${who} ${path}: ${JSON.stringify(answered.body)}`);
    return answered.body.events;
  };
  const contentOf = async (sha256: string) => {
    const content = await test.attachments.open(organisation, sha256);
    assert.ok(content, `${sha256} is kept`);
    return buffer(content);
  };
  const factsOf = async (type: string): Promise<Record<string, string>[]> => {
    const { events } = await ask("van", `${address}/events`);
    return events.filter((event: { type: string }) => event.type === type).map(({ data }: { data: object }) => data);
  };

  /** What the link of the acknowledgement leads to. */
  const ownPage = async () => {
    const { status, body } = await requested(test.api, {
      method: "GET",
      url: link.replace("/tra-cuu/", "/api/v1/public/complaints/"),
    });
    assert.equal(status, 200, JSON.stringify(body));
    return (body.letters as { kind: string; name: string | null; number: string | null }[])
      .filter(({ kind }) => kind === "paper")
      .map(({ name, number: its }) => undated(`${name} ${its ?? "–"}`, number))
      .toReversed();
  };
  /** Every mail of the customer stands at the complaint, byte for byte. */
  const isKept = async (messageIds: readonly string[]) => {
    const { arrivals } = await ask("van", `${address}/arrivals`);
    const said = (arrivals as { status: string; nature: string }[]).map(({ status, nature: is }) => `${status} ${is}`);
    assert.deepEqual(
      said,
      messageIds.map(() => "taken-in message"),
    );
    for (const [place, { arrivalId }] of arrivals.entries()) {
      const { status, raw } = await caller("van")("GET", `/arrivals/${arrivalId}/original`);
      assert.equal(status, 200);
      assert.ok(raw.includes(messageIds[place] ?? ""), `the original of mail ${place + 1}`);
    }
  };
  const answer: Conversation["answer"] = async (words) => {
    const messageId = await mail.write({
      to: last.replyTo[0]?.address ?? "",
      subject: `Re: ${last.subject}`,
      text: `${words}\n\nVào lúc ấy, ${last.from?.address} đã viết:\n> Kính gửi Quý khách,`,
      answers: last,
    });
    sent.push(messageId);
    const said = await until(`"${words}" in the file`, async () =>
      (await factsOf("InformationReceived")).find(({ message }) => message === words),
    );
    return said["message"] ?? "";
  };

  return {
    act,
    read,
    answer,
    invite: async (who, { place, answer: words }) => {
      const meetingAt = new Date(Date.now() + MEETING_IN_MS).toISOString();
      const { meetingId } = factOf(
        await act(who, "invitations", { meetingAt, place, channel: "email" }),
        "CustomerInvited",
      );
      const { attachments } = await read(`Địa điểm: ${place}`);
      const calendar = attachments[0]?.content.toString() ?? "";
      assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
      assert.ok(calendar.includes(`UID:${organisation}-${meetingId}@hoi-am`), calendar);
      await act(who, `invitations/${meetingId}/answers`, { comes: true, words: await answer(words), channel: "email" });
      return {
        held: async (minutes) => {
          await until("the meeting", () => (Date.now() > Date.parse(meetingAt) ? true : undefined));
          await act(who, "meetings", { meetingId, ...minutes });
        },
      };
    },
    issue: async (who, paper, { channel, signed = [], content } = {}) => {
      const drafted = signed.length > 0 ? await act(who, "papers", { paper, ...(content && { content }) }) : [];
      const paperId = drafted[0]?.data["paperId"];
      for (const { who: signer, by, with: rest } of signed)
        await act(signer, `papers/${paperId}/signatures`, { by, ...rest });
      const made = await act(who, "issued-papers", {
        ...(paperId ? { paperId } : { paper }),
        ...(channel && { channel }),
      });
      const issued = made.find(({ type }) => type === "PaperIssued")?.data as PaperIssued | undefined;
      assert.ok(issued);
      if (channel === undefined) return issued;
      const { numberOnPaper } = issued;
      const { attachments } = await read(...(numberOnPaper ? [`Số văn bản: ${numberOnPaper}\n`] : []));
      assert.equal(
        createHash("sha256")
          .update(attachments[0]?.content ?? "")
          .digest("hex"),
        issued.attachment?.sha256,
        `${paper} in the mailbox is the one that was issued`,
      );
      return issued;
    },
    upload: async (who, name) => {
      const payload = Buffer.concat([
        Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
        Buffer.from(`%PDF-1.4\n1 0 obj<</Title(${name})>>endobj\ntrailer<<>>\n%%EOF\n`),
        Buffer.from("\r\n--x--\r\n"),
      ]);
      const kept = await caller(who)("POST", "/attachments", payload, {
        "content-type": "multipart/form-data; boundary=x",
      });
      assert.equal(kept.status, 201, JSON.stringify(kept.body));
      return { sha256: kept.body.sha256, name };
    },
    end: async () => {
      const { phase, papersOwed } = await ask("van", address);
      const issued = (await factsOf("PaperIssued")) as unknown as PaperIssued[];
      const papers = [];
      for (const each of issued) papers.push(await paperInWords(each, contentOf));
      const { letters } = await ask("van", "/outgoing-letters");
      const { registers } = await ask("van", "/outgoing-letter-registers");
      assert.deepEqual(
        registers.flatMap(({ missing }: { missing: number[] }) => missing),
        [],
      );
      const { messages } = await ask("van", `${address}/messages`);
      const toCustomer = messages.filter(({ audience }: { audience: string }) => audience === "customer");
      assert.deepEqual(
        toCustomer.map(({ status }: { status: string }) => status),
        mailbox.map(() => "sent"),
      );
      await isKept(sent);
      const { flaws } = await verifyLog(test.database.pool, { organisation });
      assert.deepEqual(flaws, []);
      const kept = await verifyDocuments({ pool: test.database.pool, attachments: test.attachments }, organisation);
      assert.deepEqual(kept.flaws, []);
      return {
        phase,
        owed: papersOwed.filter(({ issuedAs }: { issuedAs: string | null }) => issuedAs === null),
        papers,
        mailbox,
        page: await ownPage(),
        registers: letters
          .map(
            ({ register, numberOnPaper, signers }: { register: string; numberOnPaper: string; signers: string[] }) =>
              `${register} ${undated(numberOnPaper, number)} ${signers.join(", ")}`,
          )
          .toReversed(),
      };
    },
  };
}

async function paperInWords(
  { paper, register = "–", letterNumber = "–", numberOnPaper, attachment }: PaperIssued,
  contentOf: (sha256: string) => Promise<Buffer>,
): Promise<string> {
  // It was told by phone or mail, and the pack says that nothing on paper leaves.
  if (attachment === undefined) return `${paper} without a sheet`;
  const words = `${paper} ${register} ${letterNumber.replace(/\/\d{4}$/, "")}`;
  const text = await textOfPdf(await contentOf(attachment.sha256));
  if (numberOnPaper === undefined) return `${words} –`;
  assert.ok(text.includes(`Số: ${numberOnPaper}`), `${paper} bears its number`);
  return `${words} ${numberOnPaper.replace(/\/\d{4}\//, "/…/")}`;
}

/** Without the day on which this runs, and without the complaint's number. */
function undated(words: string, number: string): string {
  return words.replaceAll(number, "KN").replaceAll(/(?<=[-/])20\d\d\b/g, "…");
}
