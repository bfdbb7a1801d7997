import type { Connection } from "../inside-organisation.ts";
import { seenBy, type Visibility } from "../visibility.ts";

/** A row of the tray, or of what came in about one complaint. */
export type ArrivalItem = {
  arrivalId: string;
  connectionId: string;
  channel: string | null;
  medium: "mail" | "sms" | "chat" | "call";
  nature: "message" | "bounce" | "automatic" | "list" | "loop" | "unreadable";
  receivedAt: string;
  sender: { name?: string; email?: string; phone?: string; userId?: string };
  subject: string;
  /** The beginning of its words. */
  excerpt: string;
  attachments: number;
  notes: string[];
  status: "waiting" | "taken-in" | "set-aside" | "noted";
  waitingReason: string | null;
  setAsideReason: string | null;
  handledBy: { kind: string; personId?: string; deputyFor?: string; process?: string } | null;
  handledAt: string | null;
  /** What it is about, or became part of. */
  aboutComplaintId: string | null;
  aboutNumber: string | null;
  recognisedBy: string | null;
  complaintId: string | null;
  number: string | null;
  sequence: number | null;
};

const EXCERPT_CHARS = 300;
/** Of each status, the latest so many are looked through for words, each as far as this. */
const SEARCHED_MAX = 5000;
const SEARCHED_CHARS = 2000;

const columns = `a.arrival_id as "arrivalId", a.connection_id as "connectionId", a.channel, a.medium, a.nature,
  instant_text(a.received_at) as "receivedAt", a.sender, a.subject, left(a.content, ${EXCERPT_CHARS}) as excerpt,
  jsonb_array_length(a.attachments) as attachments, a.notes, a.status, a.waiting_reason as "waitingReason",
  a.set_aside_reason as "setAsideReason", a.handled_by as "handledBy", instant_text(a.handled_at) as "handledAt",
  a.about_complaint_id as "aboutComplaintId", about.number as "aboutNumber", a.recognised_by as "recognisedBy",
  a.complaint_id as "complaintId", into_it.number as number, a.sequence`;

const joined = `arrival a
  left join complaint_row about on about.organisation = a.organisation and about.complaint_id = a.about_complaint_id
  left join complaint_row into_it on into_it.organisation = a.organisation and into_it.complaint_id = a.complaint_id`;

/** What is about no complaint is seen by whoever may see the tray; the rest by whoever may see its complaint. */
function isShown(visibility: Visibility, place: (value: unknown) => string): string {
  const isSeen = seenBy(visibility, place);
  return `(${place(visibility.shownIn)}::text = 'work' and coalesce(a.complaint_id, a.about_complaint_id) is null
    or exists (select from complaint_row r where r.organisation = a.organisation
               and r.complaint_id = coalesce(a.complaint_id, a.about_complaint_id) and ${isSeen}))`;
}

export type AskedArrivals = { organisation: string; visibility: Visibility };

/**
 * Arrivals that the reader may see, the latest first.
 *
 * @param of.after the place of the last row of the page before: instant and id
 */
export async function arrivals(
  connection: Connection,
  { organisation, visibility }: AskedArrivals,
  of: {
    status: ArrivalItem["status"];
    medium?: ArrivalItem["medium"] | undefined;
    /** In the sender's name and addresses, the subject, or the beginning. */
    words?: string | undefined;
    limit: number;
    after?: { receivedAt: string; arrivalId: string } | undefined;
  },
): Promise<ArrivalItem[]> {
  const values: unknown[] = [organisation];
  const place = (value: unknown) => `$${values.push(value)}`;
  const conditions = [`a.organisation = $1`, `a.status = ${place(of.status)}`, isShown(visibility, place)];
  if (of.after)
    conditions.push(
      `(a.received_at, a.arrival_id) < (${place(of.after.receivedAt)}::timestamptz, ${place(of.after.arrivalId)})`,
    );
  if (of.medium) conditions.push(`a.medium = ${place(of.medium)}`);
  if (of.words)
    conditions.push(
      `a.arrival_id in (select arrival_id from arrival where organisation = $1 and status = ${place(of.status)}
         order by received_at desc limit ${SEARCHED_MAX})
       and strpos(lower(concat_ws(' ', a.sender ->> 'name', a.sender ->> 'email', a.sender ->> 'phone', a.subject,
         left(a.content, ${SEARCHED_CHARS}))), lower(${place(of.words)})) > 0`,
    );
  const { rows } = await connection.query<ArrivalItem>(
    `select ${columns} from ${joined} where ${conditions.join(" and ")}
     order by a.received_at desc, a.arrival_id desc limit ${place(of.limit)}`,
    values,
  );
  return rows;
}

/** How many wait that the reader may see, counted up to 1000. */
export async function arrivalsWaiting(
  connection: Connection,
  { organisation, visibility }: AskedArrivals,
): Promise<number> {
  const values: unknown[] = [organisation];
  const shown = isShown(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<{ waiting: number }>(
    `select count(*)::integer as waiting from (
       select from arrival a where a.organisation = $1 and a.status = 'waiting' and ${shown} limit 1000) counted`,
    values,
  );
  return rows[0]?.waiting ?? 0;
}

/** What came in about one complaint, in the order in which it came. Nothing where the reader may not see it. */
export async function arrivalsOfComplaint(
  connection: Connection,
  { organisation, visibility }: AskedArrivals,
  complaintId: string,
): Promise<ArrivalItem[]> {
  const values: unknown[] = [organisation, complaintId];
  const shown = isShown(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<ArrivalItem>(
    `select ${columns} from ${joined}
     where a.organisation = $1 and (a.complaint_id = $2 or a.about_complaint_id = $2) and ${shown}
     order by a.received_at, a.arrival_id limit 500`,
    values,
  );
  return rows;
}

/** One in whole, with where its contents are kept. */
export type ArrivalShown = ArrivalItem & {
  content: string;
  quoted: string | null;
  htmlSha256: string | null;
  originalSha256: string;
  originalBytes: number;
  documents: { attachmentId: string; name: string; type: string; bytes: number; sha256: string }[];
  mailHeaders: Record<string, unknown> | null;
};

/** One that the reader may see. */
export async function arrivalShown(
  connection: Connection,
  { organisation, visibility }: AskedArrivals,
  arrivalId: string,
): Promise<ArrivalShown | undefined> {
  const values: unknown[] = [organisation, arrivalId];
  const shown = isShown(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<ArrivalShown>(
    `select ${columns}, a.content, a.quoted, a.html_sha256 as "htmlSha256", a.original_sha256 as "originalSha256",
       a.original_bytes::float8 as "originalBytes", a.attachments as documents, a.mail_headers as "mailHeaders"
     from ${joined} where a.organisation = $1 and a.arrival_id = $2 and ${shown}`,
    values,
  );
  return rows[0];
}
