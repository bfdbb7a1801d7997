import { useEffect, useRef, useState } from "react";
import { Button } from "../../../parts/button.tsx";
import { CheckField } from "../../../parts/field.tsx";
import { tell } from "../../../parts/toast.tsx";
import { useSession } from "../../../staff/session.ts";
import { formatInstant } from "../../../words/format.ts";
import { useLanguage, useWords } from "../../../words/language.ts";
import { Control } from "./controls/control.tsx";
import { Instant } from "./controls/days.tsx";
import { Labelled } from "./controls/labelled.tsx";
import type { Action, FormField, Move } from "./described.ts";
import { DocumentsField } from "./documents-field.tsx";
import { draftName } from "./draft.ts";
import { FormAroundContext } from "./form-context.ts";
import type { FormValues, Typed } from "./form-values.ts";
import { Notice } from "./notice.tsx";
import type { Done } from "./send-verb.ts";
import { ToldNotDone } from "./told-not-done.tsx";
import { useDraft } from "./use-draft.ts";
import { useSend } from "./use-send.ts";
import { wordsOfForm } from "./words.ts";

type MoveFieldsProps = {
  complaintId: string;
  action: Action;
  move: Move;
  sequence: number;
  /** Why it is not open any more; what is typed stays. */
  closedWhy: string | undefined;
  given?: Typed | undefined;
  onDone: (done: Done) => void;
  onCancel?: (() => void) | undefined;
};

/** One way of one verb: its fields, its documents, what must be affirmed, and the button that does it. */
export function MoveFields(props: MoveFieldsProps) {
  const { complaintId, action, move, sequence, closedWhy, given = {}, onDone, onCancel } = props;
  const words = useWords(wordsOfForm);
  const chosen = useLanguage();
  const { personId } = useSession();
  const draft = useDraft(draftName({ personId, complaintId, verb: action.verb, move: move.name }), move, given);
  const { values, change } = draft;
  const form = useRef<HTMLFormElement>(null);
  const { told, isSending, send } = useSend({
    href: action.href,
    move,
    sequence,
    onDone: (done) => {
      draft.done();
      tell(words.done(move.name ?? action.name[chosen]));
      onDone(done);
    },
  });
  const errors = told?.kind === "refused" ? told.errors : {};
  useEffect(() => {
    if (told?.kind === "refused") focusFirst(form.current, Object.keys(told.errors));
  }, [told]);
  const putField = (name: string, value: unknown) =>
    change((known) => ({ ...known, fields: { ...known.fields, [name]: value } }));
  return (
    <FormAroundContext
      value={{
        typed: values.fields,
        addDocument: (document) => change((known) => ({ ...known, documents: [...known.documents, document] })),
      }}
    >
      <form
        ref={form}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send(values, told?.kind === "sent-before" ? draft.renewKey() : draft.idempotencyKey);
        }}
      >
        {closedWhy && (
          <Notice tone="late" title={words.notOpenAnyMore}>
            {closedWhy}
          </Notice>
        )}
        {draft.restoredAt && (
          <Notice tone="accent" title={words.restored(formatInstant(draft.restoredAt))}>
            <Button look="quiet" onClick={draft.drop}>
              {words.dropDraft}
            </Button>
          </Notice>
        )}
        {!draft.isKept && <Notice tone="soon" title={words.notKept} />}
        <Fields
          fields={move.form?.fields ?? {}}
          typed={values.fields}
          {...{ errors, complaintId }}
          onChange={putField}
        />
        <Fields
          fields={move.form?.filled ?? {}}
          at="filled."
          typed={values.filled}
          {...{ errors, complaintId }}
          onChange={(name, value) => change((known) => ({ ...known, filled: { ...known.filled, [name]: value } }))}
        />
        <Confirmations move={move} values={values} change={change} error={errors["confirmed"]} />
        <More move={move} values={values} change={change} errors={errors} complaintId={complaintId} />
        {action.lasting && (
          <Notice tone="soon" title={words.lasting}>
            {action.lasting[chosen]}
          </Notice>
        )}
        {told && <ToldNotDone told={told} />}
        <div className="sticky -bottom-5 -mx-5 -mb-5 flex justify-end gap-2 border-t border-line bg-surface px-5 py-3">
          {onCancel && <Button onClick={onCancel}>{words.cancel}</Button>}
          <Button type="submit" look={action.lasting ? "danger" : "primary"} isBusy={isSending}>
            {told?.kind === "meanwhile"
              ? words.sendOnNew
              : told?.kind === "lost" || told?.kind === "sent-before"
                ? words.sendAgain
                : (move.name ?? action.name[chosen])}
          </Button>
        </div>
      </form>
    </FormAroundContext>
  );
}

