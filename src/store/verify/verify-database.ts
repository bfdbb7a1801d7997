import type pg from "pg";
import { readInside } from "../../projections/inside-organisation.ts";
import { exportLog } from "./export-log.ts";
import { LogCheck, type Flaw, type Verdict } from "./verify-log.ts";

/**
 * Verifies the log of an organisation where it is. Beside what an exported log shows, it compares the log with what the program
 * finds its way by: the ends of the chains, the numbers on paper, the marks of what is sealed, and the kept editions.
 */
export async function verifyLog(
  pool: pg.Pool,
  { organisation, head }: { organisation: string; head?: string | undefined },
): Promise<Verdict> {
  const check = new LogCheck();
  await exportLog(pool, { organisation, personal: true }, (line) => check.take(line));
  const verdict = check.verdict({ head });
  for (const { flaw, find } of beside) {
    const { rows } = await readInside(pool, organisation, (connection) =>
      connection.query<{ place: string; detail: string }>(`${find} order by 1 limit 1000`, [organisation]),
    );
    for (const { place: where, detail } of rows) verdict.flaws.push({ flaw, where, detail });
  }
  return verdict;
}

/** Each finds rows that the log does not bear out: `place` says where, `detail` what is wrong there. */
const beside: readonly { flaw: Flaw["flaw"]; find: string }[] = [
  {
    flaw: "event-missing",
    find: `select 'complaint ' || c.complaint_id as place,
             'fact ' || c.last_sequence || ', its last, is not there or is altered' as detail
           from complaint c
           where c.organisation = $1 and not exists (
             select from event e
             where e.organisation = c.organisation and e.complaint_id = c.complaint_id and e.sequence = c.last_sequence
               and e.hash = c.last_hash)`,
  },
  {
    flaw: "complaint-missing",
    find: `select 'complaint ' || e.complaint_id as place,
             case when c.complaint_id is null then 'its facts are there, and nothing leads to them'
                  else 'it is found as ' || c.number || ', and was registered as ' || (e.data ->> 'number') end as detail
           from event e left join complaint c using (organisation, complaint_id)
           where e.organisation = $1 and e.sequence = 1 and c.number is distinct from e.data ->> 'number'`,
  },
  {
    flaw: "seal-missing",
    find: `select 'complaint ' || c.complaint_id as place,
             'it was sealed up to fact ' || c.sealed_sequence || ', and that seal is not there' as detail
           from complaint c
           where c.organisation = $1 and c.sealed_sequence > 0 and not exists (
             select from seal_leaf l
             where l.organisation = c.organisation and l.complaint_id = c.complaint_id and l.sequence = c.sealed_sequence)`,
  },
  {
    flaw: "edition-altered",
    find: `select 'edition ' || hash as place, 'its text does not have its hash (' || procedure || ')' as detail
           from edition
           where organisation = $1 and encode(sha256(convert_to(canonical_text, 'UTF8')), 'hex') <> hash`,
  },
  {
    flaw: "edition-missing",
    find: `select 'edition ' || (e.data #>> '{edition,hash}') as place, 'complaint ' || min(e.complaint_id) || ' is under it' as detail
           from event e
           where e.organisation = $1 and e.sequence = 1 and not exists (
             select from edition k where k.organisation = e.organisation and k.hash = e.data #>> '{edition,hash}')
           group by e.data #>> '{edition,hash}'`,
  },
  {
    flaw: "right-without-fact",
    find: `with given as (
             select data ->> 'roleHeldId' as id, data from organisation_log where organisation = $1 and type = 'RoleGiven'),
           ended as (
             select distinct on (data ->> 'roleHeldId') data ->> 'roleHeldId' as id, data ->> 'toOn' as to_on
             from organisation_log where organisation = $1 and type = 'RoleEnded' order by data ->> 'roleHeldId', sequence desc)
           select 'person ' || r.person_id as place,
             'their role ' || r.role || '@' || r.unit || ' is not as the organisation''s log says' as detail
           from role_held r
             left join given g on g.id = r.role_held_id
             left join ended e on e.id = r.role_held_id
           where r.organisation = $1
             and (r.person_id, r.role, r.unit, r.from_on::text, r.to_on::text) is distinct from
               (g.data ->> 'personId', g.data ->> 'role', g.data ->> 'unit', g.data ->> 'fromOn',
                coalesce(e.to_on, g.data ->> 'toOn'))`,
  },
  {
    flaw: "right-without-fact",
    find: `with named as (
             select data ->> 'delegationId' as id, data from organisation_log where organisation = $1 and type = 'DeputyNamed'),
           ended as (
             select data ->> 'delegationId' as id from organisation_log where organisation = $1 and type = 'DeputyEnded')
           select 'person ' || d.deputy_id as place,
             'that they stand in for ' || d.person_id || ' is not as the organisation''s log says' as detail
           from delegation d left join named n on n.id = d.delegation_id
           where d.organisation = $1
             and ((d.person_id, d.deputy_id, d.from_on::text, d.to_on::text) is distinct from
                 (n.data ->> 'personId', n.data ->> 'deputyId', n.data ->> 'fromOn', n.data ->> 'toOn')
               or (d.ended_at is null and d.delegation_id in (select id from ended)))`,
  },
];
