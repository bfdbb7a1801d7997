import { useEffect, useEffectEvent, useRef } from "react";
import { useAnswer } from "../../../../api/use-answer.ts";
import { TextField } from "../../../../parts/field.tsx";
import { SignaturePadBox, writtenSignature, type Drawn } from "../../../../parts/signature-pad-box.tsx";
import { Failed, Loading } from "../../../../parts/states.tsx";
import { useNow } from "../../../../parts/use-now.ts";
import { useSession } from "../../../../staff/session.ts";
import { formatInstant } from "../../../../words/format.ts";
import { useWords } from "../../../../words/language.ts";
import { Choice } from "../controls/choices.tsx";
import { DocumentsField } from "../documents-field.tsx";
import type { FormValues, Typed } from "../form-values.ts";
import { PaperShown, type PaperToSign } from "./paper-to-sign.tsx";
import { useSignature } from "./use-signature.ts";
import { wordsOfSigning } from "./words.ts";

/** Fields that are filled in here, and not typed. */
export const FIELDS_OF_SIGNING = ["signer", "signedOn", "documentSha256", "signatureSha256"];

type SigningProps = {
  complaintId: string;
  values: FormValues;
  change: (changed: (known: FormValues) => FormValues) => void;
  errors: Record<string, string>;
};

/** What is signed, who signs, and the signature: drawn, by name, or on a paper that is scanned. */
export function Signing(props: SigningProps) {
  const { complaintId, values } = props;
  const paperId = textOf(values, "paperId");
  const params = { complaintId, paperId };
  const {
    data: paper,
    error,
    refetch,
  } = useAnswer("GET /complaints/:complaintId/papers/:paperId", { params }, { enabled: paperId !== "" });
  if (paperId === "") return null;
  if (!paper) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading rows={2} />;
  return (
    <>
      <PaperShown complaintId={complaintId} paper={paper} />
      <SignatureParts key={paperId} {...props} paper={paper} />
    </>
  );
}

function SignatureParts({ paper, ...props }: SigningProps & { paper: PaperToSign }) {
  const { values, change, errors } = props;
  const words = useWords(wordsOfSigning);
  const signature = useSignature(change);
  const modes = modesFor(textOf(values, "by"), paper);
  const mode = modes.find((each) => each === textOf(values, "signMode")) ?? modes[0] ?? "paper";
  const signer = useSigner({ ...props, modes });
  const put = (fields: Record<string, unknown>) =>
    change((known) => ({ ...known, fields: { ...known.fields, ...fields } }));
  const begin = { documentSha256: paper.documentSha256 ?? undefined };
  const choose = (signMode: string) => {
    signature.drop({ ...begin, signMode, ...(signMode === "paper" ? { signedOn: "paper", signer } : {}) });
    if (signMode === "name") void byName(signer);
  };
  const byName = async (name: string) => {
    const picture = await writtenSignature(name.trim());
    if (picture) await signature.keep(picture, { ...begin, signer: name.trim(), signMode: "name" });
  };
  useSignedAnew(textOf(values, "by"), () => signature.drop({ signer: undefined, signMode: undefined }));
  useOnlyWay(modes.length === 1 && textOf(values, "signMode") !== mode, () => choose(mode));
  return (
    <>
      <TextField
        label={words.signer}
        data-path="signer"
        error={errors["signer"]}
        value={signer}
        onChange={({ target }) => put({ signer: target.value })}
        // The picture of a name is of the whole name.
        onBlur={() => mode === "name" && void byName(signer)}
      />
      <HowSigned modes={modes} mode={mode} onChoose={choose} />
      <WhoIsThere by={textOf(values, "by")} mode={mode} />
      {mode === "draw" && <DrawnHere {...{ values, signature }} signed={{ ...begin, signer: signer.trim() }} />}
      {mode === "name" && <WrittenHere picture={textOf(values, "signaturePicture")} />}
      {mode === "paper" && (
        <DocumentsField
          label={words.scan}
          asked={[]}
          documents={values.documents}
          error={errors["attachments"]}
          onChange={(changed) => change((known) => ({ ...known, documents: changed(known.documents) }))}
        />
      )}
      <StateOfSignature {...{ mode, signature, values, errors }} />
    </>
  );
}

type Signature = ReturnType<typeof useSignature>;

