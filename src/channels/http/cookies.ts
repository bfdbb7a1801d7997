import type { FastifyReply, FastifyRequest } from "fastify";
import { readKey, type Key } from "../../access/key.ts";
import { SESSION_HOURS } from "../../access/sign-in.ts";

const DEVICE_DAYS = 400;

/** The browser's two cookies: the session, and the device in which somebody signed in before. Scripts read neither. */
export type Cookies = {
  sessionName: string;
  session: (request: FastifyRequest) => string | undefined;
  device: (request: FastifyRequest) => Key | undefined;
  keep: (reply: FastifyReply, keys: { session: Key; device: Key }) => void;
  /** Signing out; the device stays known. */
  forgetSession: (reply: FastifyReply) => void;
};

/**
 * Over HTTPS their names begin with `__Host-`: a browser then takes them from this very host and over HTTPS only, so that no other
 * host of the same domain can put a session of its own in their place. A browser would not keep such a name over plain HTTP.
 */
export function cookiesOf(publicUrl: string): Cookies {
  const secure = publicUrl.startsWith("https:");
  const prefix = secure ? "__Host-" : "";
  const session = `${prefix}hoiam_session`;
  const device = `${prefix}hoiam_device`;
  const attributes = { httpOnly: true, sameSite: "lax", secure, path: "/" } as const;
  return {
    sessionName: session,
    session: (request) => request.cookies[session],
    device: (request) => readKey(request.cookies[device] ?? ""),
    keep: (reply, keys) => {
      void reply.setCookie(session, keys.session.text, { ...attributes, maxAge: SESSION_HOURS * 3600 });
      void reply.setCookie(device, keys.device.text, { ...attributes, maxAge: DEVICE_DAYS * 86_400 });
    },
    forgetSession: (reply) => void reply.clearCookie(session, attributes),
  };
}
