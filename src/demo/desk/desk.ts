import type { NewReplyMacro } from "../../store/reply-macros.ts";
import type { LetterFields } from "../../store/incoming-letters.ts";

/** What lies on a provider's desks beside its complaints: mail and messages, letters, calls, and pieces of replies. */
export type Desk = {
  /** Of the mailbox for complaints, and of the one for everything else. */
  mailboxes: { complaints: string; office: string };
  mails: readonly DemoMail[];
  messages: readonly DemoMessage[];
  letters: readonly DemoLetter[];
  calls: readonly DemoCall[];
  callBacks: readonly DemoCallBack[];
  macros: readonly NewReplyMacro[];
};

/** `about`, in all of these: the story whose complaint it concerns. `at`, `from`, `until`: as in `momentOf`. */
export type DemoMail = {
  /** Unique within the provider. */
  id: string;
  at: string;
  from: { name: string; address: string };
  subject: string;
  text: string;
  /** It answers what we sent about this complaint, and carries the token of that. */
  about?: string;
  /** It goes on in the thread of this earlier mail. */
  answers?: string;
  /** It came to the mailbox that begins no complaints. */
  toOffice?: true;
  /** As a person writes it with a usual program, unless said otherwise. */
  as?: "windows-1258" | "html" | "automatic" | "newsletter" | "returned" | "unreadable";
  /** Name of a photograph that comes with it. */
  photo?: string;
};

/** An SMS, to a number that begins no complaints. */
export type DemoMessage = { id: string; at: string; phone: string; text: string };

export type DemoLetter = Pick<LetterFields, "cameBy" | "sender" | "about" | "sheets" | "unit"> & {
  at: string;
  /** Who enters it. */
  by: string;
  /** Working days from today. */
  postmarked?: number;
  theirs?: { number: string; day: number };
  hasScan?: true;
  /** What became of it; it waits otherwise. */
  became?:
    { outcome: "registered" | "added"; complaint: string } | { outcome: "nothing-to-do" | "struck"; reason: string };
};

export type DemoCall = {
  id: string;
  at: string;
  direction: "in" | "out";
  number: string;
  /** At whose telephone it rang, or who called; nobody's: at that of the whole desk. */
  by?: string;
  /** How long they spoke; nobody answered otherwise. */
  minutes?: number;
  about?: string;
  note?: string;
};

export type DemoCallBack = {
  id: string;
  number: string;
  name?: string;
  says: string;
  from: string;
  until: string;
  madeBy: string;
  /** By whom; otherwise by anybody who takes calls. */
  by?: string;
  about?: string;
  /** The call that asked for it. */
  call?: string;
  /** How it went, where it was made. */
  went?: string;
};
