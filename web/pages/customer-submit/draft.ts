import { useCallback, useState } from "react";
import type { Answer } from "../../api/ask.ts";
import { useKeptFiles } from "../../customer/use-kept-files.ts";

export type Taken = Answer<"POST /public/organisations/:organisation/complaints">;

/** What was typed so far. Kept in this browser with every letter; it is nobody else's. */
export type Draft = {
  /** Null: not chosen yet; empty: "not sure". */
  kind: string | null;
  service: string;
  complainant: string;
  /** By field id, as typed. */
  values: Record<string, string>;
  /** Sent with it, so that it is taken once however often it is sent. Another text has another key. */
  key: string;
  /** The customer said "send": it goes as soon as it can, after a reload too. */
  isSending: boolean;
  taken: Taken | null;
};

const emptyDraft = (): Draft => ({
  kind: null,
  service: "",
  complainant: "",
  values: {},
  key: crypto.randomUUID(),
  isSending: false,
  taken: null,
});

/** The draft of a complaint to one provider, kept as it is typed. */
export function useDraft(organisation: string) {
  const place = `complaint:${organisation}`;
  const [draft, setDraft] = useState(() => readDraft(place));
  const [files, changeFiles] = useKeptFiles(place);
  const change = useCallback(
    (next: Partial<Draft>) =>
      setDraft((now) => {
        const changed = { ...now, ...next };
        keepDraft(place, changed);
        return changed;
      }),
    [place],
  );
  const forget = useCallback(() => {
    changeFiles([]);
    const fresh = emptyDraft();
    keepDraft(place, fresh);
    setDraft(fresh);
  }, [place, changeFiles]);
  return { draft, files: files ?? [], areFilesRead: files !== null, change, changeFiles, forget };
}

/** What was typed anew is another complaint than the one that may be on its way. */
export function edited(next: Partial<Draft>): Partial<Draft> {
  return { ...next, key: crypto.randomUUID() };
}

function readDraft(place: string): Draft {
  try {
    const kept = localStorage.getItem(place);
    return kept === null ? emptyDraft() : { ...emptyDraft(), ...(JSON.parse(kept) as Partial<Draft>) };
  } catch {
    return emptyDraft();
  }
}

function keepDraft(place: string, draft: Draft): void {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // A private window may refuse; the draft then lasts as long as the page.
  }
}
