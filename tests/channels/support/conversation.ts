import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { ReadMail } from "../../../src/channels/mail-in/read/read-mail.ts";
import type { Caller } from "../../support/api.ts";
import { endOf, undated, type Ended, type PaperIssued } from "./conversation-end.ts";
import { mailClient, type MailClient, type Written } from "./mail-client.ts";
import { addressOf, type MailProgram } from "./mail-program.ts";
import { until } from "./programs.ts";

/** So soon do they meet. */
const MEETING_IN_MS = 5_000;

type Made = { type: string; data: Record<string, string> }[];
type Issuing = {
  /** Electronic: it arrives in the customer's mailbox, and is looked at there. */
  channel?: string;
  /** Who signs it, as whom the procedure wants; nobody: whoever issues it. */
  signed?: { who: string; by: string; with?: object }[];
};

/** One complaint by mail: what its customer writes and reads, and what the staff does by HTTP. */
export type Conversation = {
  /** What somebody of the staff does: gives what it made. `path` below the complaint. */
  act: (who: string, path: string, body?: object) => Promise<Made>;
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
export function factOf(made: Made, type: string): Record<string, string> {
  const fact = made.find((each) => each.type === type);
  assert.ok(fact, `${type} is none of ${made.map((each) => each.type).join(", ")}`);
  return fact.data;
}

/** Begins with the customer's first mail, and reads the acknowledgement. */
export async function beginConversation(program: MailProgram, story: Story): Promise<Conversation> {
  const { organisation, customer: mailbox, first } = story;
  const customer = customerOf(mailClient(program.servers, mailbox));
  await customer.write({ to: addressOf(organisation), ...first });
  const { text, nature } = await customer.read("/tra-cuu/", "Thời hạn:");
  assert.equal(nature, "automatic");
  assert.match(text, /hết ngày \d\d\/\d\d\/\d{4}/);
  const [link = ""] = /\/tra-cuu\/[a-z]+(?:-[0-9A-Z]{4}){4}/.exec(text) ?? [];
  const staff = await staffOf(program, story, customer.number());
  const answer = async (words: string) => {
    await customer.answer(words);
    const said = await until(`"${words}" in the file`, async () =>
      (await staff.factsOf("InformationReceived")).find(({ message }) => message === words),
    );
    return said["message"] ?? "";
  };
  const { act } = staff;
  const { read, shown, sent } = customer;
  return {
    act,
    read,
    answer,
    invite: (who, meeting) => invited({ act, read, answer }, who, meeting),
    issue: (who, paper, issuing = {}) => issued({ act, read }, who, { paper, ...issuing }),
    upload: (who, name) => uploaded(staff.caller(who), name),
    end: () => endOf(program, { organisation, number: customer.number(), link, shown, sent, ...staff }),
  };
}

/** Who complains, at their own mail program; `shown`, `sent`: what it has shown and sent so far. */
function customerOf(mail: MailClient) {
  const shown: string[] = [];
  const sent: string[] = [];
  let last: ReadMail;
  let number = "";
  const write = async (written: Written) => sent.push(await mail.write(written));
  return {
    shown,
    sent,
    number: () => number,
    write,
    read: async (...words: string[]) => {
      last = await mail.next();
      number ||= /\[#([A-Z]{2}-\d{4}-\d{6})-/.exec(last.subject)?.[1] ?? "";
      assert.match(last.subject, new RegExp(` \\[#${number}-[a-z2-7]{16}\\]$`));
      for (const each of words) assert.ok(last.text.includes(each), `${each} in: ${last.text}`);
      const lines = [last.subject.replace(/ \[#.*$/, ""), ...last.attachments.map(({ name }) => name)];
      shown.push(lines.map((each) => undated(each, number)).join(" | "));
      return last;
    },
    answer: (words: string) =>
      write({
        to: last.replyTo[0]?.address ?? "",
        subject: `Re: ${last.subject}`,
        text: `${words}\n\nVào lúc ấy, ${last.from?.address} đã viết:\n> Kính gửi Quý khách,`,
        answers: last,
      }),
  };
}

/** The staff at this complaint. */
async function staffOf({ person }: MailProgram, { organisation, roles }: Story, number: string) {
  const staff: Record<string, Caller> = {};
  for (const [name, held] of Object.entries(roles)) staff[name] = await person(organisation, name, ...held);
  const caller = (who: string): Caller => {
    const found = staff[who];
    assert.ok(found, `${who} is nobody of ${organisation}`);
    return found;
  };
  const { body: found } = await caller("van")("GET", `/complaint-numbers/${number}`);
  const address = `/complaints/${found.complaintId}`;
  const ask = async (path: string) => {
    const { status, body } = await caller("van")("GET", path);
    assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    return body;
  };
  return {
    caller,
    address,
    ask,
    act: async (who: string, path: string, body: object = {}): Promise<Made> => {
      const answered = await caller(who)("POST", `${address}/${path}`, body);
      assert.equal(answered.status, 201, `${who} ${path}: ${JSON.stringify(answered.body)}`);
      return answered.body.events;
    },
    factsOf: async (type: string): Promise<Record<string, string>[]> => {
      const { events } = await ask(`${address}/events`);
      return events.filter((event: { type: string }) => event.type === type).map(({ data }: { data: object }) => data);
    },
  };
}

async function invited(
  { act, read, answer }: Pick<Conversation, "act" | "read" | "answer">,
  who: string,
  { place, answer: words }: { place: string; answer: string },
): ReturnType<Conversation["invite"]> {
  const meetingAt = new Date(Date.now() + MEETING_IN_MS).toISOString();
  const made = await act(who, "invitations", { meetingAt, place, channel: "email" });
  const { meetingId } = factOf(made, "CustomerInvited");
  const { attachments } = await read(`Địa điểm: ${place}`);
  const calendar = attachments[0]?.content.toString() ?? "";
  assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
  assert.ok(calendar.includes(`-${meetingId}@hoi-am\r\n`), calendar);
  await act(who, `invitations/${meetingId}/answers`, { comes: true, words: await answer(words), channel: "email" });
  return {
    held: async (minutes) => {
      await until("the meeting", () => (Date.now() > Date.parse(meetingAt) ? true : undefined));
      await act(who, "meetings", { meetingId, ...minutes });
    },
  };
}

async function issued(
  { act, read }: Pick<Conversation, "act" | "read">,
  who: string,
  { paper, channel, signed = [] }: Issuing & { paper: string },
): Promise<PaperIssued> {
  const drafted = signed.length > 0 ? await act(who, "papers", { paper }) : [];
  const paperId = drafted[0]?.data["paperId"];
  for (const { who: signer, by, with: rest } of signed)
    await act(signer, `papers/${paperId}/signatures`, { by, ...rest });
  const asked = { ...(paperId ? { paperId } : { paper }), ...(channel && { channel }) };
  const fact = factOf(await act(who, "issued-papers", asked), "PaperIssued") as unknown as PaperIssued;
  if (channel === undefined) return fact;
  const { numberOnPaper, attachment } = fact;
  const { attachments } = await read(...(numberOnPaper ? [`Số văn bản: ${numberOnPaper}\n`] : []));
  const [{ content } = { content: Buffer.alloc(0) }] = attachments;
  const arrived = createHash("sha256").update(content).digest("hex");
  assert.equal(arrived, attachment?.sha256, `${paper} in the mailbox is the one that was issued`);
  return fact;
}

async function uploaded(call: Caller, name: string): Promise<{ sha256: string; name: string }> {
  const payload = Buffer.concat([
    Buffer.from(`--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(`%PDF-1.4\n1 0 obj<</Title(${name})>>endobj\ntrailer<<>>\n%%EOF\n`),
    Buffer.from("\r\n--x--\r\n"),
  ]);
  const kept = await call("POST", "/attachments", payload, { "content-type": "multipart/form-data; boundary=x" });
  assert.equal(kept.status, 201, JSON.stringify(kept.body));
  return { sha256: kept.body.sha256, name };
}
