import { useMutation, useQuery } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { useRef, useState } from "react";
import { ask, download, upload } from "../../api/ask.ts";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { LineQuestion } from "../../customer/parts/questions.tsx";
import { Trouble, Waiting } from "../../customer/parts/states.tsx";
import { saveAs } from "../../parts/save-as.ts";
import { SignaturePadBox, type Drawn } from "../../parts/signature-pad-box.tsx";
import { useNow } from "../../parts/use-now.ts";
import { formatBytes } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { OneTimeCode } from "./one-time-code.tsx";
import type { Passes } from "./passes.ts";
import { useCustomerDeed, type Tracked } from "./use-customer-deed.ts";
import { wordsOfTrack } from "./words.ts";

type Props = { code: string; tracked: Tracked; passes: Passes; paperId: string };

/** The paper as it is, the name, and the signature on the touch screen. What is signed is what was shown: its hash goes along. */
export function SignPaper({ code, tracked, passes, paperId }: Props) {
  const words = useWords(wordsOfTrack);
  const pass = passes.passFor("sign", useNow());
  const params = { code, paperId };
  const { data, error, refetch } = useQuery({
    queryKey: ["paper", params],
    queryFn: ({ signal }) => ask("GET /public/complaints/:code/papers/:paperId", { params }, { pass, signal }),
    enabled: pass !== undefined,
  });
  if (pass === undefined) return <OneTimeCode {...{ code, passes }} purpose="sign" sentTo={tracked.sentTo} />;
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <>
      <p className="mb-3 text-ink-2">{words.signHint}</p>
      {data.text !== null && (
        <div className="mb-3 max-h-80 overflow-auto rounded-lg border border-line bg-page p-3 break-words whitespace-pre-line">
          {data.text}
        </div>
      )}
      {data.document && <PaperDownload {...{ params, pass }} document={data.document} />}
      <SignatureForm {...{ code, tracked, paperId, pass }} documentSha256={data.documentSha256} />
    </>
  );
}

function PaperDownload({
  params,
  pass,
  document: { name, bytes },
}: {
  params: { code: string; paperId: string };
  pass: string;
  document: { name: string; bytes: number };
}) {
  const words = useWords(wordsOfTrack);
  const fetching = useMutation({
    mutationFn: () => download("GET /public/complaints/:code/papers/:paperId/document", { params }, { pass }),
    onSuccess: (blob) => saveAs(blob, name),
  });
  return (
    <>
      <BigButton look="plain" className="mb-3" isBusy={fetching.isPending} onClick={() => fetching.mutate()}>
        <FileDown size={20} aria-hidden />
        {words.downloadFile(name)} ({formatBytes(bytes)})
      </BigButton>
      {fetching.error && <Trouble error={fetching.error} />}
    </>
  );
}

function SignatureForm({
  code,
  tracked,
  paperId,
  pass,
  documentSha256,
}: Omit<Props, "passes"> & { pass: string; documentSha256: string }) {
  const words = useWords(wordsOfTrack);
  const [signer, setSigner] = useState("");
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const drawn = useRef<Drawn>(null);
  const signing = useCustomerDeed("POST /public/complaints/:code/papers/:paperId/signatures", code);
  const sign = async ({ byName }: { byName: boolean }) => {
    const name = signer.trim();
    const picture = await (byName ? drawn.current?.written(name) : drawn.current?.picture());
    setMissing(name === "" || !picture);
    if (name === "" || !picture) return;
    setTrouble(null);
    setSending(true);
    try {
      const to = `/public/organisations/${tracked.organisation.id}/attachments`;
      const { sha256 } = await upload(picture, "chu-ky.png", { to });
      const body = { signer: name, documentSha256, signature: { sha256, name: "chu-ky.png" } };
      await signing.mutateAsync({ parts: { params: { code, paperId }, body }, pass });
    } catch (error) {
      setTrouble(error);
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <LineQuestion
        label={words.signer}
        autoComplete="name"
        error={isMissing ? words.signMissing : undefined}
        value={signer}
        onChange={(event) => setSigner(event.target.value)}
      />
      <SignaturePadBox ref={drawn} label={words.signHere} clear={words.clear} />
      <p className="my-3 text-base text-ink-2">{words.signKept}</p>
      {trouble !== null && <Trouble error={trouble} />}
      <div className="flex flex-col gap-2 sm:flex-row">
        <BigButton isBusy={isSending} onClick={() => void sign({ byName: false })}>
          {words.signNow}
        </BigButton>
        <BigButton look="plain" isBusy={isSending} onClick={() => void sign({ byName: true })}>
          {words.signByName}
        </BigButton>
      </div>
      <p className="mt-2 text-base text-ink-2">{words.signTyped}</p>
    </>
  );
}
