import { join } from "node:path";
import { Readable } from "node:stream";
import type { Actor } from "../../src/complaint/context.ts";
import type { NewEvent } from "../../src/complaint/events/event.ts";
import type { Attachment } from "../../src/complaint/events/parts.ts";
import type { Complaint } from "../../src/complaint/state.ts";
import type { PersonActing } from "../../src/access/actor.ts";
import type { SignedIn, Wiring } from "../../src/channels/http/api.ts";
import { withMadePaper } from "../../src/channels/http/made-papers.ts";
import type { PaperMaker } from "../../src/documents/paper-maker.ts";
import { isWait, readExamples, type DoStep } from "../../src/examples/examples-file.ts";
import { withIds } from "../../src/examples/handles.ts";
import { actorOf } from "../../src/examples/play-example.ts";
import type { Edition } from "../../src/procedure/pure/edition/edition.ts";
import type { Role } from "../../src/procedure/pure/vocabulary.ts";
import type { AttachmentStore } from "../../src/store/attachments/attachment-store.ts";
import { keepContent } from "../../src/store/attachments/keep-content.ts";
import { fireUntil } from "../../src/store/fire-until.ts";
import { handleCommand } from "../../src/store/handle-command.ts";
import type { Store } from "../../src/store/open-store.ts";
import { done } from "../support/store.ts";

/** A worked example that is told to its end in the database, with every paper that its text names made by the program. */
export type ArchiveStory = {
  organisation: string;
  procedure: string;
  pack: string;
  /** Counted from 1. */
  example: number;
  /** Papers that leave right after the first taken step of a verb, and at the end before it is closed or archived. */
  issues: Partial<Record<string, readonly string[]>>;
  /** What the example leaves out on its way to the archive. */
  afterwards: readonly (Pick<DoStep, "by" | "do"> & Partial<DoStep>)[];
};

export type StoryWiring = { store: Store; attachments: AttachmentStore; papers: PaperMaker };

const procedures = join(import.meta.dirname, "../../procedures");

/** Tells the story, each step at its time; gives the complaint as it ended. Throws where a step is refused that nobody expected to be. */
export async function tellToTheArchive(wiring: StoryWiring, story: ArchiveStory): Promise<Complaint> {
  const { store } = wiring;
  const read = readExamples(join(procedures, `${story.pack}.examples.yaml`));
  const example = read.ok ? read.read.examples[story.example - 1] : undefined;
  if (!example) throw new Error(`${story.pack} has no example ${story.example}`);
  const complaintId = `${story.organisation}-${story.example}`;
  const named = new Map<string, readonly NewEvent[]>();
  const issuedAfter = new Set<string>();
  let known: Complaint | undefined;
  let last = "";
  const tell = async (step: DoStep) => {
    const { organisation } = story;
    if (known) known = await fireUntil(store, { organisation, complaintId, known, at: step.at });
    const result = await carriedOut(wiring, { story, complaintId, step, named, known });
    known = result.state;
    last = step.at;
    if (step.as !== undefined) named.set(step.as, result.events);
    const papers = issuedAfter.has(step.do) ? [] : (story.issues[step.do] ?? []);
    issuedAfter.add(step.do);
    for (const paper of papers)
      await tell({ ...nothing, by: "records-clerk@cskh Vân", at: step.at, do: "issue-paper", with: { paper } });
  };
  for (const step of example.steps) if (!isWait(step) && step.expect.refused === undefined) await tell(step);
  for (const step of story.afterwards) await tell({ ...nothing, at: last, ...step });
  if (!known) throw new Error(`${example.name} has no beginning`);
  return known;
}

const nothing = { with: {}, expect: {} } as Pick<DoStep, "with" | "expect">;

type Telling = {
  story: ArchiveStory;
  complaintId: string;
  step: DoStep;
  named: ReadonlyMap<string, readonly NewEvent[]>;
  known: Complaint | undefined;
};

