import { readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { CannotStart } from "../cannot-start.ts";
import type { Config } from "../config.ts";
import { keepSecret } from "../kept-secret.ts";
import { readInside } from "../projections/inside-organisation.ts";
import { opensSecretsOf } from "../store/channel-connections.ts";
import { organisationIds } from "../store/open-store.ts";
import { secretsKey, type SecretsKey } from "../store/secret-box.ts";

const FILE = "connections-key";

/**
 * The key of the secrets of connections: from the environment, or made once and kept in the data folder.
 *
 * @throws CannotStart where it cannot be read, or does not open what is kept: a machine that starts on a database of others needs theirs.
 */
export async function secretsKeyOf(
  { secretsKey: setting }: Pick<Config, "secretsKey">,
  pool: pg.Pool,
  dataFolder: string,
): Promise<SecretsKey> {
  const key = secretsKey(textOf(setting, dataFolder));
  for (const organisation of await organisationIds(pool)) {
    const opens = await readInside(pool, organisation, (connection) => opensSecretsOf(connection, organisation, key));
    if (!opens) throw doesNotOpen(organisation, setting, dataFolder);
  }
  return key;
}

function textOf(setting: Config["secretsKey"], dataFolder: string): string {
  if (setting && "text" in setting) return setting.text;
  const path = setting?.file ?? join(dataFolder, FILE);
  try {
    const text = setting ? readFileSync(path, "utf8").trim() : keepSecret(path);
    if (text.length >= 32) return text;
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new CannotStart(`The key of the connections' secrets cannot be read (${path}: ${why}).`, { cause: error });
  }
  throw new CannotStart(`The key in ${path} is too short: it must have at least 32 characters that nobody can guess.`);
}

function doesNotOpen(organisation: string, setting: Config["secretsKey"], dataFolder: string): CannotStart {
  const ours = setting ? ("text" in setting ? "HOIAM_SECRETS_KEY" : setting.file) : join(dataFolder, FILE);
  return new CannotStart(
    `The passwords of the channels' connections (${organisation}) were sealed under another key than ${ours}: put back ${FILE} from the data folder that they were kept with, or set HOIAM_SECRETS_KEY or HOIAM_SECRETS_KEY_FILE to that key.`,
    { exitCode: 2 },
  );
}
