import type { Verb } from "../procedure/pure/vocabulary.ts";
import type { Complaint } from "./state.ts";

/** Something that somebody with a say must decide, and the verb that does it. */
export type AwaitedDecision = {
  about: "resolution" | "dossier" | "remedy" | "paper";
  verb: Extract<Verb, "approve-resolution" | "give-direction" | "approve-remedy" | "check-paper" | "sign-paper">;
  /** Of the resolution, dossier, remedy or paper. */
  itemId: string;
};

/** What waits for a decision, whoever may take it: that is asked of the verb. A paper waits for its check and for signatures at once. */
export function awaitedDecisions({ resolution, dossiers, remedies, papers }: Complaint): AwaitedDecision[] {
  const proposed = resolution?.status === "submitted" ? [resolution] : [];
  const drafts = papers.filter(({ status }) => status === "drafted");
  const unissued = papers.filter(({ status }) => status !== "issued");
  return [
    ...proposed.map(({ resolutionId }) => awaited("resolution", "approve-resolution", resolutionId)),
    ...dossiers
      .filter(({ directedAt }) => directedAt === null)
      .map(({ dossierId }) => awaited("dossier", "give-direction", dossierId)),
    ...remedies
      .filter(({ status, needsApproval }) => status === "agreed" && needsApproval)
      .map(({ remedyId }) => awaited("remedy", "approve-remedy", remedyId)),
    ...drafts.map(({ paperId }) => awaited("paper", "check-paper", paperId)),
    ...unissued.map(({ paperId }) => awaited("paper", "sign-paper", paperId)),
  ];
}

function awaited(about: AwaitedDecision["about"], verb: AwaitedDecision["verb"], itemId: string): AwaitedDecision {
  return { about, verb, itemId };
}
