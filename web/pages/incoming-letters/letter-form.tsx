import { Paperclip, X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { upload } from "../../api/ask.ts";
import { useAnswer, useDeed } from "../../api/use-answer.ts";
import { Button, IconButton } from "../../parts/button.tsx";
import { DayField } from "../../parts/day-field.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Field, SelectField, TextAreaField, TextField } from "../../parts/field.tsx";
import { FilePlace } from "../../parts/file-place.tsx";
import { errorText, Refused } from "../../parts/states.tsx";
import { language, useWords } from "../../words/language.ts";
import { usePackName } from "../../words/pack-names.ts";
import { numberOf, typedAt, ways, type Letter, type LetterBody } from "./letter.ts";
import { wordsOfLetters } from "./words.ts";

type Typed = {
  receivedAt: string;
  postmarkedOn: string;
  cameBy: Letter["cameBy"];
  sender: string;
  theirNumber: string;
  theirDate: string;
  about: string;
  sheets: string;
  unit: string;
  scans: { sha256: string; name: string }[];
};

function typedOf(letter: Letter | undefined): Typed {
  return {
    receivedAt: typedAt(letter?.receivedAt ?? new Date().toISOString()),
    postmarkedOn: letter?.postmarkedOn ?? "",
    cameBy: letter?.cameBy ?? "post",
    sender: letter?.sender ?? "",
    theirNumber: letter?.theirNumber ?? "",
    theirDate: letter?.theirDate ?? "",
    about: letter?.about ?? "",
    sheets: letter?.sheets?.toString() ?? "",
    unit: letter?.unit ?? "",
    scans: letter?.scans.map(({ sha256, name }) => ({ sha256, name })) ?? [],
  };
}

function bodyOf(typed: Typed): LetterBody {
  const { receivedAt, postmarkedOn, cameBy, sender, theirNumber, theirDate, about, sheets, unit, scans } = typed;
  return {
    receivedAt: `${receivedAt}:00+07:00`,
    postmarkedOn: cameBy === "post" && postmarkedOn !== "" ? postmarkedOn : null,
    cameBy,
    sender: sender.trim(),
    theirNumber: theirNumber.trim() || null,
    theirDate: theirDate || null,
    about: about.trim(),
    sheets: sheets.trim() === "" ? null : Number(sheets),
    unit: unit || null,
    scans,
  };
}

/** Enters a letter, or corrects its entry. */
export function LetterForm({
  letter,
  onClose,
  onSaved,
}: {
  letter?: Letter;
  onClose: () => void;
  onSaved: (letter: Letter) => void;
}) {
  const words = useWords(wordsOfLetters);
  const [typed, setTyped] = useState(() => typedOf(letter));
  const [wrong, setWrong] = useState<"wanting" | "wrongSheets">();
  const set = (changed: Partial<Typed>) => setTyped((known) => ({ ...known, ...changed }));
  const entering = useDeed("POST /incoming-letters", { onDone: onSaved });
  const correcting = useDeed("PUT /incoming-letters/:letterId", { onDone: onSaved });
  const [key] = useState(() => crypto.randomUUID());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(typed);
    const isWanting = typed.receivedAt === "" || body.sender === "" || body.about === "";
    const isWrong = typed.sheets.trim() !== "" && !/^[1-9]\d{0,4}$/.test(typed.sheets.trim());
    setWrong(isWanting ? "wanting" : isWrong ? "wrongSheets" : undefined);
    if (isWanting || isWrong) return;
    if (!letter) entering.mutate({ parts: { body }, idempotencyKey: `${key}-${JSON.stringify(body).length}` });
    else
      correcting.mutate({
        parts: { params: { letterId: letter.letterId }, body },
        ifMatch: letter.version,
      });
  };
  return (
    <Dialog title={letter ? `${words.correct} ${numberOf(letter)}` : words.add} isOpen isWide onClose={onClose}>
      <form noValidate onSubmit={submit} className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={`${words.sender} *`}
          name="sender"
          autoComplete="off"
          value={typed.sender}
          onChange={({ target }) => set({ sender: target.value })}
          className="sm:col-span-2"
        />
        <TextAreaField
          label={`${words.about} *`}
          name="about"
          rows={2}
          value={typed.about}
          onChange={({ target }) => set({ about: target.value })}
          className="sm:col-span-2"
        />
        <DayField
          hasTime
          label={`${words.receivedAt} *`}
          hint={words.receivedHint}
          name="receivedAt"
          value={typed.receivedAt}
          onType={(receivedAt) => set({ receivedAt })}
        />
        <SelectField
          label={words.cameBy}
          name="cameBy"
          value={typed.cameBy}
          options={ways.map((value) => ({ value, label: words[value] }))}
          onChange={({ target }) => set({ cameBy: target.value as Letter["cameBy"] })}
          className="self-end"
        />
        {typed.cameBy === "post" && (
          <DayField
            isOptional
            label={words.postmarkedOn}
            name="postmarkedOn"
            value={typed.postmarkedOn}
            onType={(postmarkedOn) => set({ postmarkedOn })}
          />
        )}
        <TextField
          isOptional
          label={words.theirNumber}
          name="theirNumber"
          autoComplete="off"
          value={typed.theirNumber}
          onChange={({ target }) => set({ theirNumber: target.value })}
        />
        <DayField
          isOptional
          label={words.theirDate}
          name="theirDate"
          value={typed.theirDate}
          onType={(theirDate) => set({ theirDate })}
        />
        <TextField
          isOptional
          label={words.sheets}
          name="sheets"
          inputMode="numeric"
          value={typed.sheets}
          onChange={({ target }) => set({ sheets: target.value })}
        />
        <UnitField value={typed.unit} onChoose={(unit) => set({ unit })} />
        <ScanField scans={typed.scans} onChange={(scans) => set({ scans })} />
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <Button type="submit" look="primary" isBusy={entering.isPending || correcting.isPending}>
            {letter ? words.saveChange : words.save}
          </Button>
          {wrong && (
            <p role="alert" className="font-medium text-late">
              {words[wrong]}
            </p>
          )}
          <Refused error={entering.error ?? correcting.error} />
        </div>
      </form>
    </Dialog>
  );
}

