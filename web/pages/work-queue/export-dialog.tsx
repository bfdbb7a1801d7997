import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatNumber } from "../../words/format.ts";
import { useWords } from "../../words/language.ts";
import { BulkError, ProgressBar } from "./bulk-progress.tsx";
import { exportList, type Exported, type ToExport } from "./export-list.ts";
import type { ListQuery } from "./queue-search.ts";
import type { Meant } from "./use-selection.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";

/** The server takes no more by name. */
const NAMED_MAX = 5000;

/** Makes a file of the rows that are chosen, or of the list that is looked at; closing the dialogue stops it. */
export function ExportDialog({
  chosen,
  query,
  onClose,
}: {
  chosen: Meant | undefined;
  query: ListQuery;
  onClose: () => void;
}) {
  const words = useWords(wordsOfBulk);
  const [exported, setExported] = useState<Exported>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const rows = chosen && !chosen.isWhole ? chosen.items.slice(0, NAMED_MAX) : undefined;
  const begin = async (of: ToExport) => {
    const controller = new AbortController();
    stop.current = controller;
    setError(undefined);
    setExported({ rows: 0, of: undefined });
    try {
      const made = await exportList(of, { onProgress: setExported, signal: controller.signal });
      tell(words.exported(formatNumber(made.rows)));
      onClose();
    } catch (why) {
      setExported(undefined);
      if (!controller.signal.aborted) setError(why);
    }
  };
  const icon = <Download size={18} aria-hidden />;
  return (
    <Dialog title={words.exporting} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{rows ? words.exportHintChosen : words.exportHint}</p>
        <BulkError error={error} />
        {exported ? (
          <HowFar exported={exported} onStop={() => stop.current?.abort()} />
        ) : (
          <div className="flex flex-wrap gap-2">
            {rows && (
              <Button
                look="primary"
                icon={icon}
                onClick={() => void begin({ complaintIds: rows.map(({ complaintId }) => complaintId) })}
              >
                {words.exportChosen(formatNumber(rows.length))}
              </Button>
            )}
            <Button
              look={rows ? "plain" : "primary"}
              icon={rows ? undefined : icon}
              onClick={() => void begin({ query })}
            >
              {rows ? words.exportWhole : words.begin}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function HowFar({ exported: { rows, of }, onStop }: { exported: Exported; onStop: () => void }) {
  const words = useWords(wordsOfBulk);
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar {...(of === undefined ? {} : { value: rows, of })} label={words.rowsRead(formatNumber(rows))} />
      <div className="flex items-center justify-between gap-3">
        <p role="status">
          {of === undefined
            ? words.rowsRead(formatNumber(rows))
            : words.rowsReadOf(formatNumber(rows), formatNumber(of))}
        </p>
        <Button onClick={onStop}>{words.stop}</Button>
      </div>
    </div>
  );
}
