import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLanguage, useWords } from "../../../words/language.ts";
import type { Move } from "./described.ts";
import { missingOf, sentOf, type FormValues } from "./form-values.ts";
import type { Done } from "./described.ts";
import { sendVerb } from "./send-verb.ts";
import { notDone, type NotDone } from "./told.ts";
import { wordsOfForm } from "./words.ts";

type Sending = {
  href: string;
  move: Move;
  /** Of the last fact that was read: what others did since is told, and nothing is overwritten. */
  sequence: number;
  onDone: (done: Done) => void;
};

/** Sends a form, and says what became of it. */
export function useSend({ href, move, sequence, onDone }: Sending) {
  const client = useQueryClient();
  const chosen = useLanguage();
  const words = useWords(wordsOfForm);
  const [told, setTold] = useState<NotDone>();
  const [isSending, setIsSending] = useState(false);
  const [onSequence, setOnSequence] = useState(sequence);

  /** Whether everything is there that the description calls required; what is not is told. */
  const isWhole = (values: FormValues, isUploading: boolean): boolean => {
    const missing = missingOf(move, values);
    const errors = Object.fromEntries([
      ...missing.map((path) => [path, words[toldOf[path] ?? "required"]]),
      ...(isUploading ? [["attachments", words.notUploaded]] : []),
    ]) as Record<string, string>;
    if (Object.keys(errors).length === 0) return true;
    setTold({ kind: "refused", message: words.missing, errors });
    return false;
  };
  const send = async (values: FormValues, idempotencyKey: string) => {
    setIsSending(true);
    try {
      const done = await sendVerb(href, sentOf(move, values), { ifMatch: onSequence, idempotencyKey });
      void client.invalidateQueries();
      onDone(done);
    } catch (error) {
      const said = notDone(error, chosen);
      setTold(said);
      if (said.kind === "meanwhile") setOnSequence(said.meanwhile.sequence);
      // What the page shows is older than what was done.
      if (said.kind === "meanwhile" || said.kind === "sent-before") void client.invalidateQueries();
    } finally {
      setIsSending(false);
    }
  };
  return { told, isSending, isWhole, send };
}

/** What is said of something missing that has words of its own. */
const toldOf: Readonly<Record<string, "confirmAll" | "notSigned">> = {
  confirmed: "confirmAll",
  signatureSha256: "notSigned",
};
