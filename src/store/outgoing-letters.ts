import type { ActorRef } from "../complaint/events/event.ts";
import type { Connection } from "../projections/inside-organisation.ts";
import { seenBy, type Visibility } from "../projections/visibility.ts";

/** One row of a register of outgoing letters: a number, and what its fact and its file say of it. Instants in UTC. */
export type OutgoingLetter = {
  complaintId: string;
  paperId: string;
  register: string;
  year: number;
  number: number;
  numberOnPaper: string | null;
  issuedAt: string;
  issuedBy: ActorRef;
  paper: string;
  kind: string;
  editionHash: string;
  subject: string | null;
  recipient: string | null;
  customerName: string | null;
  /** Names on a copy that was signed on paper. */
  signers: string | null;
  signedOnPaper: boolean;
  /** Who signed, as what, in the program. */
  signatures: { by: string; signer: string | null; actor: ActorRef }[];
  channel: string | null;
  /** What became of it on its way. */
  dispatch: string | null;
  complaintNumber: string;
  sha256: string | null;
  sealedBy: string | null;
  follows: { paperId: string; as: "replacement" | "correction" } | null;
  followedBy: { number: string | null; as: "replacement" | "correction" } | null;
  stamp: { stampedBy: string; stampedAt: string; copies: number } | null;
};

export type OutgoingFilter = {
  register?: string | undefined;
  year?: number | undefined;
  /** Of number, subject, recipient, customer, signers or the complaint's number; with or without tone marks. */
  words?: string | undefined;
  fromDay?: string | undefined;
  /** The last day, inclusive. */
  toDay?: string | undefined;
  /** Only those that are stamped, or are not. */
  stamped?: boolean | undefined;
};

/** A personal value of a fact; null where it was erased. */
const said = (name: string) => `case jsonb_typeof(e.data -> '${name}') when 'string' then e.data ->> '${name}' end`;

const COLUMNS = `l.complaint_id as "complaintId", l.paper_id as "paperId", l.register, l.year, l.number,
  e.data ->> 'numberOnPaper' as "numberOnPaper", instant_text(l.issued_at) as "issuedAt", e.actor as "issuedBy",
  e.data ->> 'paper' as paper, e.data ->> 'kind' as kind, r.edition_hash as "editionHash",
  ${said("subject")} as subject, ${said("recipient")} as recipient, r.customer_name as "customerName",
  ${said("signers")} as signers, coalesce((e.data -> 'signedOnPaper')::boolean, false) as "signedOnPaper",
  (select coalesce(jsonb_agg(jsonb_build_object('by', s.data ->> 'by', 'actor', s.actor,
            'signer', case jsonb_typeof(s.data -> 'signer') when 'string' then s.data ->> 'signer' end) order by s.sequence), '[]')
   from event s where s.organisation = l.organisation and s.complaint_id = l.complaint_id and s.sequence < l.sequence
     and s.type = 'PaperSigned' and s.data ->> 'paperId' = l.paper_id) as signatures,
  e.data ->> 'channel' as channel,
  (select d.data ->> 'outcome' from event d
   where d.organisation = l.organisation and d.complaint_id = l.complaint_id and d.sequence > l.sequence
     and d.type = 'DispatchRecorded' and d.data ->> 'of' = l.paper_id order by d.sequence desc limit 1) as dispatch,
  r.number as "complaintNumber", e.data #>> '{attachment,sha256}' as sha256, e.data ->> 'sealedBy' as "sealedBy",
  e.data -> 'follows' as follows,
  (select jsonb_build_object('number', coalesce(f.data ->> 'numberOnPaper', f.data ->> 'letterNumber'), 'as', f.data #>> '{follows,as}')
   from event f where f.organisation = l.organisation and f.complaint_id = l.complaint_id and f.sequence > l.sequence
     and f.type = 'PaperIssued' and f.data #>> '{follows,paperId}' = l.paper_id limit 1) as "followedBy",
  case when m.paper_id is not null then jsonb_build_object('stampedBy', m.stamped_by,
    'stampedAt', instant_text(m.stamped_at), 'copies', m.copies) end as stamp`;
const FROM = `outgoing_letter l
  join event e on e.organisation = l.organisation and e.complaint_id = l.complaint_id and e.sequence = l.sequence
  join complaint_row r on r.organisation = l.organisation and r.complaint_id = l.complaint_id
  left join letter_stamp m on m.organisation = l.organisation and m.complaint_id = l.complaint_id and m.paper_id = l.paper_id`;

export type RegisterPlace = { year: number; number: number; register: string };

