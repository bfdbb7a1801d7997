import { eventHash, type StoredEvent } from "../log/chain.ts";
import { ORGANISATION_LEAF, type OrganisationFact } from "../organisation-log.ts";
import { sealHash, type Seal } from "../seal.ts";
import type { LogLine } from "./export-log.ts";
import { logLineSchema } from "./log-line.ts";
import { OrganisationChain } from "./organisation-chain.ts";

/** Something in the log that is not as it was written. `where` is for people: a complaint and a sequence, or a seal. */
export type Flaw = {
  flaw:
    | "event-altered"
    | "event-missing"
    | "event-out-of-order"
    | "complaint-missing"
    | "seal-altered"
    | "seal-missing"
    | "edition-altered"
    | "edition-missing"
    | "document-altered"
    | "document-missing"
    | "right-without-fact"
    | "head-not-found"
    | "unreadable";
  where: string;
  detail: string;
};

export type Verdict = {
  flaws: Flaw[];
  organisation: string;
  complaints: number;
  events: number;
  /** Facts of the organisation's own log. */
  organisationFacts: number;
  seals: number;
  /** Hash of the last seal: publish it, and everything up to it can never be changed unseen. */
  head: string | null;
  /** Complaints whose last facts no seal covers yet. */
  unsealed: number;
};

const FLAWS_MAX = 1_000;

/**
 * Reads the lines of an exported log in order and tells everything that was altered, taken out or moved. Needs no database.
 *
 * @example const check = new LogCheck(); for (const line of lines) check.take(line); check.verdict({ head })
 */
export class LogCheck {
  readonly #flaws: Flaw[] = [];
  /** What seals say that each complaint must have: the hash of its fact with that sequence. */
  readonly #sealed = new Map<string, { sequence: number; hash: string; seal: number }[]>();
  readonly #sealHashes = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #own = new OrganisationChain((flaw, where, detail) => this.#tell(flaw, where, detail));
  #organisation = "";
  #lastSeal: { number: number; hash: string } | undefined;
  #last: { complaint: string; sequence: number; hash: string } | undefined;
  #counts = { complaints: 0, events: 0, seals: 0, unsealed: 0 };

  /** @param where file and line, for people: a line that is none of a log is a flaw too */
  takeUnread(value: unknown, where: string): void {
    const read = logLineSchema.safeParse(value);
    if (read.success) this.take(read.data);
    else this.#tell("unreadable", where, `no line of an exported log: ${read.error.issues[0]?.message ?? ""}`);
  }

  take(line: LogLine): void {
    if (line.line === "log") this.#organisation = line.organisation;
    else if (line.line === "seal") this.#takeSeal(line);
    else if (line.line === "organisation-fact") this.#takeOrganisationFact(line);
    else this.#takeEvent(line);
  }

  /** @param expected.head hash of a seal that was published earlier: it must be in this log */
  verdict(expected: { head?: string | undefined } = {}): Verdict {
    this.#endComplaint();
    this.#own.end(this.#sealed.get(ORGANISATION_LEAF) ?? []);
    for (const [complaint, leaves] of this.#sealed) {
      if (this.#seen.has(complaint) || complaint === ORGANISATION_LEAF) continue;
      const leaf = leaves[0];
      this.#tell(
        "complaint-missing",
        `complaint ${complaint}`,
        `seal ${leaf?.seal} covers it, and it is not in the log`,
      );
    }
    if (expected.head !== undefined && !this.#sealHashes.has(expected.head)) {
      this.#tell("head-not-found", `seal ${expected.head}`, "no seal of this log has this hash: seals were taken out");
    }
    const head = this.#lastSeal?.hash ?? null;
    return {
      flaws: this.#flaws,
      organisation: this.#organisation,
      ...this.#counts,
      organisationFacts: this.#own.facts,
      head,
    };
  }

