import { bothNames } from "../procedure/pure/edition/english.ts";
import type { Fact } from "../procedure/pure/edition/guard.ts";
import type { Words } from "../procedure/pure/words/guard-in-words.ts";
import type { ActionVerb } from "./allowed-actions.ts";
import type { Context } from "./context.ts";
import { permitted } from "./decide.ts";
import { isCoordinationOpen, isRemedyOpen } from "./facts.ts";
import { nameable } from "./forms/items-of-file.ts";
import { lackInWords } from "./guard-not-met.ts";
import type { LackedFact } from "./lack.ts";
import { papersStillOwed, settlingNow } from "./papers-owed.ts";
import { isRefusal } from "./refusal.ts";
import type { Complaint } from "./state.ts";
import { unsignedBy } from "./tell/papers.ts";

type Given = Readonly<Record<string, string | boolean>>;

/** One thing that somebody may do about an item. */
export type Option = {
  what: Words;
  /** The form that does it, with what is chosen in it already; null: it is only waited for. */
  action: { verb: ActionVerb; move: string | null; given: Given } | null;
  /** Why this actor may not do it now; null: they may, or it is only waited for. */
  why: Words | null;
};

/** What may be done about facts any of which is enough: one list for each item of the file that is in the way. */
export function optionsOf(lacked: readonly LackedFact[], complaint: Complaint, context: Context): Option[][] {
  const [only, ...others] = lacked;
  if (only && others.length === 0) return itemsOf(only, complaint, context);
  const options = lacked.flatMap((each) => itemsOf(each, complaint, context).flat());
  const viable = options.filter(({ why }) => why === null);
  return [viable.length > 0 ? viable : options];
}

function itemsOf(lacked: LackedFact, complaint: Complaint, context: Context): Option[][] {
  const { fact } = lacked;
  const ask = (verb: ActionVerb, given: Given, what: Words) => optionOf({ verb, given, what }, complaint, context);
  const { edition, now } = context;
  switch (fact.fact) {
    case "papers-owed":
      return papersStillOwed(complaint).map((owed) => {
        const settling = settlingNow(owed, complaint, edition, now);
        return (settling.length > 0 ? settling : owed.anyOf).map((paper) => paperOption(paper, complaint, context));
      });
    case "paper-issued":
      return [
        edition.papers.filter(({ kind }) => kind === fact.kind).map(({ id }) => paperOption(id, complaint, context)),
      ];
    case "promises-open":
      return complaint.promises
        .filter(({ fulfilledAt }) => fulfilledAt === null)
        .map(({ promiseId }) => [ask("fulfil-promise", { promiseId }, keep(nameOf("promiseId", promiseId)))]);
    case "remedies-open":
      return complaint.remedies
        .filter(isRemedyOpen)
        .map(({ remedyId, status, needsApproval }) => [
          status === "agreed" && needsApproval
            ? ask("approve-remedy", { remedyId }, named("Duyệt", "Approve", nameOf("remedyId", remedyId)))
            : ask("complete-remedy", { remedyId }, named("Thực hiện", "Carry out", nameOf("remedyId", remedyId))),
        ]);
    case "corrective-actions-open":
      return complaint.actions
        .filter(({ status }) => status === "ordered" || status === "completed")
        .map(({ actionId, status }) => [
          status === "ordered"
            ? ask("complete-corrective-action", { actionId }, named("Khắc phục", "Mend", nameOf("actionId", actionId)))
            : ask(
                "verify-corrective-action",
                { actionId },
                named("Kiểm tra khắc phục", "Verify", nameOf("actionId", actionId)),
              ),
        ]);
    case "watching":
      return complaint.watches
        .filter(({ endedAt }) => endedAt === null)
        .map(({ watchId }) => [
          ask("end-watch", { watchId }, capital(lackInWords(lacked, { complaint, edition, now }))),
        ]);
    case "coordinations-open":
    case "coordinations-accepted":
      return complaint.coordinations
        .filter(isCoordinationOpen)
        .map(({ coordinationId, unit }) => [
          ask("accept-coordination", { coordinationId }, named("Phản hồi phù hợp", "Find suitable", unitName(unit))),
        ]);
    default: {
      const what = capital(lackInWords(lacked, { complaint, edition, now }));
      const meant = verbFor(fact);
      return [[meant ? ask(meant.verb, meant.given, what) : { what, action: null, why: null }]];
    }
  }
  function nameOf(field: string, id: string): Words {
    const found = nameable("note", field, edition, complaint)?.find(({ value }) => value === id);
    return found?.label ?? { vi: id, en: id };
  }
  function unitName(unit: string): Words {
    return bothNames(edition.units.find(({ id }) => id === unit) ?? { name: unit });
  }
}

