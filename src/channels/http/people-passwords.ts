import { z } from "zod";
import { oneTimePassword } from "../../access/password.ts";
import { changePerson, ONE_TIME_DAYS } from "../../access/people.ts";
import { idempotencyHeaders, idParam } from "./addresses.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { administrator, inPerson, orRefuse } from "./people-rules.ts";
import { problem } from "./problem.ts";
import { writeOnce } from "./write-once.ts";

/** `/people/{personId}/one-time-passwords`: lets in again who forgot theirs. */
export function oneTimePasswordRoutes(api: Api, { pool, identities }: Wiring): void {
  api.post(
    "/people/:personId/one-time-passwords",
    {
      config: { scope: "administer" },
      schema: {
        tags: ["people"],
        summary: "Make a password that lets somebody else in once, to choose their own",
        description: `Ends every session and token of the person, who is told who did it. Good for ${ONE_TIME_DAYS} days; \`password\` is shown this once. No token makes one.`,
        params: z.object({ personId: idParam }),
        headers: idempotencyHeaders,
        response: {
          201: z
            .object({ signInName: z.string(), password: z.string().optional(), days: z.int() })
            .describe("The password that was made; it is told this once."),
        },
      },
    },
    async (request, reply) => {
      const { identity, actor } = inPerson(administrator(signedIn(request)));
      const { personId } = request.params;
      if (personId === identity.personId) throw problem("own-password-elsewhere");
      const sent = await writeOnce(request, reply, { pool }, async (connection) => {
        const password = oneTimePassword();
        const asked = { personId, change: { password }, isOneTime: true, changedBy: actor };
        const changed = await changePerson(connection, identity.organisation, asked);
        const { signInName } = orRefuse(changed, { personId });
        const kept = { signInName, days: ONE_TIME_DAYS };
        return { status: 201, body: { ...kept, password }, kept };
      });
      identities.forgetAll();
      return sent;
    },
  );
}
