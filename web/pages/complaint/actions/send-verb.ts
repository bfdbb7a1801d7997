import { ask, type Operation, type Sending } from "../../../api/ask.ts";
import type { Done, Preview } from "./described.ts";
import type { Sent } from "./form-values.ts";

/** Carries out a verb at the address that the server gave for it. */
export function sendVerb(href: string, sent: Sent, sending: Sending): Promise<Done> {
  return askVerb(href, sent, {}, sending) as Promise<Done>;
}

/** What the verb would make now; nothing is written. */
export function previewVerb(href: string, sent: Sent, sending: Sending): Promise<Preview> {
  return askVerb(href, sent, { preview: "true" }, sending) as Promise<Preview>;
}

/** The contract knows the address with its names; the server's own has the complaint filled in already. */
function askVerb(href: string, { address, body }: Sent, query: { preview?: string }, sending: Sending) {
  const operation = `POST ${href.replace(/^\/api\/v1/, "")}` as Operation;
  return ask(operation, { params: address, query, body } as never, sending);
}
