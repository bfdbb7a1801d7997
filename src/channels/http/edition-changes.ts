import { z } from "zod";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import { changesTold } from "../../procedure/pure/words/change-in-words.ts";
import { idParam } from "./addresses.ts";
import { wordsSchema } from "./form-fields.ts";
import { signedIn, type Api, type Wiring } from "./api.ts";
import { problem } from "./problem.ts";

const SHOWN_CHARS_MAX = 300;

/** `/editions/{hash}/changes`: what one edition says otherwise than another, its law included. */
export function editionChangeRoutes(api: Api, { registry }: Wiring): void {
  api.get(
    "/editions/:hash/changes",
    {
      config: { scope: "read" },
      schema: {
        tags: ["procedures"],
        summary: "What an edition says otherwise than another",
        params: z.object({ hash: idParam }),
        querystring: z.strictObject({ since: idParam.describe("Hash of the edition that it is compared with.") }),
        response: {
          200: z.object({
            changes: z.array(
              z.object({
                path: z.string().describe("Of the value: `clocks.reply.term`."),
                before: z.string().nullable().describe("Null: it was not there."),
                now: z.string().nullable().describe("Null: it is no longer there."),
                isOrder: z.boolean().describe("Entries only changed places."),
                where: wordsSchema.describe("Of what: `Thời hạn «Phản hồi khách hàng», bao lâu`."),
                wasSaid: wordsSchema.nullable().describe("As people say it: `02 ngày làm việc`."),
                isSaid: wordsSchema.nullable(),
              }),
            ),
          }),
        },
      },
    },
    (request) => {
      const { organisation } = signedIn(request).identity;
      const ofOwn = (hash: string): Edition => {
        const edition = registry.byHash(hash);
        if (edition?.ref.organisation !== organisation) throw problem("no-such-item", { name: hash });
        return edition;
      };
      const changes = changesTold(ofOwn(request.query.since), ofOwn(request.params.hash));
      return {
        changes: changes.map(({ before, now, ...told }) => ({ ...told, before: shown(before), now: shown(now) })),
      };
    },
  );
}

/** A text or several as they are, an entry by its name, anything else as the pack writes it. */
function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join("; ");
  const name = typeof value === "object" && "name" in value ? value.name : value;
  const text = typeof name === "string" ? name : JSON.stringify(value);
  return text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text;
}
