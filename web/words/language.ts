import { useSyncExternalStore } from "react";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** A text that takes nothing, or one that is made of what it takes. */
type Said = string | ((...parts: never[]) => string);
type InBoth<Text extends Said> = { vi: Text; en: Text };

/** The words of one page in both languages; `useWords` gives those of the language chosen. */
export type Words = Record<string, InBoth<Said>>;
export type Spoken<W extends Words> = { [Key in keyof W]: Widened<W[Key]["vi"]> };
type Widened<Text> = Text extends string ? string : Text;

const listeners = new Set<() => void>();

/** The language in use: Vietnamese, unless English was chosen in this browser. */
export function language(): Language {
  return document.documentElement.lang === "en" ? "en" : "vi";
}

/** Changes the language of every page at once, and keeps the choice in this browser. */
export function chooseLanguage(chosen: Language): void {
  document.documentElement.lang = chosen;
  keep("language", chosen);
  for (const listener of listeners) listener();
}

export function useLanguage(): Language {
  return useSyncExternalStore(listen, language);
}

export function useWords<W extends Words>(words: W): Spoken<W> {
  return wordsIn(words, useLanguage());
}

/** The same words in one language; outside of components. */
export function wordsIn<W extends Words>(words: W, chosen: Language): Spoken<W> {
  const known = spoken.get(words)?.[chosen];
  if (known) return known as Spoken<W>;
  const made = Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[chosen]]));
  spoken.set(words, { ...spoken.get(words), [chosen]: made });
  return made as Spoken<W>;
}

const spoken = new WeakMap<Words, Partial<Record<Language, object>>>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keeps a choice in this browser, where it keeps anything. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A private window may refuse; the choice then lasts as long as the page.
  }
}