/** The registers of outgoing letters, the latest number first, with what the reader may see of them. */
export async function outgoingLetters(
  connection: Connection,
  asked: {
    organisation: string;
    visibility: Visibility;
    filter: OutgoingFilter;
    before?: RegisterPlace | undefined;
    limit: number;
  },
): Promise<OutgoingLetter[]> {
  const { organisation, visibility, filter, before, limit } = asked;
  const values: unknown[] = [organisation];
  const place = (value: unknown) => `$${values.push(value)}`;
  const after = before && [before.year, before.number, before.register].map(place);
  const where = [
    "l.organisation = $1 and l.register is not null",
    seenBy(visibility, place),
    ...conditionsOf(filter, place),
    ...(after
      ? [`(l.year, l.number, l.register) < (${after[0]}::integer, ${after[1]}::integer, ${after[2]}::text)`]
      : []),
  ];
  const { rows } = await connection.query<OutgoingLetter>(
    `select ${COLUMNS} from ${FROM} where ${where.join(" and ")}
     order by l.year desc, l.number desc, l.register desc limit ${place(limit)}`,
    values,
  );
  return rows;
}

function conditionsOf(filter: OutgoingFilter, place: (value: unknown) => string): string[] {
  const { register, year, words = "", fromDay, toDay, stamped } = filter;
  const told = [
    said("subject"),
    said("recipient"),
    said("signers"),
    "e.data ->> 'numberOnPaper'",
    "r.customer_name",
    "r.number",
  ];
  const looked = `unaccent(lower(concat_ws(' ', ${told.join(", ")})))`;
  return [
    ...(register === undefined ? [] : [`l.register = ${place(register)}`]),
    ...(year === undefined ? [] : [`l.year = ${place(year)}::integer`]),
    ...(words.trim() === "" ? [] : [`strpos(${looked}, unaccent(lower(${place(words.trim())}::text))) > 0`]),
    ...(fromDay === undefined ? [] : [`l.issued_at >= ${place(`${fromDay}T00:00:00+07:00`)}::timestamptz`]),
    ...(toDay === undefined
      ? []
      : [`l.issued_at < ${place(`${toDay}T00:00:00+07:00`)}::timestamptz + interval '1 day'`]),
    ...(stamped === undefined ? [] : [`(m.paper_id is not null) = ${place(stamped)}::boolean`]),
  ];
}

/** One register of one year. `missing`: numbers that were given out and have no letter; there is none where nobody meddled. */
export type LetterRegister = { register: string; year: number; letters: number; lastNumber: number; missing: number[] };

const MISSING_MAX = 50;

/** Every register of the organisation, the latest year first. */
export async function letterRegisters(connection: Connection, organisation: string): Promise<LetterRegister[]> {
  const { rows } = await connection.query<LetterRegister>(
    `with held as (
       select register, year, count(*)::integer as letters, max(number) as last_number
       from outgoing_letter where organisation = $1 and register is not null group by register, year)
     select h.register, h.year, h.letters, greatest(h.last_number, coalesce(g.last_number, 0)) as "lastNumber",
       coalesce((select json_agg(n order by n) from (
         select n from generate_series(1, greatest(h.last_number, coalesce(g.last_number, 0))) n
         where h.letters < greatest(h.last_number, coalesce(g.last_number, 0)) and not exists (
           select from outgoing_letter l
           where l.organisation = $1 and l.register = h.register and l.year = h.year and l.number = n)
         order by n limit $2) gaps), '[]') as missing
     from held h left join letter_register g on g.organisation = $1 and g.register = h.register and g.year = h.year
     order by h.year desc, h.register limit 200`,
    [organisation, MISSING_MAX],
  );
  return rows;
}

type Stamping = { organisation: string; complaintId: string; paperId: string };

/** One letter of a register; undefined where there is none, or its complaint is not for this reader. */
export async function outgoingLetter(
  connection: Connection,
  { organisation, complaintId, paperId, visibility }: Stamping & { visibility: Visibility },
): Promise<OutgoingLetter | undefined> {
  const values: unknown[] = [organisation, complaintId, paperId];
  const isSeen = seenBy(visibility, (value) => `$${values.push(value)}`);
  const { rows } = await connection.query<OutgoingLetter>(
    `select ${COLUMNS} from ${FROM}
     where l.organisation = $1 and l.complaint_id = $2 and l.paper_id = $3 and l.register is not null and ${isSeen}`,
    values,
  );
  return rows[0];
}

/** Notes that the paper copies carry the stamp. False: they were marked before. */
export async function stampLetter(
  connection: Connection,
  { organisation, complaintId, paperId, stampedBy, copies }: Stamping & { stampedBy: string; copies: number },
): Promise<boolean> {
  const { rowCount } = await connection.query(
    `insert into letter_stamp (organisation, complaint_id, paper_id, stamped_by, copies) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [organisation, complaintId, paperId, stampedBy, copies],
  );
  return rowCount === 1;
}

/** Takes a mark back that was set by mistake. False: there was none. */
export async function unstampLetter(
  connection: Connection,
  { organisation, complaintId, paperId }: Stamping,
): Promise<boolean> {
  const { rowCount } = await connection.query(
    "delete from letter_stamp where organisation = $1 and complaint_id = $2 and paper_id = $3",
    [organisation, complaintId, paperId],
  );
  return rowCount === 1;
}
