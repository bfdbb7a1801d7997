import type { Attachment } from "../../complaint/events/parts.ts";
import type { Edition } from "../../procedure/pure/edition/edition.ts";
import type { MailLanguage, MailTextId, MailTextsFor } from "../../procedure/pure/mail/mail-texts.ts";
import type { ComplaintFile } from "../../projections/complaint-file/complaint-file.ts";
import type { Store } from "../../store/open-store.ts";
import type { MadeFile } from "./said-of.ts";
import type { SecretsKey } from "../../store/secret-box.ts";
import type { SendingEnd } from "../../store/outbox-sending.ts";

/** What is needed to say something. `publicUrl`: without a slash at its end. */
export type MailWords = {
  store: Pick<Store, "registry">;
  texts: MailTextsFor;
  publicUrl: string;
  /** Makes the address at which a daily mail is turned off. */
  secretsKey?: SecretsKey | undefined;
};

/** A message but for its ids, or why there is none. */
export type Composed =
  | {
      to: string;
      fromName: string;
      subject: string;
      text: string;
      isAutomatic: boolean;
      /** Where whoever reads it turns such mail off by one click; absent: it is no mail of that sort. */
      turnOffUrl?: string | undefined;
      /** The complaint whose customer reads it: an answer is known by that. */
      about?: { complaintId: string; number: string };
      documents: readonly Attachment[];
      made?: readonly MadeFile[];
    }
  | { instead: SendingEnd };

/** What a customer is told, before it is put into the words of one language and the form of one carrier. */
export type Saying = {
  id: MailTextId;
  valuesIn: (language: MailLanguage) => Readonly<Record<string, string>>;
  documents: readonly Attachment[];
  made?: readonly MadeFile[];
};

/** The file that a message is about, with the edition that it runs under. */
export type OfFile = { file: ComplaintFile; edition: Edition };

/** Nothing is sent, and nobody is told. */
export function dropped(reason: string): { instead: SendingEnd } {
  return { instead: { end: "dropped", reason } };
}