async function carriedOut(wiring: StoryWiring, { story, complaintId, step, named, known }: Telling) {
  const { store } = wiring;
  const { organisation, procedure } = story;
  const edition = known ? store.registry.byHash(known.edition.hash) : undefined;
  const data = withIds(step.with, { steps: named, complaint: known }) as Record<string, unknown>;
  const paper = edition?.papers.find(({ id }) => id === data["paper"]);
  const isMade = step.do === "issue-paper" && paper?.signedBy.includes("customer") !== true;
  const names = [...(step.attachments ?? []), ...(step.documents ?? [])];
  const attachments = isMade ? [] : await Promise.all(names.map((name) => keptScan(wiring, organisation, name)));
  const actor = isMade && edition ? whoSigns(step, edition, paper?.signedBy ?? []) : actorOf(step.by);
  const command = {
    verb: step.do,
    data,
    occurredAt: step.occurredAt ?? step.at,
    confirmed: step.confirmed,
    filled: step.filled,
    ...(attachments.length > 0
      ? { attachments: attachments.map((each, place) => ({ ...each, ...evidenceOf(step, place) })) }
      : {}),
  };
  const made = isMade ? await makingOf(wiring, { complaintId, organisation, data, actor }) : undefined;
  try {
    const result = await handleCommand(store, {
      organisation,
      procedure,
      complaintId,
      command: { ...command, ...(made?.makeDocument ? { makesDocument: true } : {}) },
      ...(made?.makeDocument ? { makeDocument: made.makeDocument } : {}),
      actor,
    });
    return done(result);
  } finally {
    await made?.afterwards?.();
  }
}

function evidenceOf({ attachments = [] }: DoStep, place: number): { evidence?: string } {
  const evidence = attachments[place];
  return evidence === undefined ? {} : { evidence };
}

/** The paper is signed by whoever issues it: they hold every post that signs it. */
function whoSigns({ by }: DoStep, edition: Edition, signedBy: readonly string[]): Actor {
  const who = actorOf(by);
  if (who.kind !== "person") throw new Error(`${by} issues no papers`);
  const roles = signedBy.flatMap((role) => edition.units.map(({ id: unit }) => ({ role: role as Role, unit })));
  return { ...who, roles: [...who.roles, ...roles] };
}

/** As the API makes it, for somebody who sees every file. */
async function makingOf(
  { store, attachments, papers }: StoryWiring,
  asked: { complaintId: string; organisation: string; data: Record<string, unknown>; actor: Actor },
) {
  const { complaintId, organisation, data, actor } = asked;
  if (actor.kind !== "person") throw new Error("nobody makes the paper");
  const { personId, roles } = actor;
  const acting: PersonActing = { kind: "person", personId, roles: [...roles, { role: "auditor", unit: "cskh" }] };
  const who = { identity: { organisation, personId, name: `Trần ${personId}` }, actor: acting } as SignedIn;
  const now = () => new Date().toISOString();
  const { pool, registry, newId } = store;
  const wiring = { store, pool, registry, newId, attachments, papers, now, publicUrl: "https://hoiam.example" };
  return withMadePaper(wiring as unknown as Wiring, who, { verb: "issue-paper", complaintId, parts: { data } });
}

/** Stands for the copy that was signed on paper, or for what somebody handed in. */
async function keptScan({ store, attachments }: StoryWiring, organisation: string, name: string): Promise<Attachment> {
  const kept = await keepContent(
    { pool: store.pool, attachments },
    {
      organisation,
      content: Readable.from([Buffer.from(`%PDF-1.4\n% ${name}\n`)]),
      type: "application/pdf",
      bytesMax: 10_000,
      by: { kind: "system", process: "spec" },
    },
  );
  const { sha256, bytes } = kept;
  return { attachmentId: store.newId(), name, type: "application/pdf", bytes, sha256 };
}
