import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { Search, WifiOff } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useAnswer } from "../../api/use-answer.ts";
import { Keys } from "../../parts/hint.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { Loading } from "../../parts/states.tsx";
import { useArrival } from "../../parts/use-arrival.ts";
import { useFormKeptReady } from "../../pages/paper-form/keep-ready.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { useLearntNames } from "../../words/pack-names.ts";
import { useIsConnected, useLive } from "../live.ts";
import { briefNamesOfPages, NOTIFICATION_KEYS, staffPages, wordsOfPages } from "../pages.ts";
import { useSession } from "../session.ts";
import { AccountMenu } from "./account-menu.tsx";
import { MenuCount } from "./menu-count.tsx";
import { NotificationsLink } from "./notifications-link.tsx";
import { Ringing } from "./ringing.tsx";
import { ShortcutList } from "./shortcut-list.tsx";
import { Training } from "./training.tsx";
import { wordsOfShell } from "./words.ts";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

/** The frame of every staff page: menu, search, connection, and the keys that work everywhere. */
export function Shell() {
  useLive();
  useEnglishNames();
  // Where the pages are, not where they are going: what is left stands until the next has loaded.
  useArrival(useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname ?? "" }), nameWindow);
  useFormKeptReady();
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const [isListOpen, setListOpen] = useState(false);
  const words = useWords(wordsOfShell);
  useShortcutsOfShell({ openPalette: () => setPaletteOpen(true), openList: () => setListOpen(true) });
  return (
    <div className="flex min-h-dvh flex-col sm:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-ink px-3 py-2 text-page focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {words.skip}
      </a>
      <MainMenu onSearch={() => setPaletteOpen(true)} onShortcuts={() => setListOpen(true)} />
      <div className="flex min-w-0 grow flex-col pb-16 sm:pb-0">
        <Training />
        <ConnectionLine />
        <main id="main" tabIndex={-1} className="flex min-h-0 grow flex-col outline-none">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>{isPaletteOpen && <Palette onClose={() => setPaletteOpen(false)} />}</Suspense>
      <Ringing />
      <ShortcutList isOpen={isListOpen} onClose={() => setListOpen(false)} />
    </div>
  );
}

/** As the tab is called, and what a screen reader says of the window. */
function nameWindow(title: string): void {
  document.title = `${title} – Hồi Âm`;
}

/** On English pages the provider's names are asked for once. */
function useEnglishNames(): void {
  const isEnglish = useLanguage() === "en";
  useLearntNames(useAnswer("GET /english-names", {}, { enabled: isEnglish }).data?.names);
}

function useShortcutsOfShell({ openPalette, openList }: { openPalette: () => void; openList: () => void }): void {
  const words = useWords(wordsOfShell);
  const names = useWords(wordsOfPages);
  const navigate = useNavigate();
  const session = useSession();
  const toPages = staffPages
    .filter(({ isFor }) => isFor(session))
    .map(({ id, to, keys }) => ({ keys, label: names[id], run: () => void navigate({ to }) }));
  const paperForm = { keys: "g f", label: words.paperForm, run: () => void navigate({ to: "/phieu-giay" }) };
  const everywhere = [
    { keys: "Ctrl K", label: words.search, run: openPalette },
    { keys: "/", label: words.search, run: openPalette },
    { keys: "?", label: words.shortcuts, run: openList },
    ...toPages,
    { keys: NOTIFICATION_KEYS, label: names.notifications, run: () => void navigate({ to: "/thong-bao" }) },
    ...(session.may.register ? [paperForm] : []),
  ];
  useShortcuts(everywhere, { isFrame: true });
}

function ConnectionLine() {
  const words = useWords(wordsOfShell);
  const { may } = useSession();
  if (useIsConnected()) return null;
  return (
    <p role="status" className="no-print flex flex-wrap items-center gap-x-2 bg-soon-soft px-4 py-2 text-sm text-soon">
      <WifiOff size={16} aria-hidden className="shrink-0" /> {words.notConnected}
      {may.register && (
        <Link to="/phieu-giay" className="inline-flex min-h-6 items-center font-medium underline underline-offset-2">
          {words.onPaper}
        </Link>
      )}
    </p>
  );
}

/** On the left of a desk; at the bottom of a telephone, under the thumb. */
function MainMenu({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) {
  const words = useWords(wordsOfShell);
  const names = useWords(wordsOfPages);
  const brief = useWords(briefNamesOfPages);
  const session = useSession();
  return (
    <nav
      aria-label={words.menu}
      className="no-print fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface sm:sticky sm:inset-auto sm:top-0 sm:h-dvh sm:w-16 sm:shrink-0 sm:flex-col sm:gap-1 sm:border-t-0 sm:border-r sm:p-2 lg:w-56"
    >
      <Link to="/viec" aria-label="Hồi Âm" className="hidden items-center gap-2.5 px-1.5 py-2 sm:flex">
        <img src="/icon.svg" alt="" width={32} height={32} />
        <span className="hidden text-lg font-semibold lg:inline">Hồi Âm</span>
      </Link>
      <button
        type="button"
        onClick={onSearch}
        className="hidden min-h-9 items-center gap-2 rounded-lg border border-edge px-2.5 text-ink-3 hover:bg-sunken sm:flex"
      >
        <Search size={18} aria-hidden />
        <span className="sr-only grow text-left text-sm lg:not-sr-only lg:truncate">{words.search}</span>
        <span className="hidden lg:inline">
          <Keys keys="Ctrl K" />
        </span>
      </button>
      <ul className="flex grow justify-around overflow-x-auto sm:flex-col sm:justify-start sm:gap-0.5 sm:pt-2">
        {staffPages
          .filter(({ isFor }) => isFor(session))
          .map(({ id, to, icon: Icon, keys, isElsewhere }) => (
            <li key={id} className={isElsewhere ? "max-sm:hidden" : ""}>
              <Link
                to={to}
                title={`${names[id]} (${keys})`}
                className="relative flex min-h-14 min-w-11 flex-col items-center justify-center gap-0.5 rounded-lg px-0.5 text-xs whitespace-nowrap text-ink-2 hover:bg-sunken sm:min-h-10 sm:min-w-0 sm:flex-row sm:gap-2.5 sm:px-3 sm:text-base lg:justify-start"
                activeProps={{ className: "bg-accent-soft font-medium !text-accent-strong" }}
              >
                <Icon size={20} strokeWidth={1.75} aria-hidden className="shrink-0" />
                <span aria-hidden className="sm:hidden">
                  {brief[id]}
                </span>
                <span className="sr-only lg:not-sr-only">{names[id]}</span>
                <MenuCount page={id} />
              </Link>
            </li>
          ))}
      </ul>
      <NotificationsLink />
      <AccountMenu onShortcuts={onShortcuts} />
    </nav>
  );
}
