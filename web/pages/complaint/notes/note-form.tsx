import { useRef } from "react";
import { useDeed } from "../../../api/use-answer.ts";
import { Button } from "../../../parts/button.tsx";
import { useShortcuts } from "../../../parts/shortcuts.ts";
import { errorText } from "../../../parts/states.tsx";
import { tell } from "../../../parts/toast.tsx";
import { useLanguage, useWords } from "../../../words/language.ts";
import { MentionList } from "./mention-list.tsx";
import { mentionsIn, useDraft } from "./use-draft.ts";
import { useMentions } from "./use-mentions.ts";
import { wordsOfNotes } from "./words.ts";

/** A remark for colleagues. What is typed stays in this browser until it is saved. */
export function NoteForm({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfNotes);
  const chosen = useLanguage();
  const area = useRef<HTMLTextAreaElement>(null);
  const { draft, change, clear } = useDraft(complaintId);
  const mentions = useMentions({ area, draft, change });
  const deed = useDeed("POST /complaints/:complaintId/notes", {
    onDone: () => {
      tried.current = { text: "", key: "" };
      clear();
      tell(words.saved);
    },
  });
  const text = draft.text.trim();
  // The same words again are the same note: what a lost connection hid may have been written.
  const tried = useRef({ text: "", key: "" });
  const save = () => {
    if (text === "" || deed.isPending) return;
    if (tried.current.text !== text) tried.current = { text, key: crypto.randomUUID() };
    const body = { text, mentions: mentionsIn(draft) };
    deed.mutate({ parts: { params: { complaintId }, query: {}, body }, idempotencyKey: tried.current.key });
  };
  useShortcuts([{ keys: "n", label: words.write, run: () => area.current?.focus() }]);
  return (
    <form
      aria-label={words.note}
      className="no-print relative rounded-xl border border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={area}
        rows={draft.text === "" ? 1 : 3}
        aria-label={words.note}
        aria-describedby="note-hint"
        placeholder={words.placeholder}
        value={draft.text}
        className="block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 py-2 text-ink focus:min-h-20 sm:min-h-9"
        {...mentions.area}
        onKeyDown={(event) => {
          if (mentions.onKey(event)) return;
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <p id="note-hint" className="sr-only">
        {words.hint}
      </p>
      <MentionList {...mentions.list} />
      {deed.error && (
        <p role="alert" className="mt-1 text-sm text-late">
          {errorText(deed.error, chosen)}
        </p>
      )}
      {draft.text !== "" && (
        <div className="mt-2 flex justify-end">
          <Button type="submit" look="primary" shortcut="Ctrl Enter" isBusy={deed.isPending} disabled={text === ""}>
            {words.save}
          </Button>
        </div>
      )}
    </form>
  );
}
