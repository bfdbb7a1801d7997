import { useState, type FormEvent } from "react";
import { ServerProblem } from "../../api/ask.ts";
import { allUploaded } from "../../customer/all-uploaded.ts";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { HandedFiles } from "../../customer/parts/handed-files.tsx";
import { TextQuestion } from "../../customer/parts/questions.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
import { useKeptFiles } from "../../customer/use-kept-files.ts";
import { useKept } from "../../customer/use-kept.ts";
import { useWords } from "../../words/language.ts";
import { useCustomerDeed, type Tracked } from "./use-customer-deed.ts";
import { wordsOfTrack } from "./words.ts";

/** Words and files that the customer sends later: an answer to a question, or something more. */
export function InformationForm({
  code,
  tracked,
  requestId,
  onDone,
}: {
  code: string;
  tracked: Tracked;
  requestId?: string;
  onDone?: () => void;
}) {
  const words = useWords(wordsOfTrack);
  const [message, setMessage] = useKept(`information:${code}:${requestId ?? ""}`);
  const [kept, setFiles] = useKeptFiles(`information:${code}:${requestId ?? ""}`);
  const files = kept ?? [];
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [isMissing, setMissing] = useState(false);
  const sending = useCustomerDeed("POST /public/complaints/:code/information", code, {
    onDone: () => {
      setMessage("");
      setFiles([]);
      onDone?.();
    },
  });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const text = message.trim();
    setMissing(text === "" && files.length === 0);
    if (text === "" && files.length === 0) return;
    setTrouble(null);
    setSending(true);
    try {
      const uploaded = await allUploaded(tracked.organisation.id, files, setFiles);
      const documents = uploaded.map(({ name, sha256 = "" }) => ({ name, sha256 }));
      const body = { ...(requestId ? { requestId } : {}), ...(text ? { message: text } : {}), documents };
      await sending.mutateAsync({ parts: { params: { code }, body } });
    } catch (error) {
      // What was uploaded and not sent within a day is gone from the server: it is uploaded anew.
      if (error instanceof ServerProblem && error.code === "unknown-attachment") {
        setFiles(files.map(({ sha256: _gone, ...file }) => file));
      }
      setTrouble(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="pb-3">
      <TextQuestion
        label={words.yourAnswer}
        rows={4}
        error={isMissing ? words.writeOrFile : undefined}
        value={message}
        onChange={(event) => setMessage(event.target.value)}
      />
      <HandedFiles files={files} onChange={setFiles} />
      {trouble !== null && <Trouble error={trouble} />}
      <BigButton type="submit" isBusy={isSending}>
        {words.sendAnswer}
      </BigButton>
    </form>
  );
}
