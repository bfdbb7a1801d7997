import { History, UserPlus, UserRound } from "lucide-react";
import { classes } from "../../parts/classes.ts";
import { useNow } from "../../parts/use-now.ts";
import { formatBriefly } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { Found } from "./found.ts";
import { wordsOfIntake } from "./words.ts";

export function keyOf(found: Found): string {
  if (found.is === "customer") return found.customer.customerId;
  return found.is === "earlier" ? found.earlier.complaintId : "new";
}

/** Somebody who may be calling: of the directory, of an earlier complaint, or new. */
export function FoundRow(shown: { id: string; found: Found; typed: string; isActive: boolean; onChoose: () => void }) {
  const { id, found, isActive, onChoose } = shown;
  const { icon: Icon, title, detail } = useRow(found, shown.typed);
  return (
    // The box above has the focus and the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={classes(
        "flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2.5 py-1",
        isActive && "bg-accent-soft",
      )}
    >
      <Icon size={18} aria-hidden className="shrink-0 text-ink-3" />
      <span className="min-w-0">
        <span className="block truncate font-medium">{title}</span>
        <span className="block truncate text-sm text-ink-2">{detail}</span>
      </span>
    </div>
  );
}

function useRow(found: Found, typed: string) {
  const words = useWords(wordsOfIntake);
  const now = useNow();
  if (found.is === "new") return { icon: UserPlus, title: words.newCustomer, detail: typed.trim() };
  if (found.is === "customer") {
    const { name, identifiers, address } = found.customer;
    const detail = [...identifiers.map(({ asWritten }) => asWritten), address].filter(Boolean).join(" · ");
    return { icon: UserRound, title: name, detail };
  }
  const { number, customerName, excerpt, receivedAt, foundBy } = found.earlier;
  const title = `${customerName ?? words.nameless} · ${number}`;
  return {
    icon: History,
    title,
    detail: [foundBy === "content" && words.inContent, formatBriefly(receivedAt, now), excerpt]
      .filter(Boolean)
      .join(" · "),
  };
}
