import { useNavigate } from "@tanstack/react-router";
import { PhoneIncoming, RotateCw, Search, X } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Button, IconButton } from "../../parts/button.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { useWords } from "../../words/language.ts";
import type { QueueSearch } from "./queue-search.ts";
import { wordsOfQueue } from "./words.ts";

/** Search starts when the typing rests for so long. */
const REST_MS = 160;

/** The page's name, the search and what can be done with the whole list. */
export function Toolbar({
  search,
  onSearch,
  onReload,
  children,
}: {
  search: QueueSearch;
  onSearch: (words: string | undefined) => void;
  onReload: () => void;
  children: ReactNode;
}) {
  const words = useWords(wordsOfQueue);
  const navigate = useNavigate();
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 pt-3 pb-2 sm:px-4">
      <h1 className="mr-auto text-xl font-semibold">{words.title}</h1>
      <SearchBox typed={search.search ?? ""} onSearch={onSearch} />
      <div className="flex items-center gap-1">
        {children}
        <IconButton label={words.showNew} shortcut="r" onClick={onReload}>
          <RotateCw size={18} aria-hidden />
        </IconButton>
      </div>
      <Button
        look="primary"
        shortcut="c"
        className="max-lg:hidden"
        icon={<PhoneIncoming size={18} aria-hidden />}
        onClick={() => void navigate({ to: "/tiep-nhan" })}
      >
        {words.takeIn}
      </Button>
    </header>
  );
}

function SearchBox({ typed, onSearch }: { typed: string; onSearch: (words: string | undefined) => void }) {
  const words = useWords(wordsOfQueue);
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(typed);
  const [before, setBefore] = useState(typed);
  // Back and forward change the address, and with it what stands in the box.
  if (before !== typed) {
    setBefore(typed);
    if (text.trim() !== typed) setText(typed);
  }
  useEffect(() => {
    if (text.trim() === typed) return undefined;
    const timer = setTimeout(() => onSearch(text.trim() || undefined), REST_MS);
    return () => clearTimeout(timer);
  }, [text, typed, onSearch]);
  useShortcuts([{ keys: "/", label: words.search, run: () => box.current?.focus() }]);
  return (
    <div role="search" className="relative order-last w-full sm:order-none sm:w-56 lg:w-72">
      <Search size={18} aria-hidden className="absolute top-1/2 left-3 -translate-y-1/2 text-ink-3" />
      <input
        ref={box}
        type="text"
        inputMode="search"
        value={text}
        aria-label={words.search}
        title={`${words.search} (/)`}
        placeholder={words.searchHint}
        maxLength={200}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => {
          if (key === "Escape") setText("");
          if (key === "Escape" || key === "Enter") box.current?.blur();
        }}
        className="min-h-11 w-full rounded-lg border border-edge bg-surface pr-10 pl-10 text-ink text-ellipsis sm:min-h-9"
      />
      {text !== "" && (
        <button
          type="button"
          aria-label={words.clearSearch}
          onClick={() => {
            setText("");
            box.current?.focus();
          }}
          className="absolute top-0 right-0 flex h-full w-10 items-center justify-center text-ink-2"
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
