import { useState } from "react";
import { useDeed } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Refused } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { useSession } from "../../staff/session.ts";
import { useWords } from "../../words/language.ts";
import { wordsOfPasswords, wordsOfStaff } from "./words-of-staff.ts";

/** Lets somebody in again who forgot their password; asked twice, since it ends what they have open. */
export function OneTimePassword({ personId }: { personId: string }) {
  const words = useWords(wordsOfPasswords);
  const session = useSession();
  const [isSure, setSure] = useState(false);
  const deed = useDeed("POST /people/:personId/one-time-passwords");
  const make = () => deed.mutate({ parts: { params: { personId } } }, { onSuccess: () => setSure(false) });
  const isOwn = session.personId === personId;
  return (
    <section className="flex flex-col gap-2 border-t border-line pt-4">
      <h3 className="font-semibold">{words.title}</h3>
      <p className="text-ink-2">{isOwn ? words.own : words.hint}</p>
      {!isOwn && (
        <div>
          <Button
            look={isSure ? "danger" : "plain"}
            isBusy={deed.isPending}
            onClick={isSure ? make : () => setSure(true)}
          >
            {isSure ? words.sure : words.make}
          </Button>
        </div>
      )}
      <Refused error={deed.error} />
      {deed.data?.password && <ShownOnce {...deed.data} password={deed.data.password} />}
    </section>
  );
}

/** A password that nobody sees again. */
export function ShownOnce({ signInName, password, days }: { signInName: string; password: string; days: number }) {
  const words = useWords(wordsOfPasswords);
  const { copy: copyWord, copied } = useWords(wordsOfStaff);
  const copy = () => void navigator.clipboard.writeText(password).then(() => tell(copied));
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 rounded-lg bg-soon-soft p-3">
      <p className="w-full font-medium text-soon">{words.shown(days)}</p>
      <span>{signInName}</span>
      <code className="grow text-lg">{password}</code>
      <Button onClick={copy}>{copyWord}</Button>
    </div>
  );
}
