import type { Connection } from "../../projections/inside-organisation.ts";
import type { Carrier, WaitingMessage } from "../../store/outbox-sending.ts";
import type { Secrets } from "../../store/secret-box.ts";
import type { OfFile } from "../mail-out/composed.ts";

/**
 * How one handing over went. `reason`: a code or a word, never an address.
 *
 * sent      the gateway took it
 * refused   it takes nothing for this reader
 * failed    it takes this message for nobody
 * later     not now; nothing was taken
 * unknown   it may have it
 */
export type Given = {
  outcome: "sent" | "refused" | "failed" | "later" | "unknown";
  reason: string | null;
  /** Its own id of the message, where its reports name that and not ours. */
  reference?: string;
};

/** `reference`: ours, the same however often it is tried. `reportUrl`: where the gateway tells what became of it. */
export type ToGive = { to: string; text: string; reference: string; reportUrl: string };

/** One kind of gateway that messages are handed to, as a connection sets it up. */
export type Gateway = {
  carrier: Carrier;
  /** The same reference given twice is one message. Without that, what may have left is not given again by the program. */
  knowsRepeats: boolean;
  /** Most parts, or pages, that one message is sent as. */
  partsMax: number;
  inForm: (text: string) => { text: string; parts: number };
  /** The reader's address here; undefined: it has none. */
  addressOf: (connection: Connection, message: WaitingMessage, of: OfFile) => Promise<string | undefined>;
  give: (what: ToGive, signal: AbortSignal | undefined) => Promise<Given>;
};

/**
 * Keeps secrets that the other side has changed: opens the connection once more, locked against others, and keeps what `change` gives; nothing
 * where it gives none. Gives the secrets as they are then.
 */
export type RenewSecrets = (change: (now: Secrets) => Promise<Secrets | undefined>) => Promise<Secrets>;
