import type { ClientBase } from "pg";
import { CannotStart } from "../cannot-start.ts";

/**
 * The role that the program acts as: neither owner nor superuser, so that row-level security binds it. It cannot sign in;
 * the connection's own user signs in and takes this role from its first moment.
 */
export const APP_ROLE = "hoiam_app";

/** The same address, for connections that act as the program's role. */
export function withAppRole(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = url.searchParams.get("options");
  url.searchParams.set("options", `${options ? `${options} ` : ""}-c role=${APP_ROLE}`);
  return url.href;
}

/** Makes the role where it is missing, and lets the connected user act as it. Must not run at the same time twice. */
export async function createAppRole(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean; member: boolean; me: string }>(
    `select exists (select from pg_roles where rolname = $1) as there,
            coalesce((select pg_has_role(oid, 'member') from pg_roles where rolname = $1), false) as member,
            quote_ident(current_user) as me`,
    [APP_ROLE],
  );
  const found = rows[0];
  if (!found) throw new Error("the server did not say who we are");
  try {
    if (!found.there) await createRole(client);
    // From PostgreSQL 16 on, who makes a role is its administrator but must still be given the right to act as it.
    if (!found.member || !found.there) await client.query(`grant ${APP_ROLE} to ${found.me}`);
  } catch (error) {
    throw new CannotStart(
      `The database user ${found.me} may not create the role ${APP_ROLE} that the program acts as: let an administrator run "create role ${APP_ROLE} nologin; grant ${APP_ROLE} to ${found.me};" once.`,
      { cause: error },
    );
  }
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
