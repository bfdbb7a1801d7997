import { useEffect, useRef, useState } from "react";
import { errorText } from "../../../parts/states.tsx";
import { language } from "../../../words/language.ts";
import type { HandedIn } from "./form-values.ts";
import { uploadTelling } from "./upload.ts";

/** A file on its way. `share`: from 0 to 1. */
export type Upload = { id: string; file: File; name: string; share: number; problem?: string | undefined };

/** Files on their way to the server; each that has arrived is told, and is none of them any more. */
export function useUploads(onArrived: (document: HandedIn) => void) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const givenUp = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = givenUp.current;
    return () => {
      for (const controller of running.values()) controller.abort();
    };
  }, []);

  const change = (id: string, changed: Partial<Upload>) =>
    setUploads((known) => known.map((each) => (each.id === id ? { ...each, ...changed } : each)));
  const leave = (id: string) => {
    givenUp.current.delete(id);
    setUploads((known) => known.filter((each) => each.id !== id));
  };
  const send = async ({ id, file }: Upload) => {
    const controller = new AbortController();
    givenUp.current.set(id, controller);
    try {
      const { sha256, bytes } = await uploadTelling(file, (share) => change(id, { share }), controller.signal);
      onArrived({ sha256, bytes, name: file.name });
      leave(id);
    } catch (error) {
      if (!controller.signal.aborted) change(id, { problem: errorText(error, language()) });
    }
  };
  return {
    uploads,
    add: (files: File[]) => {
      const added = files.map((file) => ({ id: crypto.randomUUID(), file, name: file.name, share: 0 }));
      setUploads((known) => [...known, ...added]);
      for (const upload of added) void send(upload);
    },
    remove: (id: string) => {
      givenUp.current.get(id)?.abort();
      leave(id);
    },
    retry: (upload: Upload) => {
      change(upload.id, { problem: undefined, share: 0 });
      void send(upload);
    },
  };
}
