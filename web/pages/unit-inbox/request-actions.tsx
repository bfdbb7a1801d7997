import { Link2, Phone } from "lucide-react";
import { useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { errorText, Failed, Loading } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { VerbForm } from "../complaint/actions/verb-form.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import type { Request } from "./requests.ts";
import { wordsOfInbox } from "./words.ts";

/** The verbs of a request in the order of the buttons, each with its key. */
const keysOf: readonly (readonly [string, string])[] = [
  ["answer-coordination", "r"],
  ["accept-coordination", "a"],
  ["return-coordination", "b"],
  ["confirm-coordination", "n"],
  ["pass-on-coordination", "p"],
  ["remind-coordination", "d"],
  ["withdraw-coordination", "w"],
];

type Action = Answer<"GET /complaints/:complaintId/actions">["actions"][number];
type Move = NonNullable<Action["moves"]>[number];
type Open = { action: Action; move: Move; keys: string };
type Opened = { verb: string; title: string; move: string | null; given: Record<string, string> };

type WorkProps = {
  item: Request;
  /** A form is opened: from now on the request stays in sight. */
  onWork: () => void;
  onDone: () => void;
};

/** What may be done with this request now: the server says so, for each verb which requests it is open for. */
export function RequestActions({ item, ...work }: WorkProps) {
  const { data, error, refetch } = useAnswer("GET /complaints/:complaintId/actions", {
    params: { complaintId: item.complaintId },
    query: {},
  });
  if (error && !data) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={1} />;
  return <OpenActions item={item} open={openFor(data.actions, item.coordinationId)} {...work} />;
}

function openFor(actions: readonly Action[], coordinationId: string): Open[] {
  return keysOf.flatMap(([verb, keys]) => {
    const action = actions.find((each) => each.verb === verb);
    const move = action?.moves?.find(({ form }) =>
      form?.fields["coordinationId"]?.options?.some(({ value }) => value === coordinationId),
    );
    return action && move ? [{ action, move, keys }] : [];
  });
}

function OpenActions({ item, open, onWork, onDone }: WorkProps & { open: Open[] }) {
  const words = useWords(wordsOfInbox);
  const chosen = useLanguage();
  const [opened, setOpened] = useState<Opened>();
  const [isLinking, setLinking] = useState(false);
  const confirm = useConfirm(item);
  const { coordinationId } = item;
  const openForm = ({ action, move }: Open, more: Record<string, string> = {}) => {
    onWork();
    setOpened({
      verb: action.verb,
      title: `${move.name ?? action.name[chosen]} · ${item.number}`,
      move: move.name,
      given: { coordinationId, ...more },
    });
  };
  const act = (each: Open) =>
    each.action.verb === "confirm-coordination" && isPlain(each.move) ? confirm() : openForm(each);
  const answer = open.find(({ action }) => action.verb === "answer-coordination");
  const byPhone = answer && (() => openForm(answer, { via: "phone" }));
  useShortcuts([
    ...open.map((each) => ({ keys: each.keys, label: nameOf(each, chosen), run: () => act(each) })),
    ...(byPhone ? [{ keys: "t", label: words.byPhone, run: byPhone }] : []),
    ...(answer ? [{ keys: "l", label: words.sendLink, run: () => setLinking(true) }] : []),
  ]);
  return (
    <div className="flex flex-wrap gap-2 pt-3">
      {open.length === 0 && <p className="text-ink-2">{words.notOpen}</p>}
      {open.map((each, place) => (
        <Button
          key={each.action.verb}
          look={place === 0 ? "primary" : "plain"}
          shortcut={each.keys}
          onClick={() => act(each)}
        >
          {nameOf(each, chosen)}
        </Button>
      ))}
      {byPhone && (
        <Button shortcut="t" icon={<Phone size={16} aria-hidden />} onClick={byPhone}>
          {words.byPhone}
        </Button>
      )}
      {answer && (
        <Button shortcut="l" icon={<Link2 size={16} aria-hidden />} onClick={() => setLinking(true)}>
          {words.sendLink}
        </Button>
      )}
      <FormDialog complaintId={item.complaintId} opened={opened} onDone={onDone} onClose={() => setOpened(undefined)} />
      <LinkDialog item={item} isOpen={isLinking} onClose={() => setLinking(false)} />
    </div>
  );
}

function FormDialog({
  complaintId,
  opened,
  onDone,
  onClose,
}: {
  complaintId: string;
  opened: Opened | undefined;
  onDone: () => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={opened?.title ?? ""} isOpen={opened !== undefined} onClose={onClose}>
      {opened && (
        <VerbForm
          complaintId={complaintId}
          verb={opened.verb}
          move={opened.move ?? undefined}
          given={opened.given}
          onDone={() => {
            onDone();
            onClose();
          }}
          onCancel={onClose}
        />
      )}
    </Dialog>
  );
}

/** "We have it" takes one press: there is nothing to fill in and nothing to regret. */
function useConfirm({ complaintId, coordinationId }: Request): () => void {
  const chosen = useLanguage();
  const deed = useDeed("POST /complaints/:complaintId/coordinations/:coordinationId/confirmations");
  return () =>
    deed.mutate(
      { parts: { params: { complaintId, coordinationId }, query: {}, body: {} } },
      { onError: (error) => tell(errorText(error, chosen), { isError: true }) },
    );
}

function isPlain({ confirm, needs, needsEvidence }: Move): boolean {
  return confirm.length + needs.length + needsEvidence.length === 0;
}

/** A move's own name says how it goes on; a plain verb is called what an office calls it. */
function nameOf({ action, move }: Open, chosen: "vi" | "en"): string {
  return move.name ?? action.name[chosen];
}
