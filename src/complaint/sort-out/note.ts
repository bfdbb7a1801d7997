import { z } from "zod";
import { idText, text } from "../events/parts.ts";
import { always, fact, verbRule } from "../verb-rule.ts";

/** A remark for colleagues. No customer ever sees it. */
export const note = verbRule({
  verb: "note",
  fields: z.strictObject({ text, mentions: z.array(idText).max(50).default([]) }),
  conflictsWith: [],
  allowed: always,
  decide: (data, _complaint, context) => [fact("NoteWritten", { noteId: context.newId(), ...data }, context)],
});
