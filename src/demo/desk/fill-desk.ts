import { Readable } from "node:stream";
import { plainPhone } from "../../access/customer-identifiers.ts";
import type { Attachment } from "../../complaint/events/parts.ts";
import { instantFromMs, msFromInstant } from "../../procedure/pure/instant.ts";
import type { Connection } from "../../projections/inside-organisation.ts";
import { SEES_ALL } from "../../projections/visibility.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import { callBack, changeCallBack, makeCallBack } from "../../store/call-backs.ts";
import { concludeLetter, enterLetter, incomingLetter, type Conclusion } from "../../store/incoming-letters.ts";
import { keepCall, linkCall } from "../../store/phone-calls.ts";
import { addReplyMacro } from "../../store/reply-macros.ts";
import { momentOf, workingDayFrom } from "../moments.ts";
import type { DemoStore } from "../seed-demo.ts";
import type { Desk, DemoCall, DemoCallBack, DemoLetter } from "./desk.ts";
import type { Told } from "./fill-tray.ts";
import { scannedLetter } from "./pictures.ts";

/** A letter with when it came and what was scanned of it. */
export type ScannedLetter = { letter: DemoLetter; receivedAt: string; scans: Attachment[] };

/** Keeps the scans of the letters, in the order in which these came. */
export async function scanLetters(store: DemoStore, { letters }: Desk, told: Told): Promise<ScannedLetter[]> {
  const inOrder = letters
    .map((letter) => ({ letter, receivedAt: momentOf(letter.at, told) }))
    .toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
  return Promise.all(
    inOrder.map(async (each, place) => ({
      ...each,
      scans: each.letter.hasScan ? [await scan(store, told.organisation, place)] : [],
    })),
  );
}

async function scan(store: DemoStore, organisation: string, seed: number): Promise<Attachment> {
  const content = scannedLetter(seed);
  const type = "image/png";
  const by = { kind: "system", process: "demonstration" };
  const { sha256, bytes } = await keepContent(store, {
    organisation,
    content: Readable.from([content]),
    type,
    bytesMax: content.length,
    by,
  });
  return { attachmentId: store.newId(), name: `ban-quet-${seed + 1}.png`, type, bytes, sha256 };
}

/** Letters, calls, calls that were promised, and pieces of replies; each names somebody who must be there already. */
export async function fillDesk(
  connection: Connection,
  desk: Desk,
  { letters, macrosBy, ...told }: Told & { letters: readonly ScannedLetter[]; macrosBy: string },
): Promise<void> {
  const { organisation } = told;
  for (const [place, letter] of letters.entries()) await enter(connection, { ...letter, place }, told);
  for (const call of desk.calls) await log(connection, call, told);
  for (const promised of desk.callBacks) await promise(connection, promised, told);
  for (const [place, macro] of desk.macros.entries()) {
    const made = { macroId: `${organisation}-macro-${place + 1}`, by: `${organisation}-${macrosBy}`, ...macro };
    await addReplyMacro(connection, organisation, made);
  }
}

async function enter(
  connection: Connection,
  { letter, receivedAt, scans, place }: ScannedLetter & { place: number },
  { organisation, now, calendar }: Told,
): Promise<void> {
  const letterId = `${organisation}-letter-${place + 1}`;
  const recordedBy = `${organisation}-${letter.by}`;
  const { cameBy, sender, about, sheets, unit, theirs, became } = letter;
  const day = (days: number) => workingDayFrom(now, days, calendar);
  const fields = {
    receivedAt,
    postmarkedOn: letter.postmarked === undefined ? null : day(letter.postmarked),
    cameBy,
    sender,
    theirNumber: theirs?.number ?? null,
    theirDate: theirs === undefined ? null : day(theirs.day),
    about,
    sheets,
    scans,
    unit,
  };
  await enterLetter(connection, { organisation, letterId, recordedBy, fields });
  if (!became) return;
  const entered = await incomingLetter(connection, { organisation, letterId, visibility: SEES_ALL });
  if (!entered) throw new Error(`the letter ${letterId} was not entered`);
  const by = { kind: "person" as const, personId: recordedBy };
  const conclusion: Conclusion = {
    outcome: became.outcome,
    outcomeReason: "reason" in became ? became.reason : null,
    complaintId: "complaint" in became ? `${organisation}-${became.complaint}` : null,
  };
  await concludeLetter(connection, { organisation, letter: entered, by, conclusion });
}

/** Under this id the switchboard would be connected that told of the calls. */
const SWITCHBOARD = "demo-switchboard";

/** How long a telephone rings before somebody answers, or whoever calls gives up. */
const RINGS_MS = 9000;
const GIVES_UP_MS = 32_000;

async function log(connection: Connection, call: DemoCall, { organisation, now, calendar }: Told): Promise<void> {
  const startedAt = momentOf(call.at, { now, calendar });
  const startedMs = msFromInstant(startedAt);
  const { id, direction, number, by, minutes, note = null, about } = call;
  const callId = `${organisation}-call-${id}`;
  const answeredMs = minutes === undefined ? null : startedMs + RINGS_MS;
  await keepCall(connection, organisation, {
    callId,
    connectionId: SWITCHBOARD,
    direction,
    number,
    plainNumber: plainPhone(number) ?? null,
    agent: null,
    personId: by === undefined ? null : `${organisation}-${by}`,
    startedAt,
    answeredAt: answeredMs === null ? null : instantFromMs(answeredMs),
    endedAt: instantFromMs(answeredMs === null ? startedMs + GIVES_UP_MS : answeredMs + (minutes ?? 0) * 60_000),
    recordingUrl: null,
    note,
    recordedBy: null,
  });
  if (about !== undefined)
    await linkCall(connection, { organisation, callId, complaintId: `${organisation}-${about}` });
}

async function promise(connection: Connection, promised: DemoCallBack, { organisation, ...at }: Told): Promise<void> {
  const callBackId = `${organisation}-call-back-${promised.id}`;
  const { number, name = null, says, from, until, madeBy, by, about, call, went } = promised;
  const personOf = (person: string) => `${organisation}-${person}`;
  await makeCallBack(connection, organisation, {
    callBackId,
    number,
    plainNumber: plainPhone(number) ?? null,
    name,
    about: says,
    complaintId: about === undefined ? null : `${organisation}-${about}`,
    callId: call === undefined ? null : `${organisation}-call-${call}`,
    personId: by === undefined ? null : personOf(by),
    dueFrom: momentOf(from, at),
    dueUntil: momentOf(until, at),
    madeBy: personOf(madeBy),
  });
  if (went === undefined) return;
  const before = await callBack(connection, { organisation, visibility: SEES_ALL, callBackId });
  if (!before) throw new Error(`the call ${callBackId} was not promised`);
  const change = { status: "done" as const, outcome: went };
  const personId = personOf(by ?? madeBy);
  await changeCallBack(connection, organisation, { before, change, by: { kind: "person", personId } });
}
