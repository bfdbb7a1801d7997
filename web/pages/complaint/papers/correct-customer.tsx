import { useState } from "react";
import { Button } from "../../../parts/button.tsx";
import { useWords } from "../../../words/language.ts";
import { ActionDialog, type Opened } from "../actions/action-dialog.tsx";
import { useDescribed } from "../actions/use-described.ts";
import { wordsOfMessages } from "./words-of-messages.ts";

/** Opens the form that puts the entry right, with the address or number that is dead in it; nothing where that may not be done now. */
export function CorrectCustomer({
  complaintId,
  field,
  known,
}: {
  complaintId: string;
  field: "email" | "phone";
  known: string;
}) {
  const words = useWords(wordsOfMessages);
  const { data } = useDescribed(complaintId);
  const [opened, setOpened] = useState<Opened>();
  const action = data?.actions.find(({ verb, allowed }) => verb === "correct-entry" && allowed);
  if (!action) return null;
  return (
    <>
      <Button onClick={() => setOpened({ action, given: { customer: { [field]: known } } })}>{words.correct}</Button>
      {opened && <ActionDialog complaintId={complaintId} opened={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}
