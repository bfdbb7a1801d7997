import { Download } from "lucide-react";
import { useState } from "react";
import { dayOf } from "../words/format.ts";
import { language } from "../words/language.ts";
import { Button } from "./button.tsx";
import { saveAs } from "./save-as.ts";
import { errorText } from "./states.tsx";
import { tell } from "./toast.tsx";

type Taking = {
  /** Of the file; today follows. */
  name: string;
  label: string;
  /** What is told once it is there. */
  done: string;
  make: () => Promise<Blob>;
};

/** Puts a list as a CSV file into the browser's downloads. */
export function SaveTableButton({ name, label, done, make }: Taking) {
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      saveAs(await make(), `${name}-${dayOf(new Date().toISOString())}.csv`);
      tell(done);
    } catch (error) {
      tell(errorText(error, language()), { isError: true });
    }
    setBusy(false);
  };
  return (
    <Button icon={<Download size={16} aria-hidden />} isBusy={isBusy} onClick={() => void save()}>
      {label}
    </Button>
  );
}
