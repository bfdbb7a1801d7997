import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";
import { packSchema, type Edition, type EditionRef } from "../pure/edition/edition.ts";
import { withoutEnglish } from "../pure/edition/english.ts";
import { daySchema, idSchema } from "../pure/edition/source.ts";
import type { Move } from "../pure/edition/stages.ts";

/**
 * The text that is kept when an edition is issued, and its hash: SHA-256, in lower-case hexadecimal, over canonical JSON
 * (RFC 8785) of the whole resolved closure. The hash itself does not stand in the text; nor does what only helps to read it:
 * English names, which move is told first, and which takes one press.
 */
export function freeze(edition: Edition): { hash: string; canonicalText: string } {
  const { hash: _hash, ...ref } = edition.ref;
  return freezeClosure({ ...edition, ref });
}

/**
 * The edition of a frozen text, exactly as it was issued; values that a newer program knows get their defaults, and the
 * hash stays that of the text. Throws where the text cannot have come from `freeze`: kept texts are never edited.
 */
export function thaw(canonicalText: string): Edition {
  const closure = closureSchema.parse(JSON.parse(canonicalText));
  return { ...closure, ref: { ...closure.ref, hash: sha256(canonicalText) } };
}

/** Gives a resolved pack its reference, hash included. */
export function pin(closure: Closure): Edition {
  return { ...closure, ref: { ...closure.ref, hash: freezeClosure(closure).hash } };
}

export type Closure = Omit<Edition, "ref"> & { ref: Omit<EditionRef, "hash"> };

const closureSchema = packSchema.extend({
  ref: z.strictObject({
    organisation: idSchema,
    procedure: idSchema,
    effectiveOn: daySchema,
    lawEffectiveOn: daySchema,
  }),
  letters: z.record(z.string(), z.string()).exactOptional(),
});

function freezeClosure(closure: Closure): { hash: string; canonicalText: string } {
  const canonicalText = canonicalize(withoutEnglish(withoutHelp(closure)));
  if (canonicalText === undefined) throw new Error("an edition always has a canonical text");
  return { hash: sha256(canonicalText), canonicalText };
}

function withoutHelp(closure: Closure): Closure {
  const bare = <Of extends Move>({ expected: _expected, forSelf: _forSelf, ...move }: Of) => move;
  const stages = closure.stages.map((stage) => ({ ...stage, moves: stage.moves.map(bare) }));
  return { ...closure, stages, anywhere: closure.anywhere.map(bare) };
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
