import { organisationFactHash, type OrganisationFact } from "../organisation-log.ts";
import type { SealLeaf } from "../seal.ts";

type Tell = (flaw: "event-altered" | "event-missing" | "event-out-of-order", where: string, detail: string) => void;

/** Checks the organisation's own chain, fact by fact in order, and against the seals that cover its ends. */
export class OrganisationChain {
  readonly #tell: Tell;
  #facts = 0;
  #last: { sequence: number; hash: string } | undefined;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  get facts(): number {
    return this.#facts;
  }

  /** @param sealed what seals say of this chain */
  take({ hash, ...fact }: OrganisationFact, sealed: readonly Pick<SealLeaf, "sequence" | "hash">[]): void {
    this.#facts += 1;
    const { sequence, type } = fact;
    const where = `organisation's log, fact ${sequence}`;
    const expected = (this.#last?.sequence ?? 0) + 1;
    if (sequence > expected) this.#tell("event-missing", where, `fact ${expected} should stand before it`);
    if (sequence < expected) this.#tell("event-out-of-order", where, `fact ${expected} should stand here`);
    if (organisationFactHash(fact, this.#last?.hash ?? null) !== hash) {
      this.#tell("event-altered", where, `what stands there does not have its hash (${type})`);
    }
    if (sealed.some((leaf) => leaf.sequence === sequence && leaf.hash !== hash)) {
      this.#tell("event-altered", where, "a seal has another hash for it");
    }
    this.#last = { sequence, hash };
  }

  /** Facts that a seal covers and that are gone from the end. */
  end(sealed: readonly Pick<SealLeaf, "sequence">[]): void {
    const last = this.#last?.sequence ?? 0;
    const covered = Math.max(0, ...sealed.map(({ sequence }) => sequence));
    if (covered <= last) return;
    this.#tell("event-missing", "organisation's log", `it ends with fact ${last}, and a seal covers fact ${covered}`);
  }
}
