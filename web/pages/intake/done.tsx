import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Mail, Printer, QrCode } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ask } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { errorText, Failed, Loading } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatDue } from "../../words/format.ts";
import { language, useWords } from "../../words/language.ts";
import type { Done, Draft } from "./draft.ts";
import { issueReceipt } from "./issue-receipt.ts";
import { Receipt, type ReceiptShown } from "./receipt.tsx";
import { wordsOfIntake } from "./words.ts";

type Props = { draft: Draft; done: Done; onKeep: (changed: Partial<Done>) => void; onNext: () => void };

/** The number, what to read out, and the receipt. */
export function DonePanel({ draft, done, onKeep, onNext }: Props) {
  const words = useWords(wordsOfIntake);
  const { complaintId, number } = done;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const {
    data: receipt,
    error,
    refetch,
  } = useAnswer("GET /complaints/:complaintId/receipt", { params: { complaintId } });
  return (
    <div className="flex flex-col gap-4">
      <div className="no-print rounded-xl border border-line bg-kept-soft p-4">
        <h2 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none">
          {words.done}: <span data-testid="number">{number}</span>
        </h2>
        {receipt?.contactBy && (
          <p className="mt-1 text-lg">
            {words.toldByPhone} {words.callBackBy}{" "}
            <strong className="font-semibold">{formatDue(receipt.contactBy)}</strong>
          </p>
        )}
      </div>
      {error && !receipt && <Failed error={error} onRetry={() => void refetch()} />}
      {!receipt && !error && <Loading rows={4} />}
      {receipt && <ReceiptActions {...{ draft, done, receipt, onKeep, onNext }} />}
      {receipt && <Receipt receipt={receipt} tracking={done.tracking} />}
    </div>
  );
}

function ReceiptActions(shown: Props & { receipt: ReceiptShown }) {
  const { done, receipt, onNext } = shown;
  const words = useWords(wordsOfIntake);
  const { isBusy, print, send, makeCode } = useReceiptActions(shown);
  useShortcuts([
    { keys: "Enter", label: words.next, run: onNext },
    { keys: "p", label: words.print, run: print },
  ]);
  return (
    <div className="no-print flex flex-wrap gap-2">
      <Button look="primary" onClick={onNext} shortcut="Enter">
        {words.next}
      </Button>
      {receipt.paper ? (
        <Button icon={<Printer size={16} aria-hidden />} isBusy={isBusy} onClick={print} shortcut="p">
          {words.print}
        </Button>
      ) : (
        <p className="text-ink-2">{words.noPaper}</p>
      )}
      {receipt.paper &&
        !receipt.issued &&
        receipt.electronic.map(({ id, name }) => (
          <Button key={id} icon={<Mail size={16} aria-hidden />} isBusy={isBusy} onClick={() => send(id)}>
            {words.send(name)}
          </Button>
        ))}
      {!done.tracking && (
        <Button look="quiet" icon={<QrCode size={16} aria-hidden />} isBusy={isBusy} onClick={makeCode}>
          {words.makeCode}
        </Button>
      )}
      <Link
        to="/khieu-nai/$complaintId"
        params={{ complaintId: done.complaintId }}
        className="inline-flex min-h-11 items-center rounded-lg px-3.5 font-medium text-accent underline sm:min-h-9"
      >
        {words.open}
      </Link>
    </div>
  );
}

function useReceiptActions({ draft, done, receipt, onKeep }: Props & { receipt: ReceiptShown }) {
  const words = useWords(wordsOfIntake);
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const { complaintId } = done;
  const doing = async (deed: () => Promise<void>) => {
    setBusy(true);
    try {
      await deed();
    } catch (error) {
      tell(errorText(error, language()), { isError: true });
    }
    setBusy(false);
    await client.invalidateQueries();
  };
  const issue = async (channel?: string) => {
    if (receipt.issued) return;
    await issueReceipt(done, receipt, { key: draft.id, ...(channel === undefined ? {} : { channel }) });
  };
  const withCode = async () => {
    if (done.tracking) return;
    const tracking = await ask("POST /complaints/:complaintId/tracking-codes", { params: { complaintId }, body: {} });
    onKeep({ tracking });
  };
  return {
    isBusy,
    makeCode: () => void doing(withCode),
    send: (channel: string) => void doing(() => issue(channel).then(() => tell(words.sent))),
    // It is printed whatever the register says: the customer waits.
    print: () =>
      void doing(async () => {
        await withCode();
        await issue();
      }).then(() => window.print()),
  };
}
