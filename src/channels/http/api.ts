import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { PersonActing } from "../../access/actor.ts";
import type { Identity } from "../../access/identity.ts";
import type { IdentityCache } from "../../access/identity-cache.ts";
import type { Key } from "../../access/key.ts";
import type { Scope } from "../../access/scopes.ts";
import type { PaperMaker } from "../../documents/paper-maker.ts";
import type { MailTextsFor } from "../../procedure/pure/mail/mail-texts.ts";
import type { AttachmentStore } from "../../store/attachments/attachment-store.ts";
import type { Store } from "../../store/open-store.ts";
import type { SecretsKey } from "../../store/secret-box.ts";
import type { ConnectionKind } from "../connection-kind.ts";
import type { OutboxSender } from "../send-out/outbox-sender.ts";
import type { MailSender } from "../mail-out/mail-sender.ts";
import type { Cookies } from "./cookies.ts";

/** The server, with schemas that give handlers their types. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What the resources are wired to. */
export type Wiring = Pick<Store, "pool" | "registry" | "newId"> & {
  store: Store;
  identities: IdentityCache;
  /** Now in UTC. */
  now: () => string;
  /** The address that people type, without a slash at its end. */
  publicUrl: string;
  cookies: Cookies;
  /** Where uploaded documents are kept. */
  attachments: AttachmentStore;
  /** What is sent, in words; undefined: they cannot be looked at. */
  mailTexts: MailTextsFor | undefined;
  /** Makes papers as PDF; undefined: papers leave only as documents that somebody hands in. */
  papers: PaperMaker | undefined;
  /** Sends mail; undefined: there is no mail server, and what is to leave waits. */
  mail: Pick<MailSender, "sendsFor" | "state" | "test"> | undefined;
  /** Sends what waits by every carrier; undefined: nothing leaves. */
  sender: Pick<OutboxSender, "connected"> | undefined;
  /** Ways of connecting channels that there are. */
  connectionKinds: readonly ConnectionKind[];
  /** Seals the secrets of connections; undefined: no connection can be kept. */
  secretsKey: SecretsKey | undefined;
};

declare module "fastify" {
  interface FastifyContextConfig {
    /** The scope that a token needs here; none: anybody may come, signed in or not. */
    scope?: Scope;
    /** Open also to who signed in with a password that somebody else set, and has not chosen their own yet. */
    beforeOwnPassword?: true;
  }
  interface FastifyRequest {
    /** Who is signed in, and by which key. Read it by `signedIn`. */
    signedIn: SignedIn | null;
  }
}

export type SignedIn = { identity: Identity; actor: PersonActing; key: Key };

/** Who asks. Throws where the route is open to anybody: a route that needs somebody names a scope. */
export function signedIn(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new Error(`${request.routeOptions.url} names no scope`);
  return request.signedIn;
}

/** Answers as made: 201, where it is, and its body. */
export function created(reply: FastifyReply, location: string, body: unknown): FastifyReply {
  return reply.code(201).header("location", location).send(body);
}
