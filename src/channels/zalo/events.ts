import { createHash } from "node:crypto";
import { z } from "zod";
import { isSameSecret } from "../hooks/open-hook.ts";

const idText = z.union([z.string().max(100), z.number()]).transform(String);

/** An event as Zalo sends it; what this program does not know of it is left out. */
export const zaloEvent = z.object({
  app_id: idText,
  event_name: z.string().max(100),
  timestamp: idText,
  sender: z.object({ id: idText }).optional(),
  message: z
    .object({
      msg_id: z.string().max(200).optional(),
      text: z.string().max(20_000).optional(),
      attachments: z
        .array(
          z.object({
            type: z.string().max(40),
            payload: z
              .object({
                url: z.string().max(2000).optional(),
                name: z.string().max(300).optional(),
                title: z.string().max(300).optional(),
                description: z.string().max(2000).optional(),
                coordinates: z.object({ latitude: idText, longitude: idText }).optional(),
              })
              .optional(),
          }),
        )
        .max(50)
        .optional(),
    })
    .optional(),
});
export type ZaloEvent = z.infer<typeof zaloEvent>;

/**
 * Whether Zalo signed this body: `X-ZEvent-Signature: mac=` and SHA-256 over the app's id, the body as it came, its timestamp and the
 * account's secret.
 */
export function isSignedByZalo(
  body: Buffer,
  { signature, timestamp, appId, oaSecret }: { signature: string; timestamp: string; appId: string; oaSecret: string },
): boolean {
  if (oaSecret === "") return false;
  const mac = createHash("sha256").update(appId).update(body).update(timestamp).update(oaSecret).digest("hex");
  return isSameSecret(signature.replace(/^mac=/, "").toLowerCase(), mac);
}

/** What somebody wrote, in words, with the addresses of what they sent along; undefined: the event is no message of a person. */
export function messageIn({
  event_name,
  message,
}: ZaloEvent): { id: string; text: string; files: { url: string; name: string | undefined }[] } | undefined {
  if (!event_name.startsWith("user_send_") || message?.msg_id === undefined) return undefined;
  const all = message.attachments ?? [];
  const places = all.flatMap(({ payload }) => {
    const at = payload?.coordinates;
    return at ? [`Vị trí: ${at.latitude}, ${at.longitude}`] : [];
  });
  const links = all.flatMap(({ type, payload }) => (type === "link" && payload?.url ? [payload.url] : []));
  const files = all.flatMap(({ type, payload }) =>
    payload?.url && type !== "link" ? [{ url: payload.url, name: payload.name ?? payload.title }] : [],
  );
  const words = [message.text ?? "", ...places, ...links].filter((each) => each !== "");
  return { id: message.msg_id, text: words.join("\n"), files };
}
