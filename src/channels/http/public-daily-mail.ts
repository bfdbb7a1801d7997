import { z } from "zod";
import { countedAddress } from "../../access/guesses.ts";
import { isMailOffToken } from "../../access/mail-off.ts";
import { NO_ORGANISATION } from "../../access/public-turns.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { chooseDailyMail } from "../../store/daily-mail.ts";
import { idParam } from "./addresses.ts";
import type { Api, Wiring } from "./api.ts";
import { htmlPage } from "./html-page.ts";
import { problem } from "./problem.ts";
import { takeTurn } from "./public-access.ts";

const params = z.object({ organisation: idParam, personId: z.string().max(200), token: z.string().max(100) });
const BODY_BYTES_MAX = 1000;
const TITLE = "Thư hằng ngày · Daily mail";

/** `/public/daily-mail/…`: where a mail program turns the daily mail off by one click (RFC 8058). Looking at it changes nothing. */
export function publicDailyMailRoutes(api: Api, wiring: Wiring): void {
  const path = "/public/daily-mail/:organisation/:personId/:token";
  api.get(
    path,
    {
      schema: {
        tags: ["public"],
        summary: "A page that asks whether the daily mail is to stop",
        params,
        produces: ["text/html"],
      },
    },
    (_request, reply) =>
      htmlPage(reply, {
        title: TITLE,
        body: `<h1>${TITLE}</h1><p>Dừng gửi thư hằng ngày về hộp thông báo? Bật lại lúc nào cũng được ở mục Thông báo.<br>
<span lang="en">Stop the daily mail about the inbox? It can be turned on again under Notifications.</span></p>
<form method="post"><button type="submit" name="List-Unsubscribe" value="One-Click">Dừng gửi · Stop</button></form>`,
      }),
  );
  void api.register((forms, _options, done) => {
    forms.addContentTypeParser(
      ["application/x-www-form-urlencoded", "multipart/form-data"],
      { parseAs: "string", bodyLimit: BODY_BYTES_MAX },
      (_request, body, parsed) => parsed(null, body),
    );
    (forms as unknown as Api).post(
      path,
      {
        schema: {
          tags: ["public"],
          summary: "Stop the daily mail of the person whose mail named this address",
          params,
          produces: ["text/html"],
        },
      },
      async (request, reply) => {
        const { organisation, personId, token } = request.params;
        const { secretsKey } = wiring;
        if (!secretsKey || !isMailOffToken(secretsKey, { organisation, personId }, token)) {
          await takeTurn(wiring, {
            organisation: NO_ORGANISATION,
            what: "wrong-code",
            place: countedAddress(request.ip),
          });
          throw problem("link-over");
        }
        await writeInside(wiring.pool, organisation, (connection) =>
          chooseDailyMail(connection, { organisation, personId, isWanted: false }),
        );
        return htmlPage(reply, { title: TITLE, body: "<h1>Đã dừng · Stopped</h1>" });
      },
    );
    done();
  });
}
