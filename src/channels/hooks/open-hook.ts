import { createHash, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { readInside } from "../../projections/inside-organisation.ts";
import { openConnection, type OpenConnection } from "../../store/channel-connections.ts";
import type { Api, Wiring } from "../http/api.ts";

/** Where services outside call: whose it is, and which connection. */
export const hookParams = z.object({
  organisation: z.string().regex(/^[a-z0-9][a-z0-9-]{0,99}$/),
  connectionId: z.string().regex(/^[a-z0-9-]{1,64}$/),
});

/** Bytes of what a service sends in one call. */
const HOOK_BYTES_MAX = 500_000;

/** In these routes a body stays as its bytes: a signature is over what was sent, not over what it means. */
export function keepRawBodies(routes: Api): void {
  routes.removeAllContentTypeParsers();
  routes.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: HOOK_BYTES_MAX }, (_request, body, done) =>
    done(null, body),
  );
}

/** The connection that a service calls; undefined: there is none of this kind. */
export async function openHook(
  { pool, registry, secretsKey }: Pick<Wiring, "pool" | "registry" | "secretsKey">,
  { organisation, connectionId }: z.infer<typeof hookParams>,
  kinds: readonly string[],
): Promise<OpenConnection | undefined> {
  if (!secretsKey || !registry.organisations().some(({ id }) => id === organisation)) return undefined;
  const opened = await readInside(pool, organisation, (connection) =>
    openConnection(connection, { organisation, connectionId, key: secretsKey }),
  );
  return opened && kinds.includes(opened.kind) ? opened : undefined;
}

/** Whether two secrets are the same, in a time that says nothing of where they differ. An empty one is never right. */
export function isSameSecret(given: string | undefined, kept: string | undefined): boolean {
  if (!given || !kept) return false;
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(kept));
}
