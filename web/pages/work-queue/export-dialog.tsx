import { Download } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { errorText } from "../../parts/states.tsx";
import { tell } from "../../parts/toast.tsx";
import { formatNumber } from "../../words/format.ts";
import { useLanguage, useWords } from "../../words/language.ts";
import { exportList, type Exported } from "./export-list.ts";
import type { ListQuery } from "./queue-search.ts";
import { wordsOfBulk } from "./words-of-filters.ts";

/** Makes a file of the list that is looked at; closing the dialogue stops it. */
export function ExportDialog({ query, onClose }: { query: ListQuery; onClose: () => void }) {
  const words = useWords(wordsOfBulk);
  const chosen = useLanguage();
  const [exported, setExported] = useState<Exported>();
  const [error, setError] = useState<unknown>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const begin = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setError(undefined);
    setExported({ rows: 0, of: undefined });
    try {
      const { rows } = await exportList(query, { onProgress: setExported, signal: controller.signal });
      tell(words.exported(formatNumber(rows)));
      onClose();
    } catch (why) {
      setExported(undefined);
      if (!controller.signal.aborted) setError(why);
    }
  };
  return (
    <Dialog title={words.exporting} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4">
        <p>{words.exportHint}</p>
        {error !== undefined && (
          <p role="alert" className="font-medium text-late">
            {errorText(error, chosen)}
          </p>
        )}
        {exported ? (
          <HowFar exported={exported} onStop={() => stop.current?.abort()} />
        ) : (
          <Button
            look="primary"
            className="self-start"
            icon={<Download size={18} aria-hidden />}
            onClick={() => void begin()}
          >
            {words.begin}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function HowFar({ exported: { rows, of }, onStop }: { exported: Exported; onStop: () => void }) {
  const words = useWords(wordsOfBulk);
  return (
    <div className="flex flex-col gap-3">
      <progress
        {...(of === undefined ? {} : { value: rows, max: Math.max(of, 1) })}
        className="h-2 w-full accent-accent"
      />
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
