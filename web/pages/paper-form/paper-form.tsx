import { useQuery } from "@tanstack/react-query";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import type { Answer } from "../../api/ask.ts";
import { Button } from "../../parts/button.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useSession } from "../../staff/session.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { procedures as proceduresAsked, registrationOf } from "./keep-ready.ts";
import { wordsOfPaperForm } from "./words.ts";

type Form = Answer<"GET /procedures/:procedure/registration">;

/** What the procedure asks, on paper: for the day when the system is down. */
export function PaperForm() {
  const words = useWords(wordsOfPaperForm);
  const procedures = useQuery(proceduresAsked);
  const procedure = procedures.data?.procedures[0]?.procedure ?? "";
  const form = useQuery({ ...registrationOf(procedure), enabled: procedure !== "" });
  const error = procedures.error ?? form.error;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-4 print:max-w-none print:p-0">
      <div className="no-print flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-xl text-ink-2">{words.hint}</p>
        <Button look="primary" icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {/* What was read before the server was gone is as good on paper. */}
      {error && !form.data && (
        <Failed error={error} onRetry={() => void Promise.all([procedures.refetch(), form.refetch()])} />
      )}
      {!form.data && !error && <Loading />}
      {form.data && <Sheet form={form.data} />}
    </div>
  );
}

function Sheet({ form }: { form: Form }) {
  const words = useWords(wordsOfPaperForm);
  const chosen = useLanguage();
  const { provider } = useSession();
  const { channel, content, customer } = form.fields;
  const request = form.fields["desired"] ?? form.fields["request"];
  return (
    <article className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-6 text-sm print:rounded-none print:border-0 print:p-0">
      <header className="flex items-start justify-between gap-x-4">
        <div>
          <p className="font-medium">{provider.name}</p>
          <h1 className="text-lg font-semibold">{words.title}</h1>
          <p className="text-ink-2">{[form.edition.number, form.edition.title].filter(Boolean).join(" – ")}</p>
        </div>
        <Blank label={words.sheet} className="w-28 sm:w-40 print:w-40" />
      </header>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 print:grid-cols-2">
        <Blank label={words.receivedAt} />
        <Blank label={words.receivedBy} />
        {Object.entries(customer?.fields ?? {})
          .filter(([, { type }]) => ["text", "phone", "email"].includes(type))
          .map(([name, { label }]) => (
            <Blank key={name} label={label[chosen]} />
          ))}
      </div>
      <Choices title={words.channel} options={channel?.options?.map(({ label }) => label[chosen]) ?? []} />
      <Kinds form={form} />
      <Lines label={content?.label[chosen] ?? ""} lines={5} />
      {request && <Lines label={request.label[chosen]} lines={2} />}
      <Lines label={words.documents} lines={1} />
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2 print:grid-cols-2">
        <Blank label={words.callBack} />
        <Blank label={words.entered} />
        <Lines label={words.customerSigns} lines={2} />
        <Lines label={words.staffSigns} lines={2} />
      </div>
    </article>
  );
}

/** Each kind with what it asks besides. */
function Kinds({ form }: { form: Form }) {
  const words = useWords(wordsOfPaperForm);
  const chosen = useLanguage();
  const listed = (all: { label: { vi: string; en: string } }[]) => all.map(({ label }) => label[chosen]).join(", ");
  return (
    <section>
      <h2 className="font-medium">{words.kind}</h2>
      <ul className="grid gap-x-6 sm:grid-cols-2 print:grid-cols-2">
        {form.kinds.map(({ value, label, required, asked, documents }) => (
          <li key={value} className="flex gap-2 py-0.5">
            <Box />
            <span>
              {label[chosen]}
              <span className="text-ink-2">
                {besides([...required, ...asked]).length > 0 &&
                  ` – ${words.asks(listed(besides([...required, ...asked])))}`}
                {documents.length > 0 && ` – ${words.bring(listed(documents))}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is asked that has no line of its own on the sheet. */
function besides<Asked extends { field: string }>(all: Asked[]): Asked[] {
  return all.filter(({ field }) => field !== "content" && !field.startsWith("customer."));
}

function Choices({ title, options }: { title: string; options: string[] }) {
  return (
    <section>
      <h2 className="font-medium">{title}</h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-0.5">
        {options.map((option) => (
          <li key={option} className="flex gap-2">
            <Box /> {option}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Box(): ReactNode {
  return <span aria-hidden className="mt-0.5 inline-block size-3.5 shrink-0 border border-ink" />;
}

function Blank({ label, className = "" }: { label: string; className?: string }) {
  return (
    <p className={`flex items-end gap-2 ${className}`}>
      <span className="shrink-0">{label}</span>
      <span aria-hidden className="h-6 grow border-b border-dotted border-ink" />
    </p>
  );
}

function Lines({ label, lines }: { label: string; lines: number }) {
  return (
    <section>
      <p className="font-medium">{label}</p>
      {Array.from({ length: lines }, (_none, line) => (
        <div key={line} aria-hidden className="h-7 border-b border-dotted border-ink" />
      ))}
    </section>
  );
}