function DrawnHere({ values, signature, signed }: { values: FormValues; signature: Signature; signed: Typed }) {
  const words = useWords(wordsOfSigning);
  const drawn = useRef<Drawn>(null);
  const end = async () => {
    const picture = await drawn.current?.picture();
    if (picture) await signature.keep(picture, signed);
    else signature.drop();
  };
  return (
    <SignaturePadBox
      ref={drawn}
      label={words.here}
      clear={words.clear}
      start={textOf(values, "signaturePicture")}
      onEnd={() => void end()}
    />
  );
}

function WrittenHere({ picture }: { picture: string }) {
  const words = useWords(wordsOfSigning);
  if (picture === "") return null;
  return <img src={picture} alt={words.written} className="h-24 self-start rounded-lg border border-line bg-white" />;
}

/** When it is signed, whether the signature is kept, and what is wrong. */
function StateOfSignature({
  mode,
  signature: { isKeeping, problem },
  values,
  errors,
}: {
  mode: string;
  signature: Signature;
  values: FormValues;
  errors: Record<string, string>;
}) {
  const words = useWords(wordsOfSigning);
  const now = useNow();
  const isThere = textOf(values, "signatureSha256") !== "";
  // What was missing and is there now is not missing any more.
  const error = problem ?? (isThere || mode === "paper" ? undefined : errors["signatureSha256"]);
  const state = isKeeping ? words.keeping : isThere ? words.kept : "";
  return (
    <div data-path="signatureSha256" tabIndex={-1} className="text-sm">
      <p role="status" className="text-ink-2">
        {[mode === "paper" ? words.paperTime : words.time(formatInstant(now)), state].filter(Boolean).join(" · ")}
      </p>
      {error && (
        <p role="alert" className="font-medium text-late">
          {error}
        </p>
      )}
    </div>
  );
}

const modesOfSigning = ["draw", "name", "paper"] as const;
type Mode = (typeof modesOfSigning)[number];

/** The server says how this may be entered. A customer who is there draws it: a name written by somebody else is no signature. */
function modesFor(by: string, { wanted }: PaperToSign): readonly Mode[] {
  const ways = wanted.find((each) => each.by === by)?.ways;
  if (ways !== undefined && !ways.includes("screen")) return ["paper"];
  return by === "customer" ? ["draw", "paper"] : modesOfSigning;
}

/** Whose hand it must be, and who is said to have been there. */
function WhoIsThere({ by, mode }: { by: string; mode: Mode }) {
  const words = useWords(wordsOfSigning);
  const { name } = useSession();
  if (by !== "customer" || mode !== "draw") return null;
  return <p className="text-sm text-ink-2">{words.atTheCounter(name)}</p>;
}

function HowSigned({
  modes,
  mode,
  onChoose,
}: {
  modes: readonly Mode[];
  mode: Mode;
  onChoose: (mode: string) => void;
}) {
  const words = useWords(wordsOfSigning);
  const label = { vi: words.how, en: words.how };
  const options = modes.map((value) => ({
    value,
    label: { vi: words[value], en: words[value] },
  }));
  return (
    <Choice
      field={{ type: "choice", required: true, label, options }}
      path="signMode"
      label={words.how}
      value={mode}
      errors={{}}
      complaintId=""
      onChange={(chosen) => onChoose(String(chosen))}
    />
  );
}

/** Where there is one way only it is chosen already. */
function useOnlyWay(isToChoose: boolean, choose: () => void): void {
  const chooseNow = useEffectEvent(choose);
  useEffect(() => {
    if (isToChoose) chooseNow();
  }, [isToChoose]);
}

/** Who signs, until somebody says otherwise: the customer of the file, or whoever is signed in, but for no colleague. */
function useSigner({ complaintId, values, modes }: SigningProps & { modes: readonly Mode[] }): string {
  const { name } = useSession();
  const { data } = useAnswer("GET /complaints/:complaintId", { params: { complaintId } });
  const typed = values.fields["signer"];
  if (typeof typed === "string") return typed;
  return textOf(values, "by") === "customer" ? (data?.customer.name ?? "") : modes.length > 1 ? name : "";
}

/** A signature belongs to who gave it: another signer signs anew. */
function useSignedAnew(by: string, drop: () => void): void {
  const before = useRef(by);
  const dropNow = useEffectEvent(drop);
  useEffect(() => {
    if (before.current !== "" && before.current !== by) dropNow();
    before.current = by;
  }, [by]);
}

function textOf({ fields }: FormValues, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
