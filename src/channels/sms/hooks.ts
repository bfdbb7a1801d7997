import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { z } from "zod";
import { plainPhone } from "../../access/customer-identifiers.ts";
import { takeInArrival } from "../../intake/take-in.ts";
import { writeInside } from "../../projections/inside-organisation.ts";
import { keepContent } from "../../store/attachments/keep-content.ts";
import { noteState, type OpenConnection } from "../../store/channel-connections.ts";
import { noteOutcome } from "../../store/outbox-outcomes.ts";
import { hookParams, isSameSecret, openHook } from "../hooks/open-hook.ts";
import type { Api, Wiring } from "../http/api.ts";
import { problem } from "../http/problem.ts";
import { reportProof } from "../send-out/report-proof.ts";
import { decodeSms, rawParameter } from "./decode-sms.ts";
import { mobileNumber } from "./mobile-number.ts";

const QUERY_CHARS_MAX = 20_000;
const TEXT_CHARS_MAX = 10_000;

/** Where Kannel brings SMS (`messages`), and where Kannel and eSMS tell what became of ours (`reports`). */
export function smsHookRoutes(routes: Api, wiring: Wiring): void {
  const hidden = { hide: true } as const;
  routes.get(
    "/messages",
    { schema: { ...hidden, params: hookParams, querystring: z.looseObject({ key: z.string().max(200).optional() }) } },
    async (request, reply) => {
      const opened = await openHook(wiring, request.params, ["kannel"]);
      if (!opened?.isOn || !isSameSecret(request.query.key, opened.secrets["hookKey"])) throw problem("not-found");
      await takeInSms(wiring, { organisation: request.params.organisation, opened, url: request.raw.url ?? "" });
      // Kannel would send what it is answered to whoever wrote.
      return reply.type("text/plain").send("");
    },
  );
  const reportParams = hookParams.extend({
    reference: z.string().regex(/^[0-9a-f]{32}$/),
    proof: z.string().max(100),
  });
  routes.get(
    "/reports/:reference/:proof",
    { schema: { ...hidden, params: reportParams, querystring: z.looseObject({}) } },
    async (request, reply) => {
      const { organisation, reference, proof } = request.params;
      const opened = await openHook(wiring, request.params, ["kannel", "esms"]);
      const { secretsKey } = wiring;
      if (!opened || !secretsKey || !isSameSecret(proof, reportProof(secretsKey, { organisation, reference })))
        throw problem("not-found");
      const query = new URLSearchParams(
        (request.raw.url ?? "").split("?").slice(1).join("&").slice(0, QUERY_CHARS_MAX),
      );
      const told = opened.kind === "kannel" ? kannelReport(query) : esmsReport(query);
      if (told)
        await writeInside(wiring.pool, organisation, (connection) =>
          noteOutcome(connection, organisation, { of: { reference }, ...told }),
        );
      return reply.type("text/plain").send("");
    },
  );
}

type Reported = { outcome: "sent" | "delivered" | "bounced"; reason: string | null };

/** 1 on the telephone, 2 not, 4 waiting, 8 taken by the network, 16 refused by it. */
export function kannelReport(query: URLSearchParams): Reported | undefined {
  const status = query.get("status") ?? "";
  if (status === "1") return { outcome: "delivered", reason: null };
  if (status === "8") return { outcome: "sent", reason: null };
  return status === "2" || status === "16" ? { outcome: "bounced", reason: `kannel ${status}` } : undefined;
}

/** 5: sent, with the number of those that arrived; 4: refused; all others: on its way. */
export function esmsReport(query: URLSearchParams): Reported | undefined {
  const [status, arrived] = [query.get("SendStatus"), Number(query.get("SendSuccess") ?? "0")];
  if (status === "5" && arrived > 0) return { outcome: "delivered", reason: null };
  const isLost = status === "4" || (status === "5" && Number(query.get("SendFailed") ?? "0") > 0);
  return isLost ? { outcome: "bounced", reason: `esms ${status}` } : undefined;
}

/** Keeps an SMS and has it looked at. The same one brought again is the same row. */
async function takeInSms(
  wiring: Wiring,
  { organisation, opened, url }: { organisation: string; opened: OpenConnection; url: string },
): Promise<void> {
  const { store, attachments, pool, secretsKey } = wiring;
  if (!secretsKey) throw problem("not-found");
  const query = url.slice(url.indexOf("?") + 1);
  if (query.length > QUERY_CHARS_MAX) throw problem("malformed-text");
  const value = (name: string) => rawParameter(query, name)?.toString("utf8").slice(0, 200).trim() ?? "";
  const bytes = rawParameter(query, "text") ?? Buffer.alloc(0);
  const { text, notes } = decodeSms(bytes, { charset: value("charset"), coding: value("coding") });
  const [from, id] = [value("from"), value("id")];
  // As it came, but for the key that opens this door.
  const original = Buffer.from(
    query
      .split("&")
      .filter((pair) => !pair.startsWith("key="))
      .join("&"),
  );
  const kept = await keepContent(
    { pool, attachments },
    {
      organisation,
      content: Readable.from([original]),
      type: "text/plain",
      bytesMax: QUERY_CHARS_MAX,
      by: { kind: "system", process: "intake" },
    },
  );
  const { connectionId, channelId, settings } = opened;
  await takeInArrival(
    { store, secretsKey },
    {
      organisation,
      connectionId,
      channel: channelId,
      medium: "sms",
      externalKey: id === "" ? createHash("sha256").update(original).digest("hex") : id,
      beginsComplaints: settings["beginsComplaints"] === true,
      receivedAt: wiring.now(),
      sender: { phone: plainPhone(from) ?? from },
      subject: "",
      content: text.slice(0, TEXT_CHARS_MAX),
      quoted: null,
      htmlSha256: null,
      originalSha256: kept.sha256,
      originalBytes: kept.bytes,
      attachments: [],
      notes,
      // Short numbers and brand names are services: an answer would reach nobody.
      nature: mobileNumber(from) === undefined ? "automatic" : "message",
      mailHeaders: null,
    },
  );
  await writeInside(pool, organisation, (connection) =>
    noteState(connection, { organisation, connectionId, note: "received" }),
  );
}
