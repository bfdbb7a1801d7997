import { useState, type FormEvent } from "react";
import { allUploaded } from "../../customer/all-uploaded.ts";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { HandedFiles, type Handed } from "../../customer/parts/handed-files.tsx";
import { TextQuestion } from "../../customer/parts/questions.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
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
  const [files, setFiles] = useState<Handed[]>([]);
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
    try {
      const uploaded = await allUploaded(tracked.organisation.id, files, setFiles);
      const documents = uploaded.map(({ name, sha256 = "" }) => ({ name, sha256 }));
      const body = { ...(requestId ? { requestId } : {}), ...(text ? { message: text } : {}), documents };
      await sending.mutateAsync({ parts: { params: { code }, body } });
    } catch (error) {
      setTrouble(error);
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
      <BigButton type="submit" isBusy={sending.isPending}>
        {words.sendAnswer}
      </BigButton>
    </form>
  );
}
