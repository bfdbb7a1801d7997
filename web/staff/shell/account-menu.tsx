import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { GraduationCap, Keyboard, KeyRound, Languages, LogOut, Moon, Sun, SunMoon, UserRoundCog } from "lucide-react";
import { actFor } from "../../api/ask.ts";
import { Menu, type MenuItem } from "../../parts/menu.tsx";
import { wordsOfPassword } from "../../pages/password/words.ts";
import { chooseLanguage, keep, language, useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { staffPages, wordsOfPages } from "../pages.ts";
import { useSession, type Session } from "../session.ts";
import { useSignOut } from "./sign-out.tsx";
import { useTrainingSwitch } from "./use-training.ts";
import { wordsOfTraining } from "./words-of-training.ts";
import { wordsOfShell } from "./words.ts";

/** Who I am, for whom I act, how the pages look and speak, and the way out. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const session = useSession();
  const words = useWords(wordsOfShell);
  const packName = usePackName();
  const { signOut, question } = useSignOut();
  const items = [
    ...usePageItems(session),
    ...useDeputyItems(session),
    ...useTrainingItem(session),
    ...useLookItems(),
    ...usePasswordItem(),
    { label: words.shortcuts, onSelect: onShortcuts, icon: <Keyboard size={18} />, shortcut: "?" },
    { label: words.signOut, onSelect: signOut, icon: <LogOut size={18} /> },
  ];
  return (
    <>
      {question}
      <Menu
        trigger={
          <button
            type="button"
            title={words.account}
            className="flex min-h-14 min-w-14 items-center justify-center gap-2.5 rounded-lg px-2 text-left hover:bg-sunken sm:min-h-11 sm:min-w-0 lg:justify-start"
          >
            <span
              aria-hidden
              className="flex size-8 shrink-0 items-center justify-center rounded-full bg-accent-soft text-sm font-semibold text-accent-strong"
            >
              {initialsOf(session.name)}
            </span>
            <span className="sr-only lg:hidden">{`${words.account}: ${session.name}`}</span>
            <span className="hidden min-w-0 flex-col lg:flex">
              <span className="truncate text-sm font-medium">{session.name}</span>
              <span className="truncate text-xs text-ink-3">
                {session.roles.map((held) => packName(held.name) ?? held.role).join(", ")}
              </span>
            </span>
          </button>
        }
        items={items}
      />
    </>
  );
}

/** The last two words of a Vietnamese name: the ones by which people are called. */
function initialsOf(name: string): string {
  const parts = name.trim().split(/\s+/);
  return parts
    .slice(-2)
    .map((part) => part.slice(0, 1).toLocaleUpperCase("vi"))
    .join("");
}

/** The pages for which the bar of a telephone has no room. */
function usePageItems(session: Session): MenuItem[] {
  const names = useWords(wordsOfPages);
  const navigate = useNavigate();
  return staffPages
    .filter(({ isElsewhere, isFor }) => isElsewhere && isFor(session))
    .map(({ id, to, icon: Icon }) => ({
      label: names[id],
      onSelect: () => void navigate({ to }),
      icon: <Icon size={18} />,
      className: "sm:hidden",
    }));
}

function useDeputyItems({ standsInFor, deputyFor }: Session): MenuItem[] {
  const words = useWords(wordsOfShell);
  const client = useQueryClient();
  const actAs = (personId: string | undefined) => {
    actFor(personId);
    void client.resetQueries();
  };
  const icon = <UserRoundCog size={18} />;
  if (deputyFor !== null) return [{ label: words.actAsMyself, onSelect: () => actAs(undefined), icon }];
  return standsInFor.map(({ personId, name }) => ({
    label: words.actFor(name),
    onSelect: () => actAs(personId),
    icon,
  }));
}

function useTrainingItem({ isTraining }: Session): MenuItem[] {
  const words = useWords(wordsOfTraining);
  const onSelect = useTrainingSwitch();
  const label = isTraining ? words.end : words.begin;
  return [{ label, onSelect, icon: <GraduationCap size={18} />, shortcut: "g h" }];
}

function useLookItems(): MenuItem[] {
  const words = useWords(wordsOfShell);
  return [
    {
      label: words.english,
      onSelect: () => chooseLanguage(language() === "vi" ? "en" : "vi"),
      icon: <Languages size={18} />,
    },
    { label: words.light, onSelect: () => chooseTheme("light"), icon: <Sun size={18} /> },
    { label: words.dark, onSelect: () => chooseTheme("dark"), icon: <Moon size={18} /> },
    { label: words.system, onSelect: () => chooseTheme("system"), icon: <SunMoon size={18} /> },
  ];
}

function usePasswordItem(): MenuItem[] {
  const { title } = useWords(wordsOfPassword);
  const navigate = useNavigate();
  return [{ label: title, onSelect: () => void navigate({ to: "/mat-khau" }), icon: <KeyRound size={18} /> }];
}

function chooseTheme(theme: "light" | "dark" | "system"): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  keep("theme", theme);
}
