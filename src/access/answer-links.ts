import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { readInside, writeInside, type Connection } from "../projections/inside-organisation.ts";
import { hashOfKey, newLinkKey, organisationOfKey } from "./link-keys.ts";

/** How long a link is good for; it is over earlier once the request is answered, withdrawn or passed on. */
const GOOD_DAYS = 14;

/** By which somebody who never signs in answers one coordination request, once. */
export type AnswerLink = {
  organisation: string;
  answerLinkId: string;
  complaintId: string;
  coordinationId: string;
  /** The unit that was asked then. */
  unit: string;
  sentTo: string | null;
  /** Ids of the documents of the file that it shows. */
  documents: string[];
  expiresAt: string;
  usedAt: string | null;
};

export type NewAnswerLink = Omit<AnswerLink, "answerLinkId" | "expiresAt" | "usedAt"> & {
  email: string | null;
  madeBy: object;
  /** Of the last fact of the complaint: the mail's place in its file. */
  sequence: number;
};

/**
 * Makes a link, and puts its mail out where it goes to an address. The key is shown now and never again: only its hash is kept, and
 * nothing of it stands in the outbox.
 */
export function newAnswerLink(pool: Pool, link: NewAnswerLink): Promise<NewLink> {
  return writeInside(pool, link.organisation, (connection) => addAnswerLink(connection, link));
}

export type NewLink = { answerLinkId: string; key: string; expiresAt: string };

/** The same in a transaction that is under way. */
export async function addAnswerLink(connection: Connection, link: NewAnswerLink): Promise<NewLink> {
  const { organisation, complaintId, coordinationId, email, sequence } = link;
  const answerLinkId = randomUUID();
  const key = newLinkKey(organisation);
  const expiresAt = await keepLink(connection, { ...link, answerLinkId, key });
  if (email !== null) {
    await connection.query(
      `insert into outbox (organisation, outbox_id, complaint_id, sequence, kind, audience, recipient, channel, content, urgency,
         queued_at, next_try_at)
       values ($1, $2, $3, $4, 'answer-link', 'link', $5, 'email', $6, 'now', now(), now())`,
      [
        organisation,
        `${complaintId}.answer-link.${answerLinkId}`,
        complaintId,
        sequence,
        answerLinkId,
        JSON.stringify({ coordinationId }),
      ],
    );
  }
  return { answerLinkId, key, expiresAt };
}

/** What the mail of a link says, at the moment of sending it: where it goes, and a key of its own, since that of the link is not known. */
export async function keyForMail(
  connection: Connection,
  { organisation, answerLinkId }: { organisation: string; answerLinkId: string },
): Promise<{ email: string; key: string; sentTo: string | null; unit: string; expiresAt: string } | undefined> {
  const key = newLinkKey(organisation);
  const { rows } = await connection.query<{ email: string; sentTo: string | null; unit: string; expiresAt: string }>(
    `insert into answer_link (organisation, answer_link_id, key_hash, complaint_id, coordination_id, unit, sent_to, email, documents,
       made_by, expires_at)
     select organisation, $3, $4, complaint_id, coordination_id, unit, sent_to, email, documents, made_by, expires_at
     from answer_link where organisation = $1 and answer_link_id = $2 and email is not null and used_at is null
       and expires_at > now()
     returning email, sent_to as "sentTo", unit, instant_text(expires_at) as "expiresAt"`,
    [organisation, answerLinkId, randomUUID(), hashOfKey(key)],
  );
  const [made] = rows;
  return made && { ...made, key };
}

/** The link of a key, over or not; undefined where there never was one. */
export async function answerLinkOf(pool: Pool, key: string): Promise<AnswerLink | undefined> {
  const organisation = organisationOfKey(key);
  const { rows } = await readInside(pool, organisation, (connection) =>
    connection.query<AnswerLink & { isOver: boolean }>(
      `select organisation, answer_link_id as "answerLinkId", complaint_id as "complaintId", coordination_id as "coordinationId",
         unit, sent_to as "sentTo", documents, instant_text(expires_at) as "expiresAt", instant_text(used_at) as "usedAt"
       from answer_link where organisation = $1 and key_hash = $2 and expires_at > now()`,
      [organisation, hashOfKey(key)],
    ),
  );
  return rows[0];
}

/** Notes that a link was used: it opens nothing any more, and neither does another one to the same request. */
export async function answerLinkUsed(
  pool: Pool,
  { organisation, complaintId, coordinationId }: AnswerLink,
): Promise<void> {
  await writeInside(pool, organisation, (connection) =>
    connection.query(
      `update answer_link set used_at = now()
       where organisation = $1 and complaint_id = $2 and coordination_id = $3 and used_at is null`,
      [organisation, complaintId, coordinationId],
    ),
  );
}

async function keepLink(
  connection: Connection,
  link: NewAnswerLink & { answerLinkId: string; key: string },
): Promise<string> {
  const { organisation, answerLinkId, key, complaintId, coordinationId, unit, sentTo, email, documents, madeBy } = link;
  const { rows } = await connection.query<{ expires_at: string }>(
    `insert into answer_link (organisation, answer_link_id, key_hash, complaint_id, coordination_id, unit, sent_to, email, documents,
       made_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + $11 * interval '1 day')
     returning instant_text(expires_at) as expires_at`,
    [
      organisation,
      answerLinkId,
      hashOfKey(key),
      complaintId,
      coordinationId,
      unit,
      sentTo,
      email,
      documents,
      JSON.stringify(madeBy),
      GOOD_DAYS,
    ],
  );
  return rows[0]?.expires_at ?? "";
}