type FieldsProps = {
  fields: Record<string, FormField>;
  at?: string;
  typed: Typed;
  errors: Record<string, string>;
  complaintId: string;
  onChange: (name: string, value: unknown) => void;
};

function Fields({ fields, at = "", typed, errors, complaintId, onChange }: FieldsProps) {
  const chosen = useLanguage();
  return Object.entries(fields).map(([name, field]) => (
    <Control
      key={name}
      field={field}
      path={`${at}${name}`}
      label={field.label[chosen]}
      value={typed[name]}
      onChange={(value) => onChange(name, value)}
      errors={errors}
      complaintId={complaintId}
    />
  ));
}

type PartProps = { move: Move; values: FormValues; change: (change: (known: FormValues) => FormValues) => void };

/** What the pack wants somebody to have made sure of. */
function Confirmations({ move, values, change, error }: PartProps & { error: string | undefined }) {
  const words = useWords(wordsOfForm);
  if (move.confirm.length === 0) return null;
  return (
    <Labelled label={words.confirmTitle} error={error}>
      {move.confirm.map(({ id, name }, place) => (
        <CheckField
          key={id}
          label={name}
          data-path={place === 0 ? "confirmed" : undefined}
          checked={values.confirmed.includes(id)}
          onChange={({ target }) =>
            change((known) => ({
              ...known,
              confirmed: target.checked ? [...known.confirmed, id] : known.confirmed.filter((each) => each !== id),
            }))
          }
        />
      ))}
    </Labelled>
  );
}

/** Documents, and when it happened: at hand where the procedure wants them, else one click away. */
function More({
  move,
  values,
  change,
  errors,
  complaintId,
}: PartProps & { errors: Record<string, string>; complaintId: string }) {
  const words = useWords(wordsOfForm);
  const asked = move.form?.documents ?? [];
  const isWanted = asked.some(({ required }) => required) || values.documents.length > 0;
  const [isOpen, setIsOpen] = useState(isWanted || values.occurredAt !== undefined);
  const error = errors["attachments"] ?? errors["documents"];
  return (
    <details open={isOpen || error !== undefined} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="py-1 text-ink-2">{words.more}</summary>
      <div className="flex flex-col gap-4 pt-2">
        <DocumentsField
          asked={asked}
          documents={values.documents}
          error={error}
          onChange={(changed) => change((known) => ({ ...known, documents: changed(known.documents) }))}
        />
        <Instant
          field={{ type: "instant", required: false, label: { vi: words.happenedAt, en: words.happenedAt } }}
          path="occurredAt"
          label={words.happenedAt}
          value={values.occurredAt}
          errors={errors}
          complaintId={complaintId}
          onChange={(occurredAt) => change((known) => ({ ...known, occurredAt: occurredAt as string | undefined }))}
        />
      </div>
    </details>
  );
}

/** Focus goes to the first field in error, in the order of the page. */
function focusFirst(form: HTMLFormElement | null, paths: string[]): void {
  if (!form || paths.length === 0) return;
  const controls = [...form.querySelectorAll<HTMLElement>("[data-path]")];
  const isMeant = (at: string) => paths.some((path) => path === at || path.startsWith(`${at}.`));
  const exact = controls.find(({ dataset }) => paths.includes(dataset["path"] ?? ""));
  (exact ?? controls.find(({ dataset }) => isMeant(dataset["path"] ?? "")))?.focus();
}
