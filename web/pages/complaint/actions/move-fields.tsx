import { useRef, useState } from "react";
import { Button } from "../../../parts/button.tsx";
import { formatInstant } from "../../../words/format.ts";
import { useLanguage, useWords } from "../../../words/language.ts";
import { FormAroundContext } from "./form-context.ts";
import { FormFooter } from "./form-footer.tsx";
import { Confirmations, Documents, Fields, isAboutDocuments, More } from "./form-parts.tsx";
import { Notice } from "./notice.tsx";
import { ToldNotDone } from "./told-not-done.tsx";
import { PaperPreview } from "../papers/paper-preview.tsx";
import { isReply } from "./reply/is-reply.ts";
import { ReplyHelp } from "./reply/reply-help.tsx";
import type { FormValues } from "./form-values.ts";
import { FIELDS_OF_SIGNING, Signing } from "./signing/signing.tsx";
import type { DraftOfForm } from "./use-draft.ts";
import { useMoveForm, type MoveFormProps } from "./use-move-form.ts";
import { wordsOfForm } from "./words.ts";
import { WouldMake } from "./would-make.tsx";

/** One way of one verb: its fields, its documents, what must be affirmed, what it would make, and the button that does it. */
export function MoveFields(props: MoveFormProps) {
  const { complaintId, action, move, closedWhy } = props;
  const form = useRef<HTMLFormElement>(null);
  const [isUploading, setUploading] = useState(false);
  const at = useMoveForm(props, form, isUploading);
  const { draft, errors, told } = at;
  const { values, change } = draft;
  const around = {
    isReply: isReply(action.verb),
    typed: values.fields,
    addDocument: (document: (typeof values.documents)[number]) =>
      change((known) => ({ ...known, documents: [...known.documents, document] })),
    setUploading,
  };
  const words = useWords(wordsOfForm);
  const isSigning = action.verb === "sign-paper";
  const isIssuing = action.verb === "issue-paper";
  const inSight = isAboutDocuments(move, values, action.verb);
  const part = { move, values, change, errors, complaintId };
  return (
    <FormAroundContext value={around}>
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          at.submit();
        }}
      >
        <div className={isReply(action.verb) ? BESIDE : "contents"}>
          <div className="flex min-w-0 flex-col gap-4">
            <Standing draft={draft} closedWhy={closedWhy} />
            {FOLLOWED.map((name) => name in (props.given ?? {}) && <PaperMeant key={name} name={name} {...part} />)}
            <Fields of="fields" {...part} known={[...itemsIn(props.given), ...notAsked(action.verb, values)]} />
            {isIssuing && <PaperMeant name="paperId" {...part} />}
            {isSigning && <Signing {...part} />}
            <Fields of="filled" {...part} />
            <Confirmations {...part} />
            {inSight && <Documents {...part} label={isIssuing ? words.ownDocument : undefined} />}
            {/* What is shown is what is written now, or nothing. */}
            {isOfPaper(action.verb) && values.documents.length === 0 && (
              <PaperPreview
                key={JSON.stringify(paperIn(values.fields))}
                complaintId={complaintId}
                {...paperIn(values.fields)}
              />
            )}
            <More {...part} withDocuments={!isSigning && !inSight} />
            <WouldMake href={action.href} move={move} values={values} />
            {told && <ToldNotDone told={told} complaintId={complaintId} />}
          </div>
          {isReply(action.verb) && <ReplyHelp complaintId={complaintId} values={values} change={change} />}
        </div>
        <FormFooter action={action} move={move} at={at} onCancel={props.onCancel} />
      </form>
    </FormAroundContext>
  );
}

/** What helps to write stands beside what is written, where there is room. */
const BESIDE = "grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_18rem]";

/** Papers are looked at as they would leave, before they do. */
function isOfPaper(verb: string): boolean {
  return verb === "draft-paper" || verb === "issue-paper";
}

function paperIn(fields: Record<string, unknown>): { paper?: string; paperId?: string; content?: string } {
  const named = ["paper", "paperId", "content"].map((name) => [name, fields[name]] as const);
  return Object.fromEntries(named.filter(([, value]) => typeof value === "string" && value.trim() !== ""));
}

/** What another part of the form asks, and what the way that was chosen leaves no place for. */
function notAsked(verb: string, { fields, documents }: FormValues): readonly string[] {
  if (verb === "sign-paper") return FIELDS_OF_SIGNING;
  if (verb !== "issue-paper") return [];
  // A draft says itself what it follows; names are read off a copy that was signed on paper.
  return [
    ...(fields["paperId"] ? ["paper", "replaces", "corrects"] : []),
    ...(documents.length === 0 ? ["signers"] : []),
  ];
}

/** A paper of the file that is meant, as the draft that leaves or the letter that is replaced: it is given, and asked by no field. */
function PaperMeant({ name, move, values }: { name: string; move: MoveFormProps["move"]; values: FormValues }) {
  const chosen = useLanguage();
  const asked = move.form?.fields[name];
  const meant = asked?.options?.find(({ value }) => value === values.fields[name]);
  if (!asked || !meant) return null;
  return (
    <p>
      <span className="text-ink-2">{asked.label[chosen]}:</span> <strong>{meant.label[chosen]}</strong>
    </p>
  );
}

/** By which a paper names the letter in whose place it stands. */
const FOLLOWED = ["replaces", "corrects"];

/** Of what is given, the items of the file that a page is about: they are not asked again. A letter follows another in one way. */
function itemsIn(given: MoveFormProps["given"] = {}): string[] {
  const items = Object.keys(given).filter((name) => name.endsWith("Id"));
  return FOLLOWED.some((name) => name in given) ? [...items, "paper", ...FOLLOWED] : items;
}

/** How the form stands: whether it is still open, and whether what stands in it was typed before. */
function Standing({ draft, closedWhy }: { draft: DraftOfForm; closedWhy: string | undefined }) {
  const words = useWords(wordsOfForm);
  return (
    <>
      {closedWhy && (
        <Notice tone="late" title={words.notOpenAnyMore}>
          {closedWhy}
        </Notice>
      )}
      {draft.restoredAt && (
        <Notice tone="accent" title={words.restored(formatInstant(draft.restoredAt))}>
          <Button look="quiet" className="-ml-3.5 underline" onClick={draft.drop}>
            {words.dropDraft}
          </Button>
        </Notice>
      )}
      {!draft.isKept && <Notice tone="soon" title={words.notKept} />}
    </>
  );
}
