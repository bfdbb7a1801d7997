import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../words/language.ts";
import { wordsOfSignIn } from "./words.ts";

type Accounts = {
  password: string;
  providers: { organisation: string; name: string; people: { signInName: string; name: string; does: string }[] }[];
};

/** In a demonstration: everybody who can be tried out. Elsewhere the server knows of none, and nothing is shown. */
export function DemoPeople({ onChoose }: { onChoose: (as: { signInName: string; password: string }) => void }) {
  const words = useWords(wordsOfSignIn);
  const { data } = useQuery({ queryKey: ["demonstration"], queryFn: readAccounts, retry: false });
  if (!data) return null;
  return (
    <section className="min-w-0 grow">
      <h2 className="text-lg font-semibold">{words.tryIt}</h2>
      <p className="mb-3 text-ink-2">{words.tryItHint}</p>
      <div className="flex flex-col gap-2">
        {data.providers.map(({ organisation, name, people }) => (
          <details
            key={organisation}
            open={organisation === "vntt"}
            className="rounded-xl border border-line bg-surface"
          >
            <summary className="px-4 py-2.5 font-medium">{name}</summary>
            <ul className="border-t border-line p-1.5">
              {people.map(({ signInName, name: person, does }) => (
                <li key={signInName}>
                  <button
                    type="button"
                    onClick={() => onChoose({ signInName, password: data.password })}
                    className="grid min-h-11 w-full items-center gap-x-3 rounded-lg px-2.5 py-1 text-left hover:bg-sunken sm:grid-cols-[10rem_minmax(0,1fr)_auto]"
                  >
                    <span className="font-medium">{person}</span>
                    <span className="text-ink-2">{does}</span>
                    <span className="text-sm text-ink-3">{signInName}</span>
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}

async function readAccounts(): Promise<Accounts | null> {
  const answer = await fetch("/api/demonstration");
  return answer.ok ? ((await answer.json()) as Accounts) : null;
}
