import type { Move } from "../procedure/pure/edition/stages.ts";
import type { Command } from "./command.ts";
import type { NewEvent } from "./events/event.ts";
import { fact } from "./verb-rule.ts";

/**
 * What came with a command and has no place in the verb's own facts: documents, the pack's fields, and what the person
 * affirmed, with its name as it stood. A pack may want any of them with any verb, and nothing that was typed in is lost.
 */
export function handedIn(events: readonly NewEvent[], move: Move, command: Command, when: { at: string }): NewEvent[] {
  const { filled = {}, attachments = [], verb } = command;
  const isKept = (...names: string[]): boolean => events.some(({ data }) => names.some((name) => name in data));
  const documents = isKept("attachments", "attachment", "evidence") ? [] : attachments;
  const fields = isKept("filled", "information") ? {} : filled;
  const affirmed = isKept("confirmed") ? [] : (move.confirm ?? []).map(({ id, name }) => ({ id, name }));
  const isFormFilled = Object.keys(fields).length > 0 || affirmed.length > 0;
  return [
    ...documents.map((attachment) => fact("AttachmentAdded", { attachment }, when)),
    ...(isFormFilled ? [fact("FormFilled", { verb, filled: fields, confirmed: affirmed }, when)] : []),
  ];
}
