import { del, get, set } from "idb-keyval";
import { useCallback, useEffect, useState } from "react";
import type { Handed } from "./parts/handed-files.tsx";

/** Files that are kept in this browser from when they are chosen until they were sent. `null`: not read yet. */
export function useKeptFiles(place: string): [files: Handed[] | null, change: (files: Handed[]) => void] {
  const [files, setFiles] = useState<Handed[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void get<Handed[]>(place)
      .catch(() => undefined)
      .then((kept) => isGone || setFiles((now) => now ?? kept ?? []));
    return () => void (isGone = true);
  }, [place]);
  const change = useCallback(
    (next: Handed[]) => {
      setFiles(next);
      // A private window may refuse; the files then last as long as the page.
      void (next.length === 0 ? del(place) : set(place, next)).catch(() => undefined);
    },
    [place],
  );
  return [files, change];
}
