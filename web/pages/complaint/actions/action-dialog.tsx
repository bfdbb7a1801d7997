import { Dialog } from "../../../parts/dialog.tsx";
import { useLanguage } from "../../../words/language.ts";
import { usePackName } from "../../../words/pack-names.ts";
import type { Action, Move } from "./described.ts";
import { isReply } from "./reply/is-reply.ts";
import { VerbForm } from "./verb-form.tsx";

/** A form that is open: of a verb, of one of its ways where that was chosen, with what is chosen in it already. */
export type Opened = { action: Action; move?: Move | undefined; given?: Record<string, unknown> | undefined };

export function ActionDialog({
  complaintId,
  opened: { action, move, given },
  onClose,
}: {
  complaintId: string;
  opened: Opened;
  onClose: () => void;
}) {
  const chosen = useLanguage();
  const packName = usePackName();
  return (
    <Dialog title={packName(move?.name) ?? action.name[chosen]} isOpen onClose={onClose} isWide={isReply(action.verb)}>
      <VerbForm
        complaintId={complaintId}
        verb={action.verb}
        move={move?.name ?? undefined}
        given={given}
        onDone={onClose}
        onCancel={onClose}
      />
    </Dialog>
  );
}
