import type { Verb } from "../procedure/pure/vocabulary.ts";
import type { EventData } from "./events/event.ts";
import type { Attachment } from "./events/parts.ts";

/** What a person, a customer or the system asks for: a verb of the trade and its own fields in `data`. */
export type Command = {
  verb: Verb;
  /** When it happened, if not now. A letter of Friday typed in on Monday says Friday. */
  occurredAt?: string | undefined;
  data: unknown;
  /** Ids of the move's confirmations that the person affirms. */
  confirmed?: string[] | undefined;
  /** Values of the pack's fields that the move wants. */
  filled?: Record<string, string | number | boolean> | undefined;
  /** Documents handed in with it. */
  attachments?: Attachment[] | undefined;
  /**
   * The program makes the paper that is issued: its document comes in `attachments` once it has its number. Never said from outside;
   * who hands a document in issues that one.
   */
  makesDocument?: true;
  /** What stands on the document that the program made of it. Never said from outside either. */
  stands?: Partial<
    Pick<EventData<"PaperIssued">, "numberOnPaper" | "subject" | "recipient" | "confirmationCode" | "sealedBy">
  >;
};
