import { del, entries, set } from "idb-keyval";
import { useCallback, useEffect, useState } from "react";
import { isEmpty, newDraft, type Draft } from "./draft.ts";

const DONE_MS_MAX = 12 * 3_600_000;

export type Drafts = {
  /** Undefined while they are read. */
  drafts: Draft[] | undefined;
  /** False: this browser keeps nothing, and a reload would lose it. */
  isKept: boolean;
  change: (id: string, changed: (draft: Draft) => Draft) => void;
  /** A new one, or one that was given up. There is always one at least. */
  put: (draft: Draft) => void;
  remove: (id: string) => void;
};

/** The drafts of one person in this browser, each kept with every key that is pressed. */
export function useDrafts(owner: string): Drafts {
  const [drafts, setDrafts] = useState<Draft[]>();
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    let isGone = false;
    void readDrafts(owner).then((found) => isGone || setDrafts(found.length > 0 ? found : [newDraft()]));
    return () => {
      isGone = true;
    };
  }, [owner]);
  const keep = useCallback(
    (draft: Draft) =>
      void set(keyOf(owner, draft.id), draft).then(
        () => setKept(true),
        () => setKept(false),
      ),
    [owner],
  );
  const change = useCallback<Drafts["change"]>(
    (id, changed) =>
      setDrafts((known) =>
        known?.map((draft) => {
          if (draft.id !== id) return draft;
          const next = { ...changed(draft), changedAt: new Date().toISOString() };
          keep(next);
          return next;
        }),
      ),
    [keep],
  );
  const put = useCallback<Drafts["put"]>(
    (draft) => {
      setDrafts((known = []) => [...known, draft]);
      if (!isEmpty(draft)) keep(draft);
    },
    [keep],
  );
  const remove = useCallback<Drafts["remove"]>(
    (id) => {
      setDrafts((known) => known?.filter((draft) => draft.id !== id));
      void del(keyOf(owner, id)).catch(() => undefined);
    },
    [owner],
  );
  return { drafts, isKept, change, put, remove };
}

function keyOf(owner: string, id: string): string {
  return `intake|${owner}|${id}`;
}

async function readDrafts(owner: string): Promise<Draft[]> {
  try {
    const kept = (await entries<string, Draft>()).filter(([key]) => key.startsWith(`intake|${owner}|`));
    for (const [key, draft] of kept) if (isOver(draft)) void del(key);
    const left = kept.map(([, draft]) => draft).filter((draft) => !isOver(draft));
    return left.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  } catch {
    // A private window may keep nothing.
    return [];
  }
}

/** Taken in before today's shift: nobody reads its number out any more. */
function isOver({ done, changedAt }: Draft): boolean {
  return done !== undefined && Date.now() - Date.parse(changedAt) > DONE_MS_MAX;
}
