import { Phone } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import type { Answer } from "../api/ask.ts";
import { useAnswer } from "../api/use-answer.ts";
import { chooseLanguage, useLanguage, useWords } from "../words/language.ts";
import { useLearntNames, usePackName } from "../words/pack-names.ts";
import { OfflineLine } from "./parts/offline-line.tsx";
import { Link } from "./router.tsx";
import { wordsOfCustomer } from "./words.ts";

export type Provider = Answer<"GET /public/complaints/:code">["organisation"];

/** What stands around every page of the customers: the provider's own name and colour, one column, large letters. */
export function Frame({ provider, title, children }: { provider?: Provider; title?: string; children: ReactNode }) {
  const words = useWords(wordsOfCustomer);
  useEnglishNames(provider);
  const page = `${title ?? words.complain} – ${provider?.shortName ?? "Hồi Âm"}`;
  useEffect(() => void (document.title = page), [page]);
  return (
    <div className="flex min-h-dvh flex-col text-[1.0625rem] leading-7">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-surface focus:p-3">
        {words.skip}
      </a>
      <Header {...(provider ? { provider } : {})} />
      <OfflineLine />
      <main id="content" className="mx-auto w-full max-w-2xl grow px-4 py-6 sm:py-8">
        {title !== undefined && <Title>{title}</Title>}
        {children}
      </main>
      {provider && provider.helplines.length > 0 && <Helplines provider={provider} />}
    </div>
  );
}

/** On English pages the provider's names are asked for once. */
function useEnglishNames(provider: Provider | undefined): void {
  const enabled = useLanguage() === "en" && provider !== undefined;
  const params = { organisation: provider?.id ?? "" };
  const { data } = useAnswer("GET /public/organisations/:organisation/english-names", { params }, { enabled });
  useLearntNames(data?.names);
}

function Header({ provider }: { provider?: Provider }) {
  const words = useWords(wordsOfCustomer);
  const chosen = useLanguage();
  const colour = provider?.colour ?? null;
  const look = colour === null ? "border-b border-line bg-surface text-ink" : "text-white";
  return (
    <header className={`no-print ${look}`} style={colour === null ? undefined : { backgroundColor: colour }}>
      <div className="mx-auto flex max-w-2xl flex-wrap items-center justify-between gap-x-4 px-4 py-2">
        <p className="py-2 font-semibold">{provider?.name ?? "Hồi Âm"}</p>
        <nav className="flex flex-wrap items-center gap-x-4 text-base">
          <Link to="/tra-cuu" className="inline-flex min-h-11 items-center underline">
            {words.track}
          </Link>
          {provider && (
            <Link to={`/quy-trinh-cong-khai/${provider.id}`} className="inline-flex min-h-11 items-center underline">
              {words.procedure}
            </Link>
          )}
          <button
            type="button"
            lang={chosen === "vi" ? "en" : "vi"}
            onClick={() => chooseLanguage(chosen === "vi" ? "en" : "vi")}
            className="min-h-11 underline"
          >
            {words.otherLanguage}
          </button>
        </nav>
      </div>
    </header>
  );
}

/** The title of a page or a step. It takes the focus when the step comes, so that it is read first. */
export function Title({ children, takesFocus = false }: { children: ReactNode; takesFocus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h1 ref={heading} tabIndex={-1} className="mb-4 text-2xl font-semibold text-balance outline-none">
      {children}
    </h1>
  );
}

function Helplines({ provider }: { provider: Provider }) {
  const words = useWords(wordsOfCustomer);
  const packName = usePackName();
  return (
    <footer className="no-print border-t border-line bg-surface">
      <div className="mx-auto max-w-2xl px-4 py-5">
        <p className="font-medium">{words.callUs}</p>
        <ul>
          {provider.helplines.map(({ name, address }) => (
            <li key={address}>
              <a
                href={`tel:${address.replaceAll(/[^\d+]/g, "")}`}
                className="inline-flex min-h-11 items-center gap-2 text-accent underline"
              >
                <Phone size={18} aria-hidden />
                {packName(name)}: {address}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
