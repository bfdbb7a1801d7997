import type { Connection } from "../projections/inside-organisation.ts";

/** A piece of a reply with variables. `kind`: the pack's kind of complaint that it is for; null: for all. */
export type ReplyMacro = {
  macroId: string;
  name: string;
  content: string;
  kind: string | null;
  version: number;
  changedBy: string;
  changedAt: string;
};

export type NewReplyMacro = Pick<ReplyMacro, "name" | "content" | "kind">;

/** More than a person can choose from. */
export const MACROS_MAX = 300;

const columns = `macro_id as "macroId", name, content, kind, version, changed_by as "changedBy",
  instant_text(changed_at) as "changedAt"`;

/** All that were not removed, by name. */
export async function replyMacros(connection: Connection, organisation: string): Promise<ReplyMacro[]> {
  const { rows } = await connection.query<ReplyMacro>(
    `select ${columns} from reply_macro where organisation = $1 and removed_at is null order by name, macro_id limit ${MACROS_MAX}`,
    [organisation],
  );
  return rows;
}

/** Undefined: there are as many as there may be. */
export async function addReplyMacro(
  connection: Connection,
  organisation: string,
  { macroId, by, name, content, kind }: NewReplyMacro & { macroId: string; by: string },
): Promise<ReplyMacro | undefined> {
  const { rows } = await connection.query<ReplyMacro>(
    `insert into reply_macro (organisation, macro_id, name, content, kind, changed_by)
     select $1, $2, $3, $4, $5, $6
     where (select count(*) from reply_macro where organisation = $1 and removed_at is null) < ${MACROS_MAX}
     returning ${columns}`,
    [organisation, macroId, name, content, kind, by],
  );
  return rows[0];
}

type Version = { macroId: string; version: number; by: string };

/** `version`: the one that was read; another one since then is a conflict. */
export async function changeReplyMacro(
  connection: Connection,
  organisation: string,
  { macroId, version, by, name, content, kind }: NewReplyMacro & Version,
): Promise<ReplyMacro | "unknown" | "changed-meanwhile"> {
  const { rows } = await connection.query<ReplyMacro>(
    `update reply_macro set (name, content, kind, changed_by, changed_at, version) = ($4, $5, $6, $7, clock_timestamp(), version + 1)
     where organisation = $1 and macro_id = $2 and version = $3 and removed_at is null returning ${columns}`,
    [organisation, macroId, version, name, content, kind, by],
  );
  return rows[0] ?? whyNot(connection, organisation, macroId);
}

/** Takes it off the list; what was written with it stays as it is. */
export async function removeReplyMacro(
  connection: Connection,
  organisation: string,
  { macroId, version, by }: Version,
): Promise<"removed" | "unknown" | "changed-meanwhile"> {
  const { rowCount } = await connection.query(
    `update reply_macro set (removed_at, changed_by, version) = (now(), $4, version + 1)
     where organisation = $1 and macro_id = $2 and version = $3 and removed_at is null`,
    [organisation, macroId, version, by],
  );
  return rowCount === 1 ? "removed" : whyNot(connection, organisation, macroId);
}

async function whyNot(
  connection: Connection,
  organisation: string,
  macroId: string,
): Promise<"unknown" | "changed-meanwhile"> {
  const { rowCount } = await connection.query(
    "select from reply_macro where organisation = $1 and macro_id = $2 and removed_at is null",
    [organisation, macroId],
  );
  return rowCount === 1 ? "changed-meanwhile" : "unknown";
}
