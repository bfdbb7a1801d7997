import { useRef, useState } from "react";
import { errorText } from "../../../../parts/states.tsx";
import { useLanguage } from "../../../../words/language.ts";
import { useSetUploading } from "../form-context.ts";
import type { FormValues, Typed } from "../form-values.ts";
import { uploadTelling } from "../upload.ts";

/** What the picture of a signature is called in the file. */
const PICTURE = "chu-ky.png";

type Change = (changed: (known: FormValues) => FormValues) => void;

/** Keeps the picture of a signature: uploaded at once, and handed in with the form under its hash. The latest one counts. */
export function useSignature(change: Change) {
  const chosen = useLanguage();
  const setUploading = useSetUploading();
  const [problem, setProblem] = useState<string>();
  const [isKeeping, setKeeping] = useState(false);
  const latest = useRef(0);
  const hold = (isHeld: boolean) => {
    setKeeping(isHeld);
    setUploading(isHeld);
  };
  const drop = (also: Typed = {}) => {
    latest.current += 1;
    hold(false);
    setProblem(undefined);
    change((known) => withSignature(known, undefined, { signedOn: undefined, signaturePicture: undefined, ...also }));
  };
  /** `also`: what goes along of who signs what. */
  const keep = async (picture: Blob, also: Typed) => {
    const turn = ++latest.current;
    hold(true);
    setProblem(undefined);
    try {
      const file = new File([picture], PICTURE, { type: "image/png" });
      const { sha256, bytes } = await uploadTelling(file, () => undefined, new AbortController().signal);
      const signaturePicture = await dataUrlOf(picture);
      if (turn !== latest.current) return;
      change((known) =>
        withSignature(known, { sha256, bytes, name: PICTURE }, { ...also, signedOn: "screen", signaturePicture }),
      );
    } catch (error) {
      if (turn === latest.current) setProblem(errorText(error, chosen));
    } finally {
      if (turn === latest.current) hold(false);
    }
  };
  return { keep, drop, isKeeping, problem };
}

function withSignature(
  known: FormValues,
  picture: FormValues["documents"][number] | undefined,
  fields: Typed,
): FormValues {
  const others = known.documents.filter(({ name }) => name !== PICTURE);
  return {
    ...known,
    fields: { ...known.fields, signatureSha256: picture?.sha256, ...fields },
    documents: picture ? [...others, picture] : others,
  };
}

/** A reload shows again what was drawn. */
function dataUrlOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(new Error("the picture cannot be read")));
    reader.readAsDataURL(picture);
  });
}
