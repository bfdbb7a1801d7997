import { useState, type FormEvent } from "react";
import { Frame } from "../../customer/frame.tsx";
import { BigButton } from "../../customer/parts/big-button.tsx";
import { LineQuestion } from "../../customer/parts/questions.tsx";
import { go } from "../../customer/router.tsx";
import { useWords } from "../../words/language.ts";
import { wordsOfTrack } from "./words.ts";

/** A provider's name and sixteen letters or digits; the number of a complaint is shorter. */
const CODE_CHARS_MIN = 18;

function isTooShort(typed: string): boolean {
  return typed.replaceAll(/[\s_–—-]/g, "").length < CODE_CHARS_MIN;
}

/** `/tra-cuu`: the code, typed from paper. */
export function EnterCode() {
  const words = useWords(wordsOfTrack);
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState<string>();
  const open = (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim().split(/\s+/).join("-");
    const found = typed === "" ? words.codeMissing : isTooShort(typed) ? words.codeShort : undefined;
    setWrong(found);
    if (found === undefined) go(`/tra-cuu/${encodeURIComponent(typed)}`);
  };
  return (
    <Frame title={words.title}>
      <form onSubmit={open} noValidate>
        <LineQuestion
          label={words.code}
          hint={words.codeHint}
          error={wrong}
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
