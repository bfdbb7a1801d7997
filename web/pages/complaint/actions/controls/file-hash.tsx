import { useState } from "react";
import { Field } from "../../../../parts/field.tsx";
import { FilePlace } from "../../../../parts/file-place.tsx";
import { errorText } from "../../../../parts/states.tsx";
import { useLanguage, useWords } from "../../../../words/language.ts";
import { useAddDocument } from "../form-context.ts";
import { uploadTelling } from "../upload.ts";
import { wordsOfForm } from "../words.ts";
import type { ControlProps } from "./control-props.ts";

/** The hash of a file: the file is handed in with the form, and the server gives its hash. */
export function FileHash({ field, path, label, value, onChange, errors }: ControlProps) {
  const words = useWords(wordsOfForm);
  const chosen = useLanguage();
  const addDocument = useAddDocument();
  const [progress, setProgress] = useState<string>();
  const take = async (file: File) => {
    try {
      const share = (part: number) => setProgress(words.uploading(Math.round(part * 100)));
      const { sha256, bytes } = await uploadTelling(file, share, new AbortController().signal);
      addDocument({ sha256, bytes, name: file.name });
      onChange(sha256);
      setProgress(undefined);
    } catch (error) {
      setProgress(errorText(error, chosen));
    }
  };
  return (
    <Field label={label} isOptional={!field.required} error={errors[path]} hint={progress ?? hashHint(value)}>
      {(control) => <FilePlace control={control} data-path={path} onFiles={([file]) => void (file && take(file))} />}
    </Field>
  );
}

function hashHint(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? `SHA-256 ${value.slice(0, 16)}…` : undefined;
}
