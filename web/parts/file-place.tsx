import { Paperclip } from "lucide-react";
import { useState } from "react";
import { useWords } from "../words/language.ts";
import { classes } from "./classes.ts";
import { wordsOfParts } from "./words.ts";

type FilePlaceProps = {
  onFiles: (files: File[]) => void;
  accept?: string;
  multiple?: boolean;
  disabled?: boolean;
  /** Where a field has a label for it; else it is called by what stands on it. */
  control?: { id: string; "aria-describedby"?: string | undefined; "aria-invalid"?: true | undefined };
  "data-path"?: string | undefined;
};

/** Where files are dropped or chosen. The native control lies over the whole place, unseen: it takes both, and the keyboard finds it. */
export function FilePlace({ onFiles, control, ...input }: FilePlaceProps) {
  const words = useWords(wordsOfParts);
  const [isOver, setOver] = useState(false);
  return (
    <span
      className={classes(
        "relative inline-flex min-h-11 max-w-full items-center gap-2 rounded-lg border border-dashed px-3 text-ink-2 hover:bg-sunken sm:min-h-9",
        "has-disabled:opacity-55 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
        isOver ? "border-accent bg-accent-soft" : "border-edge",
      )}
    >
      <Paperclip size={16} aria-hidden className="shrink-0" />
      <span aria-hidden className="whitespace-nowrap">
        <span className="font-medium text-ink">{words.chooseFile}</span>
        <span className="max-sm:hidden"> {words.orDrop}</span>
      </span>
      <input
        {...(control ?? { "aria-label": words.chooseFile })}
        {...input}
        type="file"
        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-not-allowed"
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
    </span>
  );
}
