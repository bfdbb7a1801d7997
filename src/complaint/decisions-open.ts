import type { Move } from "../procedure/pure/edition/stages.ts";
import type { Edition } from "../procedure/pure/edition/edition.ts";
import type { Verb } from "../procedure/pure/vocabulary.ts";
import { awaitedDecisions, type AwaitedDecision } from "./awaited-decisions.ts";
import type { Actor, Context } from "./context.ts";
import { wouldTake } from "./forms/legal-values.ts";
import type { Complaint } from "./state.ts";

/** One thing that waits for a decision of this actor, and the verbs by which they may take it now. */
export type OpenDecision = { about: AwaitedDecision["about"]; itemId: string; verbs: Verb[] };

const verbsOf: Readonly<Record<AwaitedDecision["about"], readonly Verb[]>> = {
  resolution: ["approve-resolution", "send-back-resolution"],
  dossier: ["give-direction"],
  remedy: ["approve-remedy"],
  paper: ["check-paper", "sign-paper"],
};

/** What waits for this actor's own decision: each is asked of its verb. Whoever may not approve has nothing to send back here. */
export function decisionsOpen(complaint: Complaint, context: Context): OpenDecision[] {
  const open = awaitedDecisions(complaint).filter((each) => isOpen(each.verb, each, complaint, context));
  const items = [...new Map(open.map((each) => [`${each.about} ${each.itemId}`, each])).values()];
  return items.map(({ about, itemId }) => ({
    about,
    itemId,
    verbs: verbsOf[about].filter((verb) => isOpen(verb, { about, itemId }, complaint, context)),
  }));
}

/**
 * Verbs of deciding that some move of these editions gives to somebody like this actor: a first sieve, and what passes it is asked
 * one by one.
 */
export function decisionVerbs(editions: readonly Edition[], actor: Actor): Verb[] {
  const held = new Set<string>(ownRoles(actor));
  const isLikeActor = (who: string) => {
    const [role = ""] = who.split("@");
    return held.has(role) || who === "owner" || who === "owning-unit";
  };
  const isFor = (verb: Verb, { papers, stages, anywhere }: Edition) => {
    if (verb === "sign-paper" && !papers.some(({ signedBy }) => signedBy.some((signer) => held.has(signer))))
      return false;
    const moves: Move[] = [...stages.flatMap((stage) => stage.moves), ...anywhere];
    return moves.some((move) => move.verb === verb && move.by.some(isLikeActor));
  };
  return awaitedVerbs.filter((verb) => editions.some((edition) => isFor(verb, edition)));
}

const awaitedVerbs = ["approve-resolution", "give-direction", "approve-remedy", "check-paper", "sign-paper"] as const;

function isOpen(
  verb: Verb,
  { about, itemId }: Pick<AwaitedDecision, "about" | "itemId">,
  complaint: Complaint,
  context: Context,
): boolean {
  const takes = (data: Record<string, unknown>) => wouldTake({ verb, data }, complaint, context);
  if (about === "resolution") return takes({});
  if (about === "dossier") return takes({ dossierId: itemId });
  if (about === "remedy") return takes({ remedyId: itemId });
  if (verb === "check-paper") return takes({ paperId: itemId });
  // In one's own name, where the pack names who signs: what anybody may sign waits for nobody.
  const paper = complaint.papers.find(({ paperId }) => paperId === itemId)?.paper;
  const signers = context.edition.papers.find(({ id }) => id === paper)?.signedBy ?? [];
  return ownRoles(context.actor).some((role) => signers.includes(role) && takes({ paperId: itemId, by: role }));
}

function ownRoles(actor: Actor) {
  return actor.kind === "person" ? actor.roles.map(({ role }) => role) : [];
}
