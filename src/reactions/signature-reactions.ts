import type { Complaint } from "../complaint/state.ts";
import { notice, type Happened, type Reaction } from "./reaction.ts";

/**
 * Whoever must sign next what was drafted, checked or signed by another: the first in the pack's order who has not. The customer is
 * asked by the provider, and nobody is told of their own doing.
 */
export function signatureReactions({ event: { type, data, actor }, complaint, edition }: Happened): Reaction[] {
  if (type !== "PaperDrafted" && type !== "PaperChecked" && type !== "PaperSigned") return [];
  const paper = complaint.papers.find(({ paperId }) => paperId === data.paperId);
  if (!paper || paper.status === "issued") return [];
  const signedBy = edition.papers.find(({ id }) => id === paper.paper)?.signedBy ?? [];
  const next = signedBy.find((signer) => signer !== "customer" && !paper.signatures.includes(signer));
  if (next === undefined) return [];
  const by = actor.kind === "person" ? { by: actor.personId } : {};
  return askedToSign(next, complaint)
    .filter(([audience, recipient]) => audience !== "person" || recipient !== by.by)
    .map(([audience, recipient]) => notice("signature-asked", audience, recipient, { paperId: data.paperId, ...by }));
}

type Asked = [audience: "person" | "unit" | "role", recipient: string];

/** A clerk's signature is that of whoever is in charge, a unit's that of the units asked; the others hold their role for all files. */
function askedToSign(role: string, { ownerId, unit, coordinations }: Complaint): Asked[] {
  if (role === "unit-member") return [...new Set(coordinations.map((each) => each.unit))].map((each) => ["unit", each]);
  if (role !== "clerk") return [["role", role]];
  if (ownerId !== null) return [["person", ownerId]];
  return unit === null ? [] : [["unit", unit]];
}
