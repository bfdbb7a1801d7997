import { z } from "zod";
import { languages } from "../../access/identity.ts";
import { passwordCharsMax, passwordCharsMin } from "../../access/password.ts";
import { changeOwnPassword, chooseLanguage } from "../../access/people.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { inPerson } from "./people-rules.ts";
import { problem, tooManySignIns } from "./problem.ts";

/** `/session/password`, `/session/language`: what people set for themselves. */
export function ownAccountRoutes(api: Api, { pool, identities, cookies }: Wiring): void {
  const tags = ["session"];
  api.put(
    "/session/password",
    {
      config: { scope: "administer", beforeOwnPassword: true },
      schema: {
        tags,
        summary: "Choose a new password of my own",
        description: "Ends every session and token, this one too. Wrong guesses wait as when signing in.",
        body: z.strictObject({
          currentPassword: z.string().min(1).max(200),
          newPassword: z.string().min(passwordCharsMin).max(passwordCharsMax),
        }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { identity, actor: self } = inPerson(signedIn(request));
      const { organisation, signInName } = identity;
      const whence = { address: request.ip, device: cookies.device(request) };
      const result = await changeOwnPassword(pool, organisation, { self, signInName, whence, ...request.body });
      if (typeof result === "object") throw tooManySignIns(result.waitS);
      if (result === "same-password") throw problem("password-not-new", {}, { field: "newPassword" });
      if (result !== "done") throw problem("wrong-sign-in", {}, { field: "currentPassword" });
      identities.forgetAll();
      return reply.code(204).send(null);
    },
  );
  api.put(
    "/session/language",
    {
      config: { scope: "administer", beforeOwnPassword: true },
      schema: {
        tags,
        summary: "Choose the language of my screens",
        body: z.strictObject({ language: z.enum(languages) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, personId } = inPerson(signedIn(request)).identity;
      await chooseLanguage(pool, organisation, { personId, language: request.body.language });
      identities.forgetAll();
      return reply.code(204).send(null);
    },
  );
}
