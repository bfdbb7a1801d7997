import { useQuery, type QueryClient } from "@tanstack/react-query";
import type { Answer } from "../../api/ask.ts";
import { answerOptions, useAnswer } from "../../api/use-answer.ts";
import { usePackNamesIn } from "../../words/pack-names.ts";
import { nameIn, type Names } from "./names.ts";

export type Complaint = Answer<"GET /complaints/:complaintId">;
export type Edition = Answer<"GET /editions/:hash">;
export type Happenings = Answer<"GET /complaints/:complaintId/events">;
export type ComplaintEvent = Happenings["events"][number];
export type Clock = Answer<"GET /complaints/:complaintId/clocks">["clocks"][number];
export type Coordination = Complaint["coordinations"][number];
export type Document = Complaint["attachments"][number];

/** More than any complaint has had; beyond, the earliest are what is looked at. */
const EVENTS_MAX = 1000;

/** What the page stands on, read together. Everything else is read by the part that shows it. */
export type ComplaintFile = { complaint: Complaint; edition: Edition; happenings: Happenings; names: Names };

export function useFile(complaintId: string) {
  const complaint = useAnswer(...complaintOf(complaintId));
  const happenings = useAnswer(...eventsOf(complaintId));
  const edition = useEdition(complaint.data?.edition.hash);
  const editionShown = usePackNamesIn(edition.data);
  const file =
    complaint.data && happenings.data && editionShown
      ? {
          complaint: complaint.data,
          happenings: happenings.data,
          edition: editionShown,
          names: nameIn(editionShown, happenings.data.people),
        }
      : undefined;
  const retry = () => {
    for (const each of [complaint, happenings, edition]) if (each.error) void each.refetch();
  };
  return { file, error: complaint.error ?? happenings.error ?? edition.error, retry };
}

/** An edition's address is its hash: what is there never changes. */
function useEdition(hash: string | undefined) {
  return useQuery({ ...editionOptions(hash ?? ""), enabled: hash !== undefined });
}

function editionOptions(hash: string) {
  return { ...answerOptions("GET /editions/:hash", { params: { hash } }), staleTime: Infinity };
}

/** Reads a complaint before it is opened: all of it at once, the edition once for all complaints that it binds. */
export async function readAhead(client: QueryClient, complaintId: string): Promise<void> {
  void client.prefetchQuery(answerOptions(...eventsOf(complaintId)));
  void client.prefetchQuery(answerOptions(...clocksOf(complaintId)));
  void client.prefetchQuery(answerOptions(...actionsOf(complaintId)));
  const complaint = answerOptions(...complaintOf(complaintId));
  await client.prefetchQuery(complaint);
  const hash = client.getQueryData(complaint.queryKey)?.edition.hash;
  if (hash !== undefined) await client.prefetchQuery(editionOptions(hash));
}

function complaintOf(complaintId: string) {
  return ["GET /complaints/:complaintId", { params: { complaintId } }] as const;
}

/** The same question as the timeline asks: it is asked once. */
export function eventsOf(complaintId: string) {
  return ["GET /complaints/:complaintId/events", { params: { complaintId }, query: { limit: EVENTS_MAX } }] as const;
}

export function clocksOf(complaintId: string) {
  return ["GET /complaints/:complaintId/clocks", { params: { complaintId }, query: {} }] as const;
}

/** The same question as the forms of the actions ask: it is asked once. */
export function actionsOf(complaintId: string) {
  return ["GET /complaints/:complaintId/actions", { params: { complaintId }, query: {} }] as const;
}
