import { CircleCheck, CircleX } from "lucide-react";
import { useState } from "react";
import { useWords } from "../../words/language.ts";
import { wordsOfConfirmation } from "./words.ts";

/** A letter is some hundred kilobytes. */
const BYTES_MAX = 50_000_000;

type Compared = { name: string; result: "same" | "different" | "tooLarge" | "cannotCompare" };

/** Compares a file that the reader holds with what was issued: in this browser, by its SHA-256. */
export function FileCheck({ sha256 }: { sha256: string | null }) {
  const words = useWords(wordsOfConfirmation);
  const [compared, setCompared] = useState<Compared>();
  if (sha256 === null) return <p className="mt-6 text-ink-2">{words.noFile}</p>;
  const choose = async (file: File | undefined) => {
    if (file) setCompared({ name: file.name, result: await resultOf(file, sha256) });
  };
  const isSame = compared?.result === "same";
  return (
    <section className="no-print mt-8 rounded-xl border border-line bg-surface p-4">
      <h2 className="mb-1 text-lg font-semibold">{words.fileTitle}</h2>
      <p className="mb-3 text-ink-2">{words.fileLead}</p>
      <label className="inline-flex min-h-12 cursor-pointer items-center rounded-lg border border-edge px-5 font-medium focus-within:outline-2 focus-within:outline-accent hover:bg-sunken">
        {words.choose}
        <input
          type="file"
          accept="application/pdf,.pdf"
          className="sr-only"
          onChange={(event) => {
            void choose(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </label>
      <div role="status">
        {compared && (
          <>
            <p className="mt-3 text-sm break-all text-ink-2">{words.chosen(compared.name)}</p>
            <p className={`mt-1 flex items-start gap-2 font-medium ${isSame ? "text-kept" : "text-late"}`}>
              {isSame ? (
                <CircleCheck size={22} aria-hidden className="mt-0.5 shrink-0" />
              ) : (
                <CircleX size={22} aria-hidden className="mt-0.5 shrink-0" />
              )}
              {words[compared.result]}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

async function resultOf(file: File, sha256: string): Promise<Compared["result"]> {
  if (file.size > BYTES_MAX) return "tooLarge";
  // Browsers compute nothing of the kind for pages that came unprotected.
  if (globalThis.crypto?.subtle === undefined) return "cannotCompare";
  try {
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return found === sha256 ? "same" : "different";
  } catch {
    return "cannotCompare";
  }
}
