import { Link, useNavigate, useRouter } from "@tanstack/react-router";
import { ArrowLeft, ChevronDown, ChevronUp, Printer } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "../../parts/button.tsx";
import { Hint } from "../../parts/hint.tsx";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { useNow } from "../../parts/use-now.ts";
import { useSession } from "../../staff/session.ts";
import { formatInstant } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import type { ComplaintFile } from "./file.ts";
import { Marks } from "./marks.tsx";
import { neighboursOf } from "./queue-order.ts";
import { wordsOfComplaint } from "./words.ts";

/** Which complaint it is, who else is here, and the way to the next. Stays in sight. */
export function Header({ file }: { file: ComplaintFile }) {
  const words = useWords(wordsOfComplaint);
  const { complaintId, number, customer } = file.complaint;
  useShortcuts([{ keys: "p", label: words.print, run: () => globalThis.print() }]);
  return (
    <header className="z-20 border-b sm:sticky sm:top-0 border-line bg-surface px-2 py-2 sm:px-4 print:static print:border-0 print:px-0">
      <title>{`${number} · Hồi Âm`}</title>
      <Letterhead />
      <div className="flex items-center gap-x-2">
        <Hint text={words.back} keys="u">
          <Link
            to="/viec"
            aria-label={words.back}
            className="no-print inline-flex size-11 shrink-0 items-center justify-center rounded-lg text-ink-2 hover:bg-sunken sm:size-9"
          >
            <ArrowLeft size={20} aria-hidden />
          </Link>
        </Hint>
        <h1 className="min-w-0 grow truncate text-lg font-semibold">
          {number}
          <span className="font-normal text-ink-2">
            {" "}
            · {customer.name ?? customer.email ?? customer.phone ?? words.anonymous}
          </span>
        </h1>
        <NextInQueue complaintId={complaintId} />
        <span className="no-print hidden sm:inline">
          <IconButton label={words.print} shortcut="p" onClick={() => globalThis.print()}>
            <Printer size={18} aria-hidden />
          </IconButton>
        </span>
      </div>
      <Marks file={file} />
    </header>
  );
}

/** Whose file it is and when it was printed; only on paper. */
function Letterhead() {
  const words = useWords(wordsOfComplaint);
  const { provider } = useSession();
  return (
    <p className="hidden justify-between pb-2 text-sm print:flex">
      <span>
        {provider.name} · {words.printed}
      </span>
      <span>{formatInstant(useNow())}</span>
    </p>
  );
}

/** The ones before and after it in the list that was looked at last, without going back. */
function NextInQueue({ complaintId }: { complaintId: string }) {
  const words = useWords(wordsOfComplaint);
  const navigate = useNavigate();
  const neighbours = neighboursOf(complaintId);
  const open = (id: string | undefined) => () => {
    if (id !== undefined) void navigate({ to: "/khieu-nai/$complaintId", params: { complaintId: id } });
  };
  const next = open(neighbours?.next);
  const previous = open(neighbours?.previous);
  useShortcuts([
    { keys: "j", label: words.next, run: next },
    { keys: "k", label: words.previous, run: previous },
    { keys: "]", label: words.next, run: next },
    { keys: "[", label: words.previous, run: previous },
    { keys: "u", label: words.back, run: () => void navigate({ to: "/viec" }) },
  ]);
  useReadNext(neighbours?.next);
  if (!neighbours) return null;
  return (
    <div className="no-print flex shrink-0 items-center">
      <span className="hidden px-1 text-sm text-ink-3 lg:inline">
        {words.placeInQueue(neighbours.place, neighbours.of)}
      </span>
      <IconButton label={words.previous} shortcut="k" disabled={neighbours.previous === undefined} onClick={previous}>
        <ChevronUp size={20} aria-hidden />
      </IconButton>
      <IconButton label={words.next} shortcut="j" disabled={neighbours.next === undefined} onClick={next}>
        <ChevronDown size={20} aria-hidden />
      </IconButton>
    </div>
  );
}

/** Reads the next one while this one is looked at, once the page has had time for its own. */
function useReadNext(next: string | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (next === undefined) return undefined;
    const reading = setTimeout(() => {
      void router.preloadRoute({ to: "/khieu-nai/$complaintId", params: { complaintId: next } });
    }, READ_NEXT_AFTER_MS);
    return () => clearTimeout(reading);
  }, [router, next]);
}

const READ_NEXT_AFTER_MS = 600;
