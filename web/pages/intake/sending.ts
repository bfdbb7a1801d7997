import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ask, NoConnection, ServerProblem } from "../../api/ask.ts";
import { tell } from "../../parts/toast.tsx";
import { errorText } from "../../parts/states.tsx";
import { language } from "../../words/language.ts";
import type { BegunFrom, Done, Draft, Sending } from "./draft.ts";
import type { Drafts } from "./kept-drafts.ts";

const AGAIN_MS = 4000;

/**
 * Sends what was saved, and goes on until the server has answered: through a lost network, a reload, a second click. Every
 * request of a draft carries the draft's own key, so that it is done once. Gives the ids of those that wait for the network.
 */
export function useSending({ drafts, change }: Drafts): ReadonlySet<string> {
  const [waiting, setWaiting] = useState<ReadonlySet<string>>(new Set());
  const underWay = useRef(new Set<string>());
  const client = useQueryClient();
  const unsent = (drafts ?? []).filter(({ sending, done }) => sending && !done);
  const ids = unsent.map(({ id }) => id).join();
  useEffect(() => {
    const sendAll = () => {
      for (const { id, sending } of unsent) if (sending && !underWay.current.has(id)) void send(id, sending);
    };
    const send = async (id: string, sending: Sending) => {
      underWay.current.add(id);
      try {
        const done = await takeIn(id, sending);
        change(id, ({ sending: _sent, problem: _problem, ...draft }) => ({ ...draft, done }));
        setWaiting((known) => without(known, id));
        void client.invalidateQueries();
      } catch (error) {
        if (isUnheard(error)) setWaiting((known) => new Set([...known, id]));
        else change(id, ({ sending: _sent, ...draft }) => ({ ...draft, problem: problemOf(error) }));
      } finally {
        underWay.current.delete(id);
      }
    };
    sendAll();
    if (ids === "") return undefined;
    const again = setInterval(sendAll, AGAIN_MS);
    window.addEventListener("online", sendAll);
    return () => {
      clearInterval(again);
      window.removeEventListener("online", sendAll);
    };
    // What is sent never changes while it is on its way: the ids say it all.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ids, change, client]);
  return waiting;
}

async function takeIn(key: string, { body, customer, incidentId, begunFrom }: Sending): Promise<Done> {
  const added = customer && (await ask("POST /customers", { body: customer }, { idempotencyKey: `${key}-customer` }));
  const whole = added ? { ...body, customer: { ...body.customer, customerId: added.customerId } } : body;
  const { complaintId, number } = await ask("POST /complaints", { body: whole }, { idempotencyKey: key });
  if (incidentId !== null) await linkTo(incidentId, complaintId, key);
  if (begunFrom) await tellOrigin(begunFrom, complaintId, key);
  return { complaintId, number };
}

/** It is taken in whatever becomes of this, which can be said later where the letter or the call stands. */
async function tellOrigin(from: BegunFrom, complaintId: string, key: string): Promise<void> {
  try {
    if ("letterId" in from) {
      const body = { outcome: "registered" as const, complaintId };
      const parts = { params: { letterId: from.letterId }, body };
      await ask("POST /incoming-letters/:letterId/conclusions", parts, { idempotencyKey: `${key}-letter` });
    } else await ask("PUT /phone-calls/:callId/complaint", { params: { callId: from.callId }, body: { complaintId } });
  } catch (error) {
    if (isUnheard(error)) throw error;
    tell(errorText(error, language()), { isError: true });
  }
}

/** Nobody knows what became of it: the network, or the database behind the server, is gone for now. */
function isUnheard(error: unknown): boolean {
  return error instanceof NoConnection || (error instanceof ServerProblem && error.problem.status === 503);
}

/** It is taken in whatever becomes of the link, which can be made later. */
async function linkTo(incidentId: string, complaintId: string, key: string): Promise<void> {
  const body = { to: incidentId, as: "same-incident" as const };
  try {
    await ask(
      "POST /complaints/:complaintId/links",
      { params: { complaintId }, query: {}, body },
      { idempotencyKey: `${key}-link` },
    );
  } catch (error) {
    if (isUnheard(error)) throw error;
    tell(errorText(error, language()), { isError: true });
  }
}

function problemOf(error: unknown): NonNullable<Draft["problem"]> {
  if (!(error instanceof ServerProblem)) return { field: null, vi: String(error), en: String(error) };
  const { field, messages } = error.problem;
  return { field: field ?? null, ...messages };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}
