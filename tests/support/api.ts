import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InjectOptions } from "fastify";
import { openTestDatabase, type TestDatabase } from "./database.ts";
import { addPerson } from "../../src/access/people.ts";
import { giveRole } from "../../src/access/roles.ts";
import { seedUnits } from "../../src/access/units.ts";
import { loadVietnameseCalendar } from "../../src/procedure/load/calendars.ts";
import { loadLetterTexts } from "../../src/procedure/load/letter-texts.ts";
import { loadMailTexts } from "../../src/procedure/load/mail-texts.ts";
import { freeze } from "../../src/procedure/load/freeze.ts";
import { loadEditions } from "../../src/procedure/load/load-editions.ts";
import type { Role } from "../../src/procedure/pure/vocabulary.ts";
import { writeInside } from "../../src/projections/inside-organisation.ts";
import { letterPress } from "../../src/documents/letter-press.ts";
import type { Seals } from "../../src/documents/seal/seals.ts";
import { paperMaker } from "../../src/documents/paper-maker.ts";
import type { Office } from "../../src/documents/word/office.ts";
import type { AttachmentStore } from "../../src/store/attachments/attachment-store.ts";
import { diskStore } from "../../src/store/attachments/disk.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import type { Api, Wiring } from "../../src/channels/http/api.ts";
import { httpServer } from "../../src/channels/http/server.ts";

/** The whole API on a database of its own, with the published procedures. For specs. */
export type TestApi = {
  api: Api;
  database: TestDatabase;
  store: Store;
  attachments: AttachmentStore;
  attachmentsFolder: string;
  /** Adds somebody who holds these roles ("clerk@cskh"), and signs them in. */
  person(organisation: string, personId: string, ...roles: string[]): Promise<Caller>;
  close(): Promise<void>;
};

export type Caller = (
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>;
export type Answered = {
  status: number;
  /** Parsed JSON; specs look into it freely. */
  body: ReturnType<typeof JSON.parse>;
  headers: Record<string, string | undefined>;
  /** As it came, for files. */
  raw: Buffer;
};

export const PASSWORD = "một mật khẩu dài";

type WiredWith = Partial<Pick<Wiring, "mail" | "sender" | "secretsKey" | "connectionKinds">>;

/**
 * @param options.proceduresFolder packs of its own, beside the published ones
 * @param options.office sets Word templates as PDF; without it they are issued as Word files
 * @param options.seals with what issued papers are sealed
 * @param options.wired what the server is wired with besides
 */
export async function openTestApi({
  proceduresFolder,
  office,
  seals,
  ...wired
}: { proceduresFolder?: string; office?: Office; seals?: Seals } & WiredWith = {}): Promise<TestApi> {
  const database = await openTestDatabase();
  const published = join(import.meta.dirname, "../../procedures");
  const loaded = loadEditions(proceduresFolder === undefined ? [published] : [published, proceduresFolder]);
  if (!loaded.ok) throw new Error(`the packs do not load: ${JSON.stringify(loaded.problems[0])}`);
  const { registry } = loaded;
  const national = loadVietnameseCalendar();
  const store = await openStore({ pool: database.pool, registry, national, freeze });
  for (const { id } of registry.organisations()) {
    const editions = registry.editions().filter(({ ref }) => ref.organisation === id);
    await seedUnits(database.pool, id, editions);
  }
  const attachmentsFolder = await mkdtemp(join(tmpdir(), "hoiam-attachments-"));
  const publicUrl = "http://localhost:8080";
  const attachments = diskStore(attachmentsFolder);
  const mailTexts = loadMailTexts(registry.editions());
  const papers = paperMaker(loadLetterTexts(registry.editions()), letterPress(), { office, seals });
  const api = await httpServer({ store, publicUrl, attachments, papers, mailTexts, ...wired });
  return {
    api,
    database,
    store,
    attachments,
    attachmentsFolder,
    person: (organisation, personId, ...roles) => signedInPerson(api, database, { organisation, personId, roles }),
    close: async () => {
      await api.close();
      await database.close();
      await rm(attachmentsFolder, { recursive: true });
    },
  };
}

/** One request without signing in. */
export async function ask(api: Api, options: InjectOptions): Promise<Answered> {
  const response = await api.inject(options);
  const isJson = /json/.test(String(response.headers["content-type"]));
  return {
    status: response.statusCode,
    body: isJson && response.body !== "" ? response.json() : response.body,
    headers: response.headers as Record<string, string | undefined>,
    raw: response.rawPayload,
  };
}

async function signedInPerson(
  api: Api,
  database: TestDatabase,
  { organisation, personId, roles }: { organisation: string; personId: string; roles: string[] },
): Promise<Caller> {
  await writeInside(database.pool, organisation, async (connection) => {
    await addPerson(connection, organisation, {
      personId,
      name: `Người ${personId}`,
      signInName: personId,
      password: PASSWORD,
    });
    for (const held of roles) {
      const [role, unit] = held.split("@") as [Role, string];
      const given = {
        roleHeldId: randomUUID(),
        personId,
        role,
        unit,
        fromOn: "2018-01-01",
        givenBy: "set-up" as const,
      };
      const result = await giveRole(connection, organisation, given);
      if (typeof result === "string") throw new Error(`${held}: ${result}`);
    }
  });
  const payload = { organisation, signInName: personId, password: PASSWORD };
  const signedIn = await api.inject({ method: "POST", url: "/api/v1/session", payload });
  if (signedIn.statusCode !== 201) throw new Error(`${personId} cannot sign in: ${signedIn.body}`);
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
  return (method, path, body, headers = {}) =>
    ask(api, {
      method,
      url: `/api/v1${path}`,
      headers: { cookie, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
}
