import { useState } from "react";
import { noteDraftName } from "../../../staff/own-drafts.ts";
import { useSession } from "../../../staff/session.ts";

export type Mentioned = { personId: string; name: string };
/** A note that is being written. `people`: everybody chosen after an @ so far. */
export type NoteDraft = { text: string; people: Mentioned[] };

const EMPTY: NoteDraft = { text: "", people: [] };

/** A person's draft of a note, kept in this browser until it is sent: closing the page loses nothing. */
export function useDraft(complaintId: string) {
  const name = noteDraftName(useSession(), complaintId);
  const [draft, setDraft] = useState(() => read(name));
  const change = (changed: NoteDraft) => {
    setDraft(changed);
    try {
      if (changed.text === "") localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(changed));
    } catch {
      // A full or private browser keeps no draft; the page still does.
    }
  };
  return { draft, change, clear: () => change(EMPTY) };
}

function read(name: string): NoteDraft {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "null") as NoteDraft | null;
    return kept && typeof kept.text === "string" && Array.isArray(kept.people) ? kept : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Those chosen whose name still stands in the text. */
export function mentionsIn({ text, people }: NoteDraft): string[] {
  return [...new Set(people.filter(({ name }) => text.includes(`@${name}`)).map(({ personId }) => personId))];
}

/** What is typed after the @ before the caret; undefined where none is. */
export function soughtAt(text: string, caret: number): string | undefined {
  return /(?:^|\s)@([\p{L}\p{M} ]{0,40})$/u.exec(text.slice(0, caret))?.[1];
}
