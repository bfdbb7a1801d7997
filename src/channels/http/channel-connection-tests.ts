import { z } from "zod";
import { refOf } from "../../access/actor.ts";
import { personById } from "../../access/people.ts";
import { writeInside, type Connection } from "../../projections/inside-organisation.ts";
import { noteState, openConnection, type ChannelConnection } from "../../store/channel-connections.ts";
import { noteInOrganisation } from "../../store/organisation-log.ts";
import { step, STEP_MS_MAX, type ConnectionKind, type TestStep } from "../connection-kind.ts";
import { newIdText } from "./addresses.ts";
import { signedIn, type Api, type SignedIn, type Wiring } from "./api.ts";
import { connectionBody, keyOf, kindOf, secretsOf, settingsOf } from "./connection-values.ts";
import { administrator } from "./people-rules.ts";
import { problem } from "./problem.ts";

/** All steps of one test. */
const TEST_MS_MAX = 2 * STEP_MS_MAX;
/** Tests under way in one process. */
const AT_ONCE_MAX = 4;

const testedSchema = z.object({
  steps: z.array(z.object({ what: z.string(), ok: z.boolean(), detail: z.string().nullable() })),
});

/** Tests of connections, and of the server by which mail leaves: what was tried, and what exactly failed. For administrators. */
export function channelConnectionTestRoutes(api: Api, wiring: Wiring): void {
  const turns = testTurns();
  keptRoute(api, wiring, turns);
  unsavedRoute(api, wiring, turns);
  outgoingMailRoute(api, wiring, turns);
}

const tags = ["organisation"];

function keptRoute(api: Api, wiring: Wiring, turns: Turns): void {
  api.post(
    "/channel-connections/:connectionId/tests",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Test a connection as it is kept",
        description: "Changes nothing on the other side. Each step as it ended, in the server's own words.",
        params: z.object({ connectionId: newIdText.max(64) }),
        response: { 200: testedSchema },
      },
    },
    async (request) => {
      const who = administrator(signedIn(request));
      const { organisation } = who.identity;
      const { connectionId } = request.params;
      const kept = await writeInside(wiring.pool, organisation, (inside) =>
        openConnection(inside, { organisation, connectionId, key: keyOf(wiring) }),
      );
      if (!kept) throw problem("no-such-item", { name: connectionId });
      const kind = kindOf(wiring, kept.kind);
      const settings = settingsOf(kind, kept.settings as Parameters<typeof settingsOf>[1]);
      const called = calledAt(wiring, organisation, kept);
      const steps = await turns(() => tried(kind, { settings, secrets: kept.secrets, organisation, called }));
      await writeInside(wiring.pool, organisation, async (inside) => {
        const failed = steps.find(({ ok }) => !ok);
        const note = failed ? { failed: { code: failed.what, detail: failed.detail } } : ("ok" as const);
        await noteState(inside, { organisation, connectionId, note });
        await noteTested(inside, who, { connectionId, kind: kind.kind, steps });
      });
      return { steps };
    },
  );
}

function unsavedRoute(api: Api, wiring: Wiring, turns: Turns): void {
  api.post(
    "/channel-connection-tests",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Test a connection as it is typed, before it is kept",
        body: connectionBody.extend({
          connectionId: newIdText.max(64).nullable().describe("The one whose secrets stand for those left out."),
        }),
        response: { 200: testedSchema },
      },
    },
    async (request) => {
      const who = administrator(signedIn(request));
      const { organisation } = who.identity;
      const { connectionId, ...given } = request.body;
      const kind = kindOf(wiring, given.kind);
      const settings = settingsOf(kind, given.settings);
      const kept =
        connectionId === null
          ? undefined
          : await writeInside(wiring.pool, organisation, (inside) =>
              openConnection(inside, { organisation, connectionId, key: keyOf(wiring) }),
            );
      const secrets = secretsOf(kind, { settings, given: given.secrets, kept });
      const steps = await turns(() => tried(kind, { settings, secrets, organisation }));
      await writeInside(wiring.pool, organisation, (inside) =>
        noteTested(inside, who, { connectionId, kind: kind.kind, steps }),
      );
      return { steps };
    },
  );
}

function outgoingMailRoute(api: Api, wiring: Wiring, turns: Turns): void {
  api.post(
    "/outgoing-mail-tests",
    {
      config: { scope: "administer" },
      schema: {
        tags,
        summary: "Send a test message by the server of outgoing mail, to the address of whoever asks",
        response: { 200: testedSchema },
      },
    },
    async (request) => {
      const who = administrator(signedIn(request));
      const { organisation, personId } = who.identity;
      const to = (await personById(wiring.pool, organisation, personId))?.email;
      if (!to) throw problem("no-own-address", {}, { field: "email" });
      const { mail } = wiring;
      const sent = mail && turns(() => mail.test(organisation, to, AbortSignal.timeout(TEST_MS_MAX)));
      const steps = (await sent) ?? [step(mail ? "held-back" : "no-mail-server", false)];
      await writeInside(wiring.pool, organisation, (inside) =>
        noteTested(inside, who, { connectionId: null, kind: "outgoing-mail", steps }),
      );
      return { steps };
    },
  );
}

function calledAt({ publicUrl }: Wiring, organisation: string, { connectionId, state }: ChannelConnection) {
  const address = `${publicUrl}/hooks/v1/${organisation}/${connectionId}`;
  return { address, receivedAt: state.receivedAt ?? null };
}

/** What the log keeps of a test: which step failed, and no word of the other side. */
function noteTested(
  inside: Connection,
  { identity, actor }: SignedIn,
  { connectionId, kind, steps }: { connectionId: string | null; kind: string; steps: readonly TestStep[] },
): Promise<void> {
  const failedAt = steps.find(({ ok }) => !ok)?.what ?? null;
  const facts = [{ type: "ConnectionTested" as const, data: { connectionId, kind, failedAt } }];
  return noteInOrganisation(inside, identity.organisation, { facts, by: refOf(actor) });
}

/** The steps of a test; one that does not end by itself ends in a step that says so. */
async function tried(kind: ConnectionKind, given: Parameters<ConnectionKind["test"]>[0]): Promise<TestStep[]> {
  const signal = AbortSignal.timeout(TEST_MS_MAX);
  const late = new Promise<TestStep[]>((resolve) =>
    // Who listens to the signal has its last step's own words.
    signal.addEventListener("abort", () => setTimeout(() => resolve([step("time", false)]), 500), { once: true }),
  );
  try {
    return await Promise.race([kind.test(given, signal), late]);
  } catch (error) {
    return [step("request", false, error instanceof Error ? error.message : String(error), given.secrets)];
  }
}

type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Lets few tests run at once: each holds a connection to somewhere. */
function testTurns(): Turns {
  let underWay = 0;
  return async (work) => {
    if (underWay >= AT_ONCE_MAX) {
      const seconds = TEST_MS_MAX / 1000;
      throw problem("too-many-tries", { seconds }, { headers: { "retry-after": String(seconds) } });
    }
    underWay += 1;
    try {
      return await work();
    } finally {
      underWay -= 1;
    }
  };
}
