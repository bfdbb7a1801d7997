import { WifiOff } from "lucide-react";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { Trouble } from "../../customer/parts/states.tsx";
import { NoConnection } from "../../api/ask.ts";
import { formatDay, formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { useDraft } from "./draft.ts";
import { askedAs } from "./field-names.ts";
import {
  fieldsAt,
  isRepresentative,
  kindIn,
  lackingIn,
  REPRESENTATIVE,
  stepsFor,
  wrongAt,
  type Form,
  type FormField,
  type Step,
} from "./form.ts";
import type { Sending } from "./step-page.tsx";
import { wordsOfSubmit } from "./words.ts";

type Kept = ReturnType<typeof useDraft>;
type Said = ReturnType<typeof useWords<typeof wordsOfSubmit>>;
type Line = { step: Step; label: string; text: string };

/** Everything once more, each with its way back; then it is sent, and waited for where there is no connection. */
export function CheckStep({
  form,
  kept,
  sending,
  mend,
}: {
  form: Form;
  kept: Kept;
  sending: Sending;
  mend: (step: Step) => void;
}) {
  const words = useWords(wordsOfSubmit);
  const { draft, change } = kept;
  const { isWaiting, error, sendNow } = sending;
  const lacking = lackingIn(form, draft, kept.files);
  const send = () => {
    const wrong = stepsFor(form, draft).find(
      (step) => Object.keys(wrongAt(step, draft, form, words, "9999")).length > 0,
    );
    if (wrong) mend(wrong);
    else change({ isSending: true });
  };
  return (
    <>
      <dl className="mb-6 divide-y divide-line rounded-xl border border-line bg-surface">
        {linesOf(form, kept, words).map(({ step, label, text }) => (
          <div key={`${step} ${label}`} className="flex flex-wrap items-start gap-x-4 px-4 py-2">
            <dt className="w-full font-medium sm:w-48 sm:shrink-0">{label}</dt>
            <dd className="min-w-0 grow basis-0 break-words whitespace-pre-line">{text}</dd>
            {!draft.isSending && (
              <dd>
                <BigButton
                  look="link"
                  className="-my-1 px-2"
                  aria-label={`${words.change}: ${label}`}
                  onClick={() => mend(step)}
                >
                  {words.change}
                </BigButton>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {lacking.length > 0 && (
        <p className="mb-4 rounded-xl bg-sunken p-4">
          <span className="font-medium">{words.lacking}: </span>
          {lacking.join(", ")}. {words.lackingHint}
        </p>
      )}
      {error !== null && !(error instanceof NoConnection) && <Trouble error={error} />}
      {isWaiting && (
        <div role="status" className="mb-4 rounded-xl border border-soon bg-soon-soft p-4">
          <p className="flex items-center gap-2 font-medium text-soon">
            <WifiOff size={20} aria-hidden />
            {words.waits}
          </p>
          <p>{words.waitsHint}</p>
        </div>
      )}
      <BigButton
        className="w-full sm:w-auto"
        isBusy={draft.isSending && !isWaiting}
        onClick={isWaiting ? sendNow : send}
      >
        {isWaiting ? words.sendNow : draft.isSending ? sendingWords(kept, words) : words.send}
      </BigButton>
    </>
  );
}

/** A photo takes its time on a slow line: how many are there already. */
function sendingWords({ files }: Kept, words: Said): string {
  const sent = files.filter(({ sha256 }) => sha256 !== undefined).length;
  return sent < files.length ? words.sendingFile(sent + 1, files.length) : words.sending;
}

function linesOf(form: Form, { draft, files }: Kept, words: Said): Line[] {
  const filled = (["noi-dung", "khi-nao", "chi-tiet", "lien-he"] as const).flatMap((step) =>
    fieldsAt(step, form, draft).map((field) => ({
      step,
      label: askedAs(field, words),
      text: shown(field, draft.values[field.id]?.trim() ?? ""),
    })),
  );
  const { complainants } = form;
  const complainant = complainants.find(({ id }) => id === draft.complainant) ?? complainants[0];
  const representative = isRepresentative(form, draft) ? (draft.values[REPRESENTATIVE]?.trim() ?? "") : "";
  const service = form.services.find(({ id }) => id === draft.service)?.name;
  const lines: Line[] = [
    { step: "loai", label: words.kind, text: kindIn(form, draft)?.name ?? words.kindUnknown },
    ...filled.filter(({ step }) => step !== "lien-he"),
    ...(service === undefined ? [] : [{ step: "chi-tiet" as const, label: words.service, text: service }]),
    ...(complainant && complainants.length > 1
      ? [
          {
            step: "lien-he" as const,
            label: words.complainant,
            text: representative === "" ? complainant.name : `${complainant.name}: ${representative}`,
          },
        ]
      : []),
    ...filled.filter(({ step }) => step === "lien-he"),
    { step: "tep", label: words.files, text: files.length === 0 ? "" : words.fileCount(files.length) },
  ];
  return lines.map((line) => ({ ...line, text: line.text === "" ? words.nothing : line.text }));
}

function shown({ type, choices }: FormField, value: string): string {
  if (value === "") return "";
  if (type === "day") return formatDay(value);
  if (type === "instant") return formatInstant(`${value}:00+07:00`);
  return choices.find(({ id }) => id === value)?.name ?? value;
}