function UnitField({ value, onChoose }: { value: string; onChoose: (unit: string) => void }) {
  const words = useWords(wordsOfLetters);
  const packName = usePackName();
  const { data } = useAnswer("GET /units", {});
  const named = data?.units.filter(({ isNamed, unitId }) => isNamed || unitId === value) ?? [];
  return (
    <SelectField
      isOptional
      label={words.unit}
      name="unit"
      empty={words.noUnit}
      value={value}
      options={named.map(({ unitId, name }) => ({ value: unitId, label: packName(name) ?? name }))}
      onChange={({ target }) => onChoose(target.value)}
    />
  );
}

/** Scans are uploaded at once; the entry names them when it is saved. */
function ScanField({ scans, onChange }: { scans: Typed["scans"]; onChange: (scans: Typed["scans"]) => void }) {
  const words = useWords(wordsOfLetters);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const add = async (files: File[]) => {
    setBusy(true);
    setError(undefined);
    try {
      let all = scans;
      for (const file of files) {
        const { sha256 } = await upload(file, file.name);
        all = [...all.filter((each) => each.sha256 !== sha256), { sha256, name: file.name }];
      }
      onChange(all);
    } catch (why) {
      setError(errorText(why, language()));
    }
    setBusy(false);
  };
  return (
    <Field label={words.scans} error={error} isOptional className="sm:col-span-2">
      {(control) => (
        <div className="flex flex-wrap items-center gap-2">
          {scans.map((scan) => (
            <span key={scan.sha256} className="inline-flex items-center gap-1 rounded-lg bg-sunken pl-2.5">
              <Paperclip size={14} aria-hidden />
              <span className="max-w-56 truncate">{scan.name}</span>
              <IconButton
                label={words.removeScan(scan.name)}
                onClick={() => onChange(scans.filter((each) => each !== scan))}
              >
                <X size={16} aria-hidden />
              </IconButton>
            </span>
          ))}
          <FilePlace multiple disabled={isBusy} control={control} onFiles={(files) => void add(files)} />
          {isBusy && <span role="status">{words.uploading}</span>}
        </div>
      )}
    </Field>
  );
}
