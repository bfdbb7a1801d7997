import { z } from "zod";
import type { OpenConnection } from "../../store/channel-connections.ts";
import type { Secrets, SecretsKey } from "../../store/secret-box.ts";
import type { ConnectionKind } from "../connection-kind.ts";
import type { Wiring } from "./api.ts";
import { channelsOf, editionsInForce } from "./closed-channels.ts";
import { problem } from "./problem.ts";

const SETTINGS_MAX = 40;
const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/);

/** What a form of a connection sends, whether it is kept or only tried. */
export const connectionBody = z.strictObject({
  kind: z.string().max(40),
  settings: z
    .record(name, z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
    .refine((settings) => Object.keys(settings).length <= SETTINGS_MAX, `at most ${SETTINGS_MAX} settings`),
  secrets: z
    .record(name, z.string().max(8000).nullable())
    .refine((secrets) => Object.keys(secrets).length <= SETTINGS_MAX, `at most ${SETTINGS_MAX} secrets`)
    .describe("Left out or empty: as it is kept; null: taken away."),
});

type Given = z.infer<typeof connectionBody>;

export function kindOf({ connectionKinds }: Pick<Wiring, "connectionKinds">, kind: string): ConnectionKind {
  const found = connectionKinds.find((each) => each.kind === kind);
  if (!found) throw problem("no-such-item", { name: kind }, { field: "kind" });
  return found;
}

/** A key there must be: the program's start makes it. */
export function keyOf({ secretsKey }: Pick<Wiring, "secretsKey">): SecretsKey {
  if (!secretsKey) throw new Error("this server was wired without a key for secrets");
  return secretsKey;
}

/** Only a channel of the packs in force can be connected, and by a kind that fits it. */
export function refuseOtherChannel(
  wiring: Pick<Wiring, "registry" | "now">,
  organisation: string,
  { channelId, kind }: { channelId: string; kind: ConnectionKind },
): void {
  const channel = channelsOf(editionsInForce(wiring, organisation)).find(({ id }) => id === channelId);
  if (!channel) throw problem("no-such-item", { name: channelId }, { field: "channelId" });
  if (!kind.channelTypes.includes(channel.type))
    throw problem("channel-of-other-kind", { name: channel.name, kind: kind.name }, { field: "channelId" });
}

/** As the kind keeps them; the first that does not fit is refused under its field. */
export function settingsOf(kind: ConnectionKind, given: Given["settings"]): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== ""));
  const parsed = kind.settings.safeParse(filled);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const wrong = String(parsed.error.issues[0]?.path[0] ?? "");
  const label = kind.fields.find((field) => field.name === wrong)?.label ?? wrong;
  throw problem("setting-wrong", { what: label }, { field: `settings.${wrong}` });
}

/**
 * The secrets from now on. What is kept goes on only to where it went so far: somebody who may name another server must not learn a password
 * that was written and never shown.
 */
export function secretsOf(
  kind: ConnectionKind,
  {
    settings,
    given,
    kept,
  }: { settings: Record<string, unknown>; given: Given["secrets"]; kept: OpenConnection | undefined },
): Secrets {
  const unknown = Object.keys(given).find((each) => !kind.secretNames.includes(each));
  if (unknown !== undefined) throw problem("no-such-item", { name: unknown }, { field: `secrets.${unknown}` });
  const goesElsewhere = kind.fields.some(
    (field) => field.leadsSecrets === true && kept !== undefined && kept.settings[field.name] !== settings[field.name],
  );
  const secrets: Record<string, string> = {};
  for (const each of kind.secretNames) {
    const said = given[each];
    const keptOne = kept?.secrets[each];
    if (said === null) continue;
    if (said !== undefined && said !== "") secrets[each] = said;
    else if (keptOne !== undefined && goesElsewhere) throw secretNeeded(kind, each, "secret-needed-anew");
    else if (keptOne !== undefined) secrets[each] = keptOne;
  }
  const missing = kind.fields.find(
    ({ name: field, input, isRequired }) => input === "secret" && isRequired && secrets[field] === undefined,
  );
  if (missing) throw secretNeeded(kind, missing.name, "setting-wrong");
  const short = kind.fields.find(({ name: field, charsMin = 0 }) => (secrets[field]?.length ?? charsMin) < charsMin);
  if (short) throw secretNeeded(kind, short.name, "setting-wrong");
  return secrets;
}

function secretNeeded(kind: ConnectionKind, secret: string, code: "secret-needed-anew" | "setting-wrong") {
  const what = kind.fields.find((field) => field.name === secret)?.label ?? secret;
  return problem(code, { what }, { field: `secrets.${secret}` });
}
