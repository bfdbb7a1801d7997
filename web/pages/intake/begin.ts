import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { dayOf, formatTime } from "../../words/format.ts";
import { language } from "../../words/language.ts";
import { CAME_BY, newDraft, RECEIVED_AT, type Draft } from "./draft.ts";
import { valuesOfCustomer } from "./found.ts";
import type { Drafts } from "./kept-drafts.ts";

const route = getRouteApi("/inside/tiep-nhan");

/** Where the address names a letter or a call, a draft is begun from it, once: who comes back finds the same one. True until it is there. */
export function useBegun({ drafts, put }: Drafts & { drafts: Draft[] }, choose: (id: string) => void): boolean {
  const { letter, call } = route.useSearch();
  const navigate = useNavigate();
  const underWay = useRef<string>(undefined);
  const begin = useEffectEvent(async (asked: { letter?: string | undefined; call?: string | undefined }) => {
    try {
      const known = drafts.find(({ begunFrom, done }) => !done && isFrom(begunFrom, asked));
      const draft = known ?? (await draftFrom(asked));
      if (draft && !known) put(draft);
      if (draft) choose(draft.id);
    } catch (error) {
      tell(errorText(error, language()), { isError: true });
    }
    underWay.current = undefined;
    void navigate({ to: "/tiep-nhan", search: {}, replace: true });
  });
  useEffect(() => {
    const asked = letter ?? call;
    // Where an effect runs twice, or the address is read again before it was left, the first one is under way.
    if (asked === undefined || underWay.current === asked) return;
    underWay.current = asked;
    void begin({ letter, call });
  }, [letter, call]);
  return letter !== undefined || call !== undefined;
}

function isFrom(
  begunFrom: Draft["begunFrom"],
  { letter, call }: { letter?: string | undefined; call?: string | undefined },
) {
  if (!begunFrom) return false;
  return "letterId" in begunFrom ? begunFrom.letterId === letter : begunFrom.callId === call;
}

async function draftFrom({ letter, call }: { letter?: string | undefined; call?: string | undefined }) {
  if (letter !== undefined) {
    return ofLetter(await ask("GET /incoming-letters/:letterId", { params: { letterId: letter } }));
  }
  if (call === undefined) return undefined;
  const [found] = (await ask("GET /phone-calls", { query: { callId: call, limit: 1 } })).calls;
  return found && ofCall(found);
}

const channelTypes = { post: "post", fax: "post", counter: "counter", authority: "authority" } as const;

/** The customer's words are in the scan; what it is about is a beginning. Its terms count from when it arrived. */
function ofLetter(letter: Answer<"GET /incoming-letters/:letterId">): Draft {
  const { letterId, cameBy, sender, about, receivedAt, postmarkedOn, scans } = letter;
  const values = {
    [CAME_BY]: channelTypes[cameBy],
    [RECEIVED_AT]: `${dayOf(receivedAt)}T${formatTime(receivedAt)}`,
    content: about,
    ...(postmarkedOn === null ? {} : { sentOn: postmarkedOn }),
    ...(cameBy === "authority" ? { forwardedByAuthority: sender } : { "customer.name": sender }),
  };
  const documents = scans.map(({ sha256, name, bytes }) => ({ sha256, name, bytes }));
  return { ...newDraft(values), documents, begunFrom: { letterId } };
}

/** Whoever alone has this number in the directory is filled in; of several, the clerk chooses. */
async function ofCall({ callId, number }: Answer<"GET /phone-calls">["calls"][number]): Promise<Draft> {
  if (number === null) return { ...newDraft(), begunFrom: { callId } };
  const { customers } = await ask("GET /customers", { query: { search: number, kind: "phone", limit: 2 } });
  const [customer, ...others] = customers;
  const known = customer && others.length === 0 ? valuesOfCustomer(customer, { filled: {} }) : {};
  const filledIn = Object.keys(known);
  return { ...newDraft({ ...known, "customer.phone": number }), filledIn, begunFrom: { callId } };
}
