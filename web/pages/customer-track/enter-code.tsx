import { useState, type FormEvent } from "react";
import { Frame } from "../../customer/frame.tsx";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { LineQuestion } from "../../customer/parts/questions.tsx";
import { go } from "../../customer/router.tsx";
import { useWords } from "../../words/language.ts";
import { wordsOfTrack } from "./words.ts";

/** `/tra-cuu`: the code, typed from paper. */
export function EnterCode() {
  const words = useWords(wordsOfTrack);
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim().split(/\s+/).join("-");
    setMissing(typed === "");
    if (typed !== "") go(`/tra-cuu/${encodeURIComponent(typed)}`);
  };
  return (
    <Frame title={words.title}>
      <form onSubmit={open} noValidate>
        <LineQuestion
          label={words.code}
          hint={words.codeHint}
          error={isMissing ? words.codeMissing : undefined}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <BigButton type="submit" className="w-full sm:w-auto">
          {words.open}
        </BigButton>
      </form>
      <p className="mt-6 text-ink-2">{words.lost}</p>
    </Frame>
  );
}