  #takeSeal({ line: _line, hash, ...seal }: { line: "seal" } & Seal): void {
    this.#counts.seals += 1;
    const where = `seal ${seal.number}`;
    const expected = (this.#lastSeal?.number ?? 0) + 1;
    if (seal.number !== expected) this.#tell("seal-missing", where, `seal ${expected} should stand here`);
    if (seal.previous !== (this.#lastSeal?.hash ?? null)) {
      this.#tell("seal-altered", where, "it does not follow the seal before it");
    }
    if (sealHash(seal) !== hash) this.#tell("seal-altered", where, "its contents do not have its hash");
    for (const { complaint, sequence, hash: leafHash } of seal.leaves) {
      const leaves = this.#sealed.get(complaint);
      const leaf = { sequence, hash: leafHash, seal: seal.number };
      if (leaves) leaves.push(leaf);
      else this.#sealed.set(complaint, [leaf]);
    }
    this.#sealHashes.add(hash);
    this.#lastSeal = { number: seal.number, hash };
  }

  #takeOrganisationFact({ line: _line, ...fact }: { line: "organisation-fact" } & OrganisationFact): void {
    this.#own.take(fact, this.#sealed.get(ORGANISATION_LEAF) ?? []);
  }

  #takeEvent({ line: _line, hash, ...event }: { line: "event" } & StoredEvent): void {
    this.#counts.events += 1;
    if (this.#last?.complaint !== event.complaint) this.#beginComplaint(event.complaint);
    const previous = this.#last?.complaint === event.complaint ? this.#last : undefined;
    this.#checkPlace(event, previous?.sequence ?? 0);
    const computed = this.#hashOf(event, previous?.hash ?? null);
    const where = placeOf(event);
    if (computed !== undefined && computed !== hash) {
      this.#tell("event-altered", where, `what stands there does not have its hash (${event.type})`);
    }
    for (const leaf of this.#sealed.get(event.complaint) ?? []) {
      if (leaf.sequence !== event.sequence || leaf.hash === hash) continue;
      this.#tell("event-altered", where, `seal ${leaf.seal} has another hash for it`);
    }
    this.#last = { complaint: event.complaint, sequence: event.sequence, hash };
  }

  #beginComplaint(complaint: string): void {
    this.#endComplaint();
    if (this.#seen.has(complaint)) {
      this.#tell("event-out-of-order", `complaint ${complaint}`, "its facts do not stand together");
    }
    this.#seen.add(complaint);
    this.#counts.complaints += 1;
  }

  #checkPlace(event: Omit<StoredEvent, "hash">, previous: number): void {
    const expected = previous + 1;
    if (event.sequence === expected) return;
    const where = placeOf(event);
    if (event.sequence > expected) this.#tell("event-missing", where, `fact ${expected} should stand before it`);
    else this.#tell("event-out-of-order", where, `fact ${expected} should stand here`);
  }

  #hashOf(event: Omit<StoredEvent, "hash">, previous: string | null): string | undefined {
    try {
      return eventHash(event, previous);
    } catch (error) {
      this.#tell("event-altered", placeOf(event), error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  /** Facts that a seal covers and that are gone from the end of a complaint. */
  #endComplaint(): void {
    const last = this.#last;
    if (!last) return;
    const leaves = this.#sealed.get(last.complaint) ?? [];
    const covered = Math.max(0, ...leaves.map(({ sequence }) => sequence));
    if (covered > last.sequence) {
      const detail = `it ends with fact ${last.sequence}, and a seal covers fact ${covered}`;
      this.#tell("event-missing", `complaint ${last.complaint}`, detail);
    }
    if (covered < last.sequence) this.#counts.unsealed += 1;
    this.#last = undefined;
  }

  #tell(flaw: Flaw["flaw"], where: string, detail: string): void {
    if (this.#flaws.length < FLAWS_MAX) this.#flaws.push({ flaw, where, detail });
  }
}

function placeOf({ complaint, sequence }: { complaint: string; sequence: number }): string {
  return `complaint ${complaint}, fact ${sequence}`;
}
