import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask, type Answer } from "../../api/ask.ts";
import { staffLinesOf, type StaffLine } from "./staff-file.ts";

export type Imported = Answer<"POST /people-imports">;
export type ImportedLine = Imported["lines"][number];

/** The server takes so many at once. */
const LINES_AT_ONCE = 50;

type State = {
  lines: StaffLine[];
  /** What the server said of them last. */
  told?: Imported;
  isBusy: boolean;
  error?: unknown;
  wrong?: "no-columns" | "nothing" | undefined;
};

/** A file of staff: read, previewed by the server, carried out; sent in parts where it is long, each once. */
export function useStaffImport() {
  const [state, setState] = useState<State>({ lines: [], isBusy: false });
  const client = useQueryClient();
  const send = async (lines: StaffLine[], how: { preview: boolean; passwords?: "one-time" | "none" }) => {
    setState((now) => ({ ...now, lines, isBusy: true, error: undefined, wrong: undefined }));
    let told: Imported | undefined;
    try {
      for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
        const body = { lines: lines.slice(from, from + LINES_AT_ONCE), ...how };
        told = joined(told, await ask("POST /people-imports", { body }, { idempotencyKey: crypto.randomUUID() }));
      }
      setState({ lines, isBusy: false, ...(told ? { told } : {}) });
    } catch (error) {
      // What was carried out before the failure is shown: the passwords in it are told only now.
      setState({ lines, isBusy: false, error, ...(told ? { told } : {}) });
    }
    if (!how.preview) void client.invalidateQueries();
  };
  return {
    ...state,
    choose: async (file: File | undefined) => {
      if (!file) return;
      const lines = staffLinesOf(await file.text());
      if (lines === "no-columns" || lines.length === 0)
        setState({ lines: [], isBusy: false, wrong: lines === "no-columns" ? "no-columns" : "nothing" });
      else await send(lines, { preview: true });
    },
    carryOut: (withPasswords: boolean) =>
      void send(state.lines, { preview: false, passwords: withPasswords ? "one-time" : "none" }),
  };
}

function joined(before: Imported | undefined, next: Imported): Imported {
  if (!before) return next;
  const counts = {
    added: before.counts.added + next.counts.added,
    changed: before.counts.changed + next.counts.changed,
    unchanged: before.counts.unchanged + next.counts.unchanged,
    refused: before.counts.refused + next.counts.refused,
  };
  return { isPreview: next.isPreview, counts, lines: [...before.lines, ...next.lines] };
}
