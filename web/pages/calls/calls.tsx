import { Phone, PhoneOutgoing } from "lucide-react";
import { useState } from "react";
import { Button } from "../../parts/button.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { useSession } from "../../staff/session.ts";
import { useWords } from "../../words/language.ts";
import { CallBackForm } from "./call-back-form.tsx";
import { CallBackList } from "./call-back-list.tsx";
import { CallForm } from "./call-form.tsx";
import { CallLog } from "./call-log.tsx";
import { MissedCalls } from "./missed-calls.tsx";
import { wordsOfCalls } from "./words.ts";

/** Whom to call, who was missed, and every call that there was. */
export function Calls() {
  const words = useWords(wordsOfCalls);
  const { may } = useSession();
  const [open, setOpen] = useState<"call" | "call-back">();
  useShortcuts(
    may.register
      ? [
          { keys: "n", label: words.addCallBack, run: () => setOpen("call-back") },
          { keys: "l", label: words.addCall, run: () => setOpen("call") },
        ]
      : [],
  );
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 p-4">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="grow text-xl font-semibold">{words.title}</h1>
        {may.register && (
          <>
            <Button
              look="primary"
              shortcut="n"
              icon={<PhoneOutgoing size={16} aria-hidden />}
              onClick={() => setOpen("call-back")}
            >
              {words.addCallBack}
            </Button>
            <Button shortcut="l" icon={<Phone size={16} aria-hidden />} onClick={() => setOpen("call")}>
              {words.addCall}
            </Button>
          </>
        )}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <CallBackList />
        <MissedCalls />
      </div>
      <CallLog />
      {open === "call-back" && <CallBackForm onClose={() => setOpen(undefined)} />}
      {open === "call" && <CallForm onClose={() => setOpen(undefined)} />}
    </div>
  );
}
