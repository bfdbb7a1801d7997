import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { countedAddress } from "../../access/guesses.ts";
import { isPass, type OneTimePurpose } from "../../access/one-time-codes.ts";
import { NO_ORGANISATION, takePublicTurn, type PublicTurn } from "../../access/public-turns.ts";
import { complaintOfCode, readTrackingCode, type TrackingCode } from "../../access/tracking-codes.ts";
import type { Calendars } from "../../complaint/context.ts";
import type { ComplaintEvent } from "../../complaint/events/event.ts";
import type { Complaint } from "../../complaint/state.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { loadComplaint } from "../../store/load-complaint.ts";
import type { Wiring } from "./api.ts";
import { problem } from "./problem.ts";

/** A tracking code in a path, as people type it. */
export const codeParams = z.object({ code: z.string().max(100) });

/** What a one-time code was exchanged for. */
const PASS_HEADER = "hoiam-pass";

/** A complaint that its customer has opened. */
export type OpenedComplaint = {
  organisation: string;
  complaintId: string;
  code: TrackingCode;
  complaint: Complaint;
  events: ComplaintEvent[];
  edition: Edition;
  calendars: Calendars;
  /** Database time. */
  now: string;
  /** Whether mail of this organisation leaves. */
  isMailSent: boolean;
};

/**
 * Opens the complaint of a tracking code. What is no code, what never was one and what was taken back are looked for alike, counted
 * alike and told alike. A right code always opens: whoever guesses, from there or elsewhere, makes only wrong ones wait.
 */
export async function openByCode(request: FastifyRequest, wiring: Wiring, text: string): Promise<OpenedComplaint> {
  const code = readTrackingCode(text);
  const complaintId = await complaintOfCode(wiring.pool, code ?? noCode);
  if (code === undefined || complaintId === undefined) {
    const place = countedAddress(request.ip);
    await takeTurn(wiring, { organisation: NO_ORGANISATION, what: "wrong-code", place });
    throw problem("code-unknown");
  }
  return { code, ...(await readOpened(wiring, code.organisation, complaintId)) };
}

const noCode: TrackingCode = { organisation: NO_ORGANISATION, text: "", hash: Buffer.alloc(32) };

/** Reads a complaint that somebody has shown to be theirs. */
export async function readOpened(
  { pool, registry, store, mail }: Wiring,
  organisation: string,
  complaintId: string,
): Promise<Omit<OpenedComplaint, "code">> {
  const asked = { organisation, complaintId, isNew: false, idempotencyKey: undefined };
  const { loaded, calendarNumber } = await loadComplaint(pool, asked);
  // What is for practice is no customer's.
  if (loaded?.complaint?.shownIn !== "work") throw problem("code-unknown");
  const { complaint, events, decidedAt: now } = loaded;
  const edition = registry.byHash(complaint.edition.hash);
  if (!edition) throw new Error(`edition ${complaint.edition.hash} is not loaded`);
  const calendars = await store.calendars.calendarsFor(edition, { number: calendarNumber, connection: pool });
  const isMailSent = mail?.sendsFor(organisation) ?? false;
  return { organisation, complaintId, complaint, events, edition, calendars, now, isMailSent };
}

/** Takes one of the turns that there are for a place, or says when there is another one. */
export async function takeTurn(
  { pool }: Pick<Wiring, "pool">,
  turn: { organisation: string; what: PublicTurn; place: string },
): Promise<void> {
  const seconds = await takePublicTurn(pool, turn);
  if (seconds > 0) throw problem("too-many-tries", { seconds }, { headers: { "retry-after": String(seconds) } });
}

/** Lets through who has exchanged a one-time code for this purpose. */
export async function needPass(
  request: FastifyRequest,
  { pool }: Pick<Wiring, "pool">,
  { opened, purpose }: { opened: OpenedComplaint; purpose: OneTimePurpose },
): Promise<void> {
  const pass = request.headers[PASS_HEADER];
  const { organisation, complaintId, code } = opened;
  const asked = { organisation, complaintId, codeHash: code.hash, purpose };
  const isGood = typeof pass === "string" && pass.length < 200 && (await isPass(pool, { ...asked, pass }));
  if (!isGood) throw problem("one-time-code-needed", {}, { members: { purpose } });
}