/** A paper that others must sign is drafted, then signed, then issued; one that this actor may issue at once is. */
function paperOption(paper: string, complaint: Complaint, context: Context): Option {
  const known = context.edition.papers.find(({ id }) => id === paper);
  const name = bothNames(known ?? { name: paper });
  const draft = complaint.papers.findLast((each) => each.paper === paper && each.status !== "issued");
  const isUnsigned = known !== undefined && unsignedBy(known, draft, complaint, context).length > 0;
  const given = draft ? { paperId: draft.paperId } : { paper };
  const issue = optionOf({ verb: "issue-paper", given, what: named("Phát hành", "Issue", name) }, complaint, context);
  if (!isUnsigned) return issue;
  if (draft) return optionOf({ verb: "sign-paper", given, what: named("Ký", "Sign", name) }, complaint, context);
  const begun = optionOf({ verb: "draft-paper", given, what: named("Soạn", "Draft", name) }, complaint, context);
  // Who may draft none may still hand in one that was signed on paper.
  return begun.action === null && issue.action !== null ? issue : begun;
}

function optionOf(
  { verb, given, what }: { verb: ActionVerb; given: Given; what: Words },
  complaint: Complaint,
  context: Context,
): Option {
  const moves = permitted(verb, complaint, context);
  if (isRefusal(moves)) return { what, action: null, why: { vi: moves.vi, en: moves.en } };
  const move = moves.find(({ given: pinned = {} }) =>
    Object.entries(pinned).every(
      ([field, values]) => !(field in given) || [values].flat().includes(given[field] ?? ""),
    ),
  );
  return { what, action: move ? { verb, move: move.name ?? null, given } : null, why: null };
}

/** By which verb a fact is brought about that is about no item of the file. */
function verbFor(fact: Fact): { verb: ActionVerb; given: Given } | null {
  const found = verbs[fact.fact];
  if (fact.fact === "verdict") {
    const accepts = fact.in.includes("accepted") ? "yes" : "silent";
    return { verb: "record-verdict", given: { accepts } };
  }
  if (fact.fact === "satisfied") return { verb: "record-verdict", given: { accepts: "yes", satisfied: "yes" } };
  if (fact.fact === "replied") return { verb: "reply", given: { final: true } };
  return found ? { verb: found, given: {} } : null;
}

const verbs: Partial<Record<Fact["fact"], ActionVerb>> = {
  complete: "correct-entry",
  acknowledged: "acknowledge",
  accepted: "accept",
  "call-back": "call-back",
  "finding-recorded": "record-finding",
  "handling-recorded": "record-handling",
  "dossier-submitted": "submit-dossier",
  "outside-remedies-told": "inform-of-outside-remedies",
  "outside-referral": "record-outside-referral",
  watched: "watch",
  "corrective-action-ordered": "order-corrective-action",
  "lesson-recorded": "record-lesson",
  "contact-attempts": "record-contact-attempt",
  meeting: "record-meeting",
};

function keep(promise: Words): Words {
  return named("Thực hiện cam kết", "Keep the promise", { vi: `«${promise.vi}»`, en: `“${promise.en}”` });
}

function named(vi: string, en: string, name: Words): Words {
  return { vi: `${vi} ${name.vi}`, en: `${en} ${name.en}` };
}

function capital({ vi, en }: Words): Words {
  const upper = (text: string) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
  return { vi: upper(vi), en: upper(en) };
}
