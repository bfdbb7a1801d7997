import { useId, useState, type ChangeEvent, type KeyboardEvent, type RefObject, type SyntheticEvent } from "react";
import type { Answer } from "../../../api/ask.ts";
import { useAnswer } from "../../../api/use-answer.ts";
import { soughtAt, type NoteDraft } from "./use-draft.ts";

export type Suggested = Answer<"GET /people-suggestions">["people"][number];

const SUGGESTED_MAX = 6;

/** What an @ in the text means: whom to suggest, and the keys that choose. */
export function useMentions(asked: {
  area: RefObject<HTMLTextAreaElement | null>;
  draft: NoteDraft;
  change: (draft: NoteDraft) => void;
}) {
  const { area, draft, change } = asked;
  const id = useId();
  const [sought, setSought] = useState<string>();
  const [active, setActive] = useState(0);
  const { data } = useAnswer(
    "GET /people-suggestions",
    { query: { search: sought?.trim() ?? "", limit: SUGGESTED_MAX } },
    { enabled: sought !== undefined },
  );
  const people = sought === undefined ? [] : (data?.people ?? []);
  const look = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setSought(soughtAt(value, selectionStart));
    setActive(0);
  };
  const choose = ({ personId, name }: Suggested) => {
    const caret = area.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, caret - (sought?.length ?? 0));
    change({ text: `${before}${name} ${draft.text.slice(caret)}`, people: [...draft.people, { personId, name }] });
    setSought(undefined);
    area.current?.focus();
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const person = people[active];
    if (!person) return false;
    const steps: Partial<Record<string, () => void>> = {
      ArrowDown: () => setActive((active + 1) % people.length),
      ArrowUp: () => setActive((active + people.length - 1) % people.length),
      Enter: () => choose(person),
      Tab: () => choose(person),
      Escape: () => setSought(undefined),
    };
    const step = steps[event.key];
    if (!step) return false;
    event.preventDefault();
    step();
    return true;
  };
  return {
    onKey,
    list: { id, people, active, onChoose: choose },
    area: {
      onChange: (event: ChangeEvent<HTMLTextAreaElement>) => {
        change({ ...draft, text: event.target.value });
        look(event.target);
      },
      onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => look(event.currentTarget),
      onBlur: () => setSought(undefined),
      "aria-autocomplete": "list" as const,
      "aria-controls": people.length > 0 ? id : undefined,
      "aria-activedescendant": people.length > 0 ? `${id}-${active}` : undefined,
    },
  };
}
