import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import type { EventOf } from "../../../src/complaint/events/event.ts";
import { verifyDocuments } from "../../../src/store/verify/verify-documents.ts";
import { verifyLog } from "../../../src/store/verify/verify-database.ts";
import { ask as requested, type Answered, type Caller } from "../../support/api.ts";
import { textOfPdf } from "../../support/pdf.ts";
import type { MailProgram } from "./mail-program.ts";

export type PaperIssued = EventOf<"PaperIssued">["data"];

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

type Told = {
  organisation: string;
  number: string;
  /** Of the acknowledgement. */
  link: string;
  /** By the customer's mail program. */
  shown: string[];
  /** Message-IDs of what the customer wrote. */
  sent: readonly string[];
  /** Of the complaint. */
  address: string;
  caller: (who: string) => Caller;
  /** As `van`. */
  ask: (path: string) => Promise<Answered["body"]>;
  factsOf: (type: string) => Promise<Record<string, string>[]>;
};

/** How it stands, after everything was looked at that is the same in every conversation: mails, registers, log and documents. */
export async function endOf({ test }: MailProgram, told: Told): Promise<Ended> {
  const { organisation, address, ask, number, shown } = told;
  const { phase, papersOwed } = await ask(address);
  const issued = (await told.factsOf("PaperIssued")) as unknown as PaperIssued[];
  const papers = [];
  for (const each of issued) papers.push(await paperInWords(test, organisation, each));
  const { messages } = await ask(`${address}/messages`);
  const toCustomer = messages.filter(({ audience }: { audience: string }) => audience === "customer");
  assert.deepEqual(
    toCustomer.map(({ status }: { status: string }) => status),
    shown.map(() => "sent"),
  );
  await everyMailKept(told);
  const { flaws } = await verifyLog(test.database.pool, { organisation });
  assert.deepEqual(flaws, []);
  const kept = await verifyDocuments({ pool: test.database.pool, attachments: test.attachments }, organisation);
  assert.deepEqual(kept.flaws, []);
  return {
    phase,
    owed: papersOwed.filter(({ issuedAs }: { issuedAs: string | null }) => issuedAs === null),
    papers,
    mailbox: shown,
    page: await ownPage(test, told),
    registers: (await lettersIn(told)).map((each) => undated(each, number)),
  };
}

/** Every mail of the customer stands at the complaint, byte for byte. */
async function everyMailKept({ address, ask, caller, sent }: Told): Promise<void> {
  const { arrivals } = await ask(`${address}/arrivals`);
  assert.deepEqual(
    arrivals.map(({ status, nature }: { status: string; nature: string }) => `${status} ${nature}`),
    sent.map(() => "taken-in message"),
  );
  for (const [place, { arrivalId }] of arrivals.entries()) {
    const { status, raw } = await caller("van")("GET", `/arrivals/${arrivalId}/original`);
    assert.equal(status, 200);
    assert.ok(raw.includes(sent[place] ?? ""), `the original of mail ${place + 1}`);
  }
}

/** What the link of the acknowledgement leads to. */
async function ownPage({ api }: MailProgram["test"], { link, number }: Told): Promise<string[]> {
  const url = link.replace("/tra-cuu/", "/api/v1/public/complaints/");
  const { status, body } = await requested(api, { method: "GET", url });
  assert.equal(status, 200, JSON.stringify(body));
  return (body.letters as { kind: string; name: string | null; number: string | null }[])
    .filter(({ kind }) => kind === "paper")
    .map((letter) => undated(`${letter.name} ${letter.number ?? "–"}`, number))
    .toReversed();
}

/** All of the organisation, the first number first; none is missing. */
async function lettersIn({ ask }: Told): Promise<string[]> {
  const { registers } = await ask("/outgoing-letter-registers");
  assert.deepEqual(
    registers.flatMap(({ missing }: { missing: number[] }) => missing),
    [],
  );
  const { letters } = await ask("/outgoing-letters");
  return (letters as { register: string; numberOnPaper: string; signers: string[] }[])
    .map(({ register, numberOnPaper, signers }) => `${register} ${numberOnPaper} ${signers.join(", ")}`)
    .toReversed();
}

async function paperInWords(
  { attachments }: MailProgram["test"],
  organisation: string,
  { paper, register = "–", letterNumber = "–", numberOnPaper, attachment }: PaperIssued,
): Promise<string> {
  // It was told by phone or mail, and the pack says that nothing on paper leaves.
  if (attachment === undefined) return `${paper} without a sheet`;
  const words = `${paper} ${register} ${letterNumber.replace(/\/\d{4}$/, "")}`;
  const content = await attachments.open(organisation, attachment.sha256);
  assert.ok(content, `${paper} is kept`);
  const text = await textOfPdf(await buffer(content));
  if (numberOnPaper === undefined) return `${words} –`;
  assert.ok(text.includes(`Số: ${numberOnPaper}`), `${paper} bears its number`);
  return `${words} ${numberOnPaper.replace(/\/\d{4}\//, "/…/")}`;
}

/** Without the day on which this runs, and without the complaint's number. */
export function undated(words: string, number: string): string {
  return words.replaceAll(number, "KN").replaceAll(/(?<=[-/])20\d\d\b/g, "…");
}
