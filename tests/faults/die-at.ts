import { writeSync } from "node:fs";
import { Socket } from "node:net";
import { ImapFlow } from "imapflow";
import pg from "pg";
import type { AttachmentStore } from "../../src/store/attachments/attachment-store.ts";

/**
 * Ends this process by SIGKILL before its first step of a name, counted from `begin`; without a name it goes on. A step is a statement to
 * the database, a content that is put away, a command to a mailbox, or a line to a mail server. Says the name of each, so that a list of
 * crash points can be made.
 */
export function dieBefore(dying: string | undefined, { mailPort }: { mailPort?: number } = {}) {
  let isWatching = false;
  const before = (name: string) => {
    if (!isWatching) return;
    writeSync(1, `${name}\n`);
    if (name === dying) process.kill(process.pid, "SIGKILL");
  };
  wrap(pg.Client.prototype, "query", before, (asked) => nameOf(asked));
  for (const command of ["fetchOne", "messageFlagsAdd", "messageMove"] as const)
    wrap(ImapFlow.prototype, command, before, () => `imap ${command}`);
  wrap(Socket.prototype, "write", before, (line, socket) =>
    mailPort !== undefined && (socket as Socket).remotePort === mailPort
      ? `smtp ${String(line).slice(0, 4).trim()}`
      : undefined,
  );
  return {
    begin: () => (isWatching = true),
    /** A store of attachments whose every putting-away is a step. */
    watched: (store: AttachmentStore): AttachmentStore => ({
      ...store,
      put: (...asked) => {
        before("put");
        return store.put(...asked);
      },
    }),
  };
}

function wrap(
  owner: object,
  method: string,
  before: (name: string) => void,
  name: (asked: unknown, self: unknown) => string | undefined,
): void {
  const inner = (owner as Record<string, (...asked: unknown[]) => unknown>)[method];
  if (!inner) throw new Error(`there is no ${method}`);
  Object.defineProperty(owner, method, {
    configurable: true,
    writable: true,
    value: function (this: unknown, ...asked: unknown[]) {
      const step = name(asked[0], this);
      if (step !== undefined) before(step);
      return inner.apply(this, asked);
    },
  });
}

function nameOf(asked: unknown): string {
  const { name, text } =
    typeof asked === "string" ? { name: undefined, text: asked } : (asked as { name?: string; text?: string });
  return `sql ${name ?? text?.trim().split(/\s+/).slice(0, 3).join(" ") ?? ""}`;
}
