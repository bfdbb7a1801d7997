import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, type RefObject } from "react";
import { useShortcuts } from "../../parts/shortcuts.ts";
import { useWords } from "../../words/language.ts";
import { ownQueues } from "./queue-search.ts";
import { rowId } from "./row.tsx";
import type { ListHandle } from "./rows-list.tsx";
import type { Item } from "./use-rows.ts";
import { meantBy, type Selection } from "./use-selection.ts";
import type { OpenDialog } from "./use-dialogs.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";
import { wordsOfColumns, wordsOfQueue } from "./words.ts";

/** Whoever holds j down does not want each complaint read. */
const REST_MS = 90;

/** j and k through the rows, Enter into one, x to choose. */
export function useQueueKeys({
  items,
  selection,
  handle,
  reload,
  open: openDialog,
  isOfIncident,
}: {
  items: readonly Item[];
  selection: Selection;
  handle: RefObject<ListHandle | null>;
  reload: () => void;
  open: (dialog: OpenDialog) => void;
  /** The list is that of one incident. */
  isOfIncident: boolean;
}): void {
  const words = useWords(wordsOfQueue);
  const bulk = useWords(wordsOfBulk);
  const { columns } = useWords(wordsOfColumns);
  const navigate = useNavigate();
  const { active, activePlace } = selection;
  const activeId = active?.complaintId;
  const step = (by: number) => () => {
    const place = activePlace < 0 ? (handle.current?.firstInSight() ?? 0) : activePlace + by;
    const next = items.at(Math.min(Math.max(place, 0), items.length - 1));
    if (!next) return;
    handle.current?.show(place);
    selection.setActive(next.complaintId);
    requestAnimationFrame(() => document.getElementById(rowId(next.complaintId))?.focus({ preventScroll: true }));
  };
  const onActive = (act: (complaintId: string) => void) => () => {
    if (activeId !== undefined) act(activeId);
  };
  const onMeant = (act: () => void) => () => {
    if (meantBy(selection).items.length > 0) act();
  };
  const open = (complaintId: string) => void navigate({ to: "/khieu-nai/$complaintId", params: { complaintId } });
  usePreload(activeId);
  useShortcuts([
    { keys: "j", label: words.next, run: step(1) },
    { keys: "k", label: words.previous, run: step(-1) },
    { keys: "ArrowDown", label: words.next, run: step(1) },
    { keys: "ArrowUp", label: words.previous, run: step(-1) },
    { keys: "Enter", label: words.open, run: onActive(open) },
    { keys: "x", label: words.select, run: onActive(selection.toggle) },
    { keys: "X", label: words.selectTo, run: onActive(selection.extendTo) },
    { keys: "A", label: words.selectWhole, run: selection.chooseWhole },
    { keys: "Escape", label: words.selectNone, run: selection.clear },
    { keys: "a", label: bulk.assign, run: onMeant(() => openDialog({ name: "assign" })) },
    { keys: "l", label: bulk.link, run: onMeant(() => openDialog({ name: "link" })) },
    ...(isOfIncident ? [{ keys: "u", label: bulk.unlink, run: onMeant(() => openDialog({ name: "unlink" })) }] : []),
    { keys: "e", label: bulk.exportList, run: () => openDialog({ name: "export" }) },
    { keys: "v", label: columns, run: () => openDialog({ name: "look" }) },
    { keys: "r", label: words.showNew, run: reload },
    ...ownQueues.map((queue, place) => ({
      keys: String(place + 1),
      label: words[queue],
      run: () => void navigate({ to: "/viec", search: { queue } }),
    })),
  ]);
}

/** The complaint that Enter would open is read while it is being looked at. */
function usePreload(complaintId: string | undefined): void {
  const router = useRouter();
  useEffect(() => {
    if (complaintId === undefined) return undefined;
    const timer = setTimeout(
      () => void router.preloadRoute({ to: "/khieu-nai/$complaintId", params: { complaintId } }),
      REST_MS,
    );
    return () => clearTimeout(timer);
  }, [router, complaintId]);
}
