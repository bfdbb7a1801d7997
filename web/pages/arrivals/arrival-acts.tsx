import { useQueryClient } from "@tanstack/react-query";
import { FilePlus2, FolderInput, Inbox, Undo2 } from "lucide-react";
import { useState, type FormEvent } from "react";
import { ask } from "../../api/ask.ts";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { TextField } from "../../parts/field.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { errorText, Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { language, useWords } from "../../words/language.ts";
import { AddToComplaint } from "./add-to-complaint.tsx";
import type { Shown } from "./arrival-detail.tsx";
import { TakeIn } from "./take-in.tsx";
import { wordsOfArrivals } from "./words.ts";

/** What can be made of an arrival, each with its key. */
export function ArrivalActs({ arrival, onDone }: { arrival: Shown; onDone: () => void }) {
  const words = useWords(wordsOfArrivals);
  const [act, setAct] = useState<"take-in" | "add" | "set-aside">();
  const { status, nature } = arrival;
  const isRobots = nature !== "message" && nature !== "unreadable";
  const canBeTaken = status === "waiting" || status === "noted";
  const canBeAside = status === "waiting";
  useShortcuts([
    ...(canBeTaken
      ? [
          { keys: "n", label: words.takeIn, run: () => setAct("take-in") },
          { keys: "a", label: words.add, run: () => setAct("add") },
        ]
      : []),
    ...(canBeAside ? [{ keys: "x", label: words.setAside, run: () => setAct("set-aside") }] : []),
  ]);
  const close = () => setAct(undefined);
  return (
    <div id="acts" className="flex flex-wrap gap-2">
      {canBeTaken && (
        <>
          <Button
            look={status === "waiting" && !isRobots ? "primary" : "plain"}
            shortcut="n"
            icon={<FilePlus2 size={17} aria-hidden />}
            onClick={() => setAct("take-in")}
          >
            {words.takeIn}
          </Button>
          <Button shortcut="a" icon={<FolderInput size={17} aria-hidden />} onClick={() => setAct("add")}>
            {words.add}
          </Button>
        </>
      )}
      {canBeAside && (
        <Button
          look={isRobots ? "primary" : "quiet"}
          shortcut="x"
          icon={<Inbox size={17} aria-hidden />}
          onClick={() => setAct("set-aside")}
        >
          {words.setAside}
        </Button>
      )}
      {status === "set-aside" && <TakeBack arrivalId={arrival.arrivalId} onDone={onDone} />}
      {act === "take-in" && <TakeIn arrival={arrival} known={undefined} onClose={close} onDone={onDone} />}
      {act === "add" && <AddToComplaint arrival={arrival} complaint={undefined} onClose={close} onDone={onDone} />}
      {act === "set-aside" && <SetAside arrivalId={arrival.arrivalId} onClose={close} onDone={onDone} />}
    </div>
  );
}

function TakeBack({ arrivalId, onDone }: { arrivalId: string; onDone: () => void }) {
  const words = useWords(wordsOfArrivals);
  const deed = useDeed("DELETE /arrivals/:arrivalId/set-aside", {
    onDone: () => {
      tell(words.wasTakenBack);
      onDone();
    },
  });
  return (
    <>
      <Button
        icon={<Undo2 size={17} aria-hidden />}
        isBusy={deed.isPending}
        onClick={() => deed.mutate({ parts: { params: { arrivalId } } })}
      >
        {words.takeBack}
      </Button>
      <Refused error={deed.error} />
    </>
  );
}

function SetAside({ arrivalId, onClose, onDone }: { arrivalId: string; onClose: () => void; onDone: () => void }) {
  const words = useWords(wordsOfArrivals);
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const undone = useUndo(arrivalId);
  const deed = useDeed("PUT /arrivals/:arrivalId/set-aside", {
    onDone: () => {
      tell(words.wasSetAside, { undo: undone });
      onClose();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() !== "") deed.mutate({ parts: { params: { arrivalId }, body: { reason: reason.trim() } } });
  };
  return (
    <Dialog title={words.setAside} isOpen onClose={onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          required
          maxLength={1000}
          value={reason}
          error={isMissing ? words.missing : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        <Refused error={deed.error} />
        <div>
          <Button type="submit" look="primary" isBusy={deed.isPending}>
            {words.setAside}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The way back, also when what it was done at is gone from the page. */
function useUndo(arrivalId: string): () => void {
  const words = useWords(wordsOfArrivals);
  const client = useQueryClient();
  return () => {
    const takeBack = async () => {
      try {
        await ask("DELETE /arrivals/:arrivalId/set-aside", { params: { arrivalId } });
        tell(words.wasTakenBack);
        await client.invalidateQueries();
      } catch (error) {
        tell(errorText(error, language()), { isError: true });
      }
    };
    void takeBack();
  };
}
