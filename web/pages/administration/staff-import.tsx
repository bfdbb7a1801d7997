import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { CheckField, Field } from "../../parts/field.tsx";
import { FilePlace } from "../../parts/file-place.tsx";
import { errorText } from "../../parts/states.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { sampleFile, saveCsv } from "./staff-file.ts";
import { StaffLines } from "./staff-lines.tsx";
import { StaffPasswords } from "./staff-passwords.tsx";
import { useStaffImport, type Imported } from "./use-staff-import.ts";
import { wordsOfStaff } from "./words-of-staff.ts";

/** A list of staff from a file: first what each line would do, then, if it is right, the import itself. */
export function StaffImport({ onClose }: { onClose: () => void }) {
  const words = useWords(wordsOfStaff);
  const chosen = useLanguage();
  const [withPasswords, setWithPasswords] = useState(true);
  const { told, isBusy, error, wrong, choose, carryOut } = useStaffImport();
  const problem = wrong && (wrong === "nothing" ? words.nothing : words.noColumns);
  return (
    <Dialog title={words.import} isOpen onClose={onClose} isWide>
      <div className="flex flex-col gap-4">
        {(!told || told.isPreview) && <ChooseFile problem={problem} onChoose={(file) => void choose(file)} />}
        {isBusy && !told && <p role="status">{words.looking}</p>}
        {error !== undefined && (
          <p role="alert" className="font-medium text-late">
            {errorText(error, chosen)}
          </p>
        )}
        {told && <Counts told={told} />}
        {told && !told.isPreview && <StaffPasswords lines={told.lines} />}
        {told && <StaffLines lines={told.lines} />}
        {told?.isPreview && told.counts.added > 0 && (
          <CheckField
            label={words.withPasswords}
            hint={words.withPasswordsHint}
            checked={withPasswords}
            onChange={(event) => setWithPasswords(event.target.checked)}
          />
        )}
        {told && <End told={told} isBusy={isBusy} onStart={() => carryOut(withPasswords)} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

function ChooseFile({
  problem,
  onChoose,
}: {
  problem: string | undefined;
  onChoose: (file: File | undefined) => void;
}) {
  const words = useWords(wordsOfStaff);
  return (
    <div className="flex flex-wrap items-end justify-between gap-3">
      <Field label={words.choose} hint={words.hint} error={problem}>
        {(control) => <FilePlace control={control} accept=".csv,text/csv" onFiles={([file]) => onChoose(file)} />}
      </Field>
      <Button
        look="quiet"
        icon={<Download size={16} aria-hidden />}
        onClick={() => saveCsv("nhan-su-mau.csv", sampleFile)}
      >
        {words.sample}
      </Button>
    </div>
  );
}

function Counts({ told: { isPreview, counts } }: { told: Imported }) {
  const words = useWords(wordsOfStaff);
  const said = isPreview ? words.counts : words.done;
  return (
    <p role="status" className="font-medium">
      {said(counts.added, counts.changed, counts.unchanged, counts.refused)}
    </p>
  );
}

function End({
  told: { isPreview, counts },
  isBusy,
  onStart,
  onClose,
}: {
  told: Imported;
  isBusy: boolean;
  onStart: () => void;
  onClose: () => void;
}) {
  const words = useWords(wordsOfStaff);
  const isNothing = counts.added + counts.changed === 0;
  return (
    <div>
      {isPreview && !isNothing ? (
        <Button look="primary" isBusy={isBusy} onClick={onStart}>
          {words.start(counts.added, counts.changed)}
        </Button>
      ) : (
        <Button onClick={onClose}>{words.close}</Button>
      )}
    </div>
  );
}
