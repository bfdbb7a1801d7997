import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useLanguage } from "./language.ts";

type Names = Readonly<Record<string, string>>;

/** The provider's names in English by the Vietnamese ones, once an English page has asked for them. */
let known: Names = {};
const none: Names = {};
const listeners = new Set<() => void>();

/** Keeps what the server told, for every page that shows such a name. */
export function useLearntNames(learnt: Names | undefined): void {
  useEffect(() => {
    if (!learnt || learnt === known) return;
    known = learnt;
    for (const listener of listeners) listener();
  }, [learnt]);
}

/**
 * What a kind, service, stage, role, unit, channel or clock of the provider is called in the language of the page; its own name
 * where there is no English one.
 */
export function usePackName(): <Name extends string | null | undefined>(name: Name) => Name {
  const names = useNames();
  return useMemo(() => (name) => translated(name, names), [names]);
}

/** The same for everything in a text that only the provider wrote: its procedure, its forms. */
export function usePackNamesIn<Text>(text: Text): Text {
  const names = useNames();
  return useMemo(() => (names === none ? text : translated(text, names)), [text, names]);
}

function useNames(): Names {
  const names = useSyncExternalStore(listen, () => known);
  return useLanguage() === "en" ? names : none;
}

function translated<Text>(text: Text, names: Names): Text {
  return inside(text, names) as Text;
}

function inside(text: unknown, names: Names): unknown {
  if (typeof text === "string") return names[text] ?? text;
  if (Array.isArray(text)) return text.map((each) => inside(each, names));
  if (typeof text !== "object" || text === null) return text;
  return Object.fromEntries(Object.entries(text).map(([key, each]) => [key, inside(each, names)]));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
