import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil, Star } from "lucide-react";
import { useState, type FormEvent } from "react";
import type { Answer } from "../../api/ask.ts";
import { answerOptions, useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { SelectField, TextField } from "../../parts/field.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { searchFrom, type QueueSearch } from "./queue-search.ts";
import { isSame, TabLink } from "./tabs.tsx";
import { wordsOfViews } from "./words-of-filters.ts";

/** Counting is work: it is not done anew with each change that anybody makes. */
const COUNT_AGAIN_MS = 30_000;

export type View = Answer<"GET /saved-views">["views"][number];

export function useViews(): readonly View[] {
  return useAnswer("GET /saved-views", {}).data?.views ?? [];
}

/** The lists that were saved, each with how many are open in it. */
export function ViewTabs({ search, onChange }: { search: QueueSearch; onChange: (view: View) => void }) {
  const words = useWords(wordsOfViews);
  const views = useViews();
  const { data } = useQuery({
    ...answerOptions("GET /saved-views/counts", {}),
    enabled: views.length > 0,
    refetchInterval: COUNT_AGAIN_MS,
  });
  return views.map((view) => {
    const query = searchFrom(view.query);
    const isOn = isSame(search, query);
    return (
      <span key={view.viewId} className="flex shrink-0 items-center">
        <TabLink
          to={query}
          isOn={isOn}
          name={view.name}
          count={data?.counts[view.viewId]}
          title={view.isOwn ? view.name : words.sharedBy(view.owner)}
        />
        {isOn && view.isOwn && (
          <IconButton label={words.change} onClick={() => onChange(view)}>
            <Pencil size={16} aria-hidden />
          </IconButton>
        )}
      </span>
    );
  });
}

/** Offers to keep what is looked at, where it is no list yet. */
export function SaveView({ search, onSave }: { search: QueueSearch; onSave: () => void }) {
  const words = useWords(wordsOfViews);
  const views = useViews();
  const { queue: _queue, ...narrowed } = search;
  const isOffered = Object.keys(narrowed).length > 0 && !views.some(({ query }) => isSame(searchFrom(query), search));
  useShortcuts(isOffered ? [{ keys: "s", label: words.save, run: onSave }] : []);
  if (!isOffered) return null;
  return (
    <Button look="quiet" shortcut="s" icon={<Star size={16} aria-hidden />} onClick={onSave} className="shrink-0">
      {words.save}
    </Button>
  );
}

/** The name of a list and whom it is shared with; a new one where `view` is none. */
export function ViewDialog({
  view,
  search,
  onClose,
}: {
  view: View | undefined;
  search: QueueSearch;
  onClose: () => void;
}) {
  const words = useWords(wordsOfViews);
  const chosen = useLanguage();
  const { units } = useSession();
  const [name, setName] = useState(view?.name ?? "");
  const [unit, setUnit] = useState(view?.unit ?? "");
  const client = useQueryClient();
  const onDone = ({ name: saved }: { name: string }) => {
    tell(words.saved(saved));
    void client.invalidateQueries({ queryKey: ["GET /saved-views"] });
    onClose();
  };
  const add = useDeed("POST /saved-views", { onDone });
  const change = useDeed("PATCH /saved-views/:viewId", { onDone });
  const error = add.error ?? change.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = { name, unit: unit === "" ? null : unit };
    if (view) change.mutate({ parts: { params: { viewId: view.viewId }, body } });
    else add.mutate({ parts: { body: { ...body, query: { ...search } } } });
  };
  return (
    <Dialog title={view ? words.change : words.save} isOpen onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={words.name}
          hint={view ? undefined : words.saveHint}
          error={error ? errorText(error, chosen) : undefined}
          value={name}
          onChange={({ target }) => setName(target.value)}
          maxLength={80}
          required
          autoFocus
        />
        <SelectField
          label={words.share}
          empty={words.onlyMe}
          options={units.map(({ unitId, name: label }) => ({ value: unitId, label }))}
          value={unit}
          onChange={({ target }) => setUnit(target.value)}
        />
        <div className="flex flex-wrap justify-between gap-2">
          {view ? <RemoveView view={view} onDone={onClose} /> : <span />}
          <Button type="submit" look="primary" isBusy={add.isPending || change.isPending}>
            {words.saveChange}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Gone at once; undoing saves the same list again. */
function RemoveView({ view, onDone }: { view: View; onDone: () => void }) {
  const words = useWords(wordsOfViews);
  const add = useDeed("POST /saved-views");
  const remove = useDeed("DELETE /saved-views/:viewId", {
    onDone: () => {
      const { name, unit, query } = view;
      tell(words.removed(name), { undo: () => add.mutate({ parts: { body: { name, unit, query } } }) });
      onDone();
    },
  });
  return (
    <Button
      look="quiet"
      className="!text-late"
      isBusy={remove.isPending}
      onClick={() => remove.mutate({ parts: { params: { viewId: view.viewId } } })}
    >
      {words.remove}
    </Button>
  );
}
