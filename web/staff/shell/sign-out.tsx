import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { actFor, ask, askAs } from "../../api/ask.ts";
import { forgetKeptAnswers } from "../../api/kept-answers.ts";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { language, useWords } from "../../words/language.ts";
import { ownDrafts, type OwnDrafts } from "../own-drafts.ts";
import { tellWhoIsHere } from "../one-person.ts";
import { useSession } from "../session.ts";
import { wordsOfShell } from "./words.ts";

/** The way out. Where something was begun and not sent, whoever leaves says whether it waits for them here. */
export function useSignOut() {
  const person = useSession();
  const [left, setLeft] = useState<OwnDrafts>();
  const leave = useLeave();
  const signOut = async () => {
    const drafts = await ownDrafts(person);
    if (drafts.count > 0) setLeft(drafts);
    else if (await leave()) await drafts.remove();
  };
  const leaveWithout = async (drafts: OwnDrafts) => {
    if (await leave()) await drafts.remove();
  };
  return {
    signOut: () => void signOut(),
    question: (
      <DraftsLeft
        left={left}
        onClose={() => setLeft(undefined)}
        onKeep={() => void leave()}
        onRemove={() => left && void leaveWithout(left)}
      />
    ),
  };
}

function DraftsLeft(shown: {
  left: OwnDrafts | undefined;
  onClose: () => void;
  onKeep: () => void;
  onRemove: () => void;
}) {
  const words = useWords(wordsOfShell);
  const { left, onClose, onKeep, onRemove } = shown;
  return (
    <Dialog title={words.draftsLeft(left?.count ?? 0)} isOpen={left !== undefined} onClose={onClose}>
      <p>{words.draftsLeftHint}</p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button look="danger" onClick={onRemove}>
          {words.removeDrafts}
        </Button>
        <Button look="primary" onClick={onKeep}>
          {words.keepDrafts}
        </Button>
      </div>
    </Dialog>
  );
}

/** Ends the session, and with it what the browser knows of it. Gives false where the server could not be told: nobody is signed out then. */
function useLeave(): () => Promise<boolean> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await ask("DELETE /session", {});
    } catch (error) {
      tell(errorText(error, language()), { isError: true });
      return false;
    }
    actFor(undefined);
    askAs(undefined);
    tellWhoIsHere(undefined);
    await forgetKeptAnswers();
    // The list last looked at, with the words that were sought.
    sessionStorage.clear();
    client.clear();
    await navigate({ to: "/dang-nhap" });
    return true;
  };
}
