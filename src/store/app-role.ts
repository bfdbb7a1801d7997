import type { ClientBase } from "pg";
import { CannotStart } from "../cannot-start.ts";

/**
 * The role that the program acts as: neither owner nor superuser, so that row-level security binds it. It cannot sign in;
 * a login that is a member of it and of nothing else signs in, and takes this role from its first moment.
 */
export const APP_ROLE = "hoiam_app";

/** The same address, for connections that act as the program's role. */
export function withAppRole(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = url.searchParams.get("options");
  url.searchParams.set("options", `${options ? `${options} ` : ""}-c role=${APP_ROLE}`);
  return url.href;
}

/**
 * Makes the role where it is missing, and lets a login act as it. Must not run at the same time twice.
 *
 * @param login the user of the program's connections; absent: the connected one
 */
export async function createAppRole(client: ClientBase, login?: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean; member: boolean; me: string; login: string }>(
    // From PostgreSQL 16 on, who makes a role is its administrator but must still be given the right to act as it.
    `select app.oid is not null as there,
            coalesce(pg_has_role(login.oid, app.oid, case when current_setting('server_version_num')::integer < 160000
                                                          then 'member' else 'set' end), false) as member,
            quote_ident(current_user) as me, quote_ident(login.rolname) as login
     from pg_roles login left join pg_roles app on app.rolname = $1 where login.rolname = coalesce($2, current_user)`,
    [APP_ROLE, login ?? null],
  );
  const found = rows[0];
  if (!found) throw new CannotStart(`The database has no user ${login}: make it first.`);
  try {
    if (!found.there) await createRole(client);
    if (!found.member || !found.there) await client.query(`grant ${APP_ROLE} to ${found.login}`);
  } catch (error) {
    throw new CannotStart(
      `The database user ${found.me} may not create the role ${APP_ROLE} that the program acts as: let an administrator run "create role ${APP_ROLE} nologin; grant ${APP_ROLE} to ${found.login};" once.`,
      { cause: error },
    );
  }
}

/** Whether a login could undo the separation of organisations: it is a superuser, owns the tables, or may become who does. */
export async function mayUndoSeparation(client: ClientBase, login: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select rolsuper or rolbypassrls or rolcreaterole
         or exists (select from pg_class c where c.relname = 'event' and c.relnamespace = 'public'::regnamespace
                      and pg_has_role(r.oid, c.relowner, 'member')) as may
     from pg_roles r where rolname = $1`,
    [login],
  );
  return rows[0]?.may !== false;
}

async function createRole(client: ClientBase): Promise<void> {
  try {
    await client.query(`create role ${APP_ROLE} nologin`);
  } catch (error) {
    // Roles belong to the whole server: the migration of another database on it was first.
    const isThere = error instanceof Error && "code" in error && (error.code === "42710" || error.code === "23505");
    if (!isThere) throw error;
  }
}
