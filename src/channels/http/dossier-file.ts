import { buffer } from "node:stream/consumers";
import { personNames } from "../../access/person-names.ts";
import { placeOf } from "../../documents/letter-of-paper.ts";
import type { OpenPart } from "../../documents/dossier/bindery.ts";
import type { Dossier } from "../../documents/dossier/dossier.ts";
import { dossierOfFile, isErased } from "../../documents/dossier/dossier-of-file.ts";
import { proofInWords } from "../../documents/dossier/proof-in-words.ts";
import { readInside } from "../../projections/inside-organisation.ts";
import { contentState } from "../../store/attachments/content-state.ts";
import { contentSafety } from "../../store/attachments/scan-contents.ts";
import type { SignedIn, Wiring } from "./api.ts";
import { clockProof, type ClockProof } from "./clock-proof.ts";
import type { ReadComplaint } from "./read-complaint.ts";

/** Of all contents that are bound, before they are: what comes after stands in the index only. */
export const BOUND_BYTES_MAX = 250_000_000;

/** A file as a dossier, with the names of everybody who did something in it and with how each term was counted. */
export async function dossierOf(
  wiring: Wiring,
  { identity: { organisation } }: SignedIn,
  { read, heading }: { read: ReadComplaint; heading: string },
): Promise<Dossier> {
  const { complaint, events, edition, decidedAt: now, calendarNumber } = read;
  const calendars = await wiring.store.calendars.calendarsFor(edition, {
    number: calendarNumber,
    connection: wiring.pool,
  });
  const ids = events.flatMap((event) => [
    event.actor.kind === "person" ? event.actor.personId : null,
    event.type === "ComplaintAssigned" ? event.data.personId : null,
  ]);
  const names = await readInside(wiring.pool, organisation, (connection) =>
    personNames(connection, organisation, [...ids, complaint.ownerId]),
  );
  const proofs = new Map(
    complaint.clocks.map((clock) => [clock.clockId, said(clockProof(clock, calendars[clock.calendar], now))]),
  );
  const place = placeOf(edition.organisation.address);
  return dossierOfFile({ complaint, events, edition, names, now, proofs, heading, place });
}

function said(proof: ClockProof): string {
  if ("unavailable" in proof)
    return proof.unavailable === "named-by-a-person"
      ? "Ngày do người xử lý định, không đếm."
      : "Lịch đã đổi từ khi đếm: cách đếm lúc đó đã ghi trong sổ.";
  return proof.parts.map(({ words, steps }) => `${words.vi}: ${proofInWords(steps)}`).join("\n");
}

/** The contents of a dossier, one by one: whole and seen by the scanner, or why not. */
export function partsOpenedBy({ attachments, pool }: Wiring, organisation: string): OpenPart {
  return async (part) => {
    const { sha256 } = part;
    if (isErased(part)) return "erased";
    const safety = await contentSafety({ attachments, pool }, organisation, sha256);
    if (safety.state === "infected" || safety.state === "not-seen") return "unsafe";
    const state = await contentState(attachments, organisation, sha256);
    if (state === "altered") return "altered";
    const content = state === "missing" ? undefined : await attachments.open(organisation, sha256);
    return content ? buffer(content) : "erased";
  };
}
