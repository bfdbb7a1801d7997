import { useState } from "react";
import { ask, type Answer, type Parts } from "../../api/ask.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { FilePlace } from "../../parts/file-place.tsx";
import { errorText } from "../../parts/states.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { plain } from "../../words/plain.ts";
import { rowsOfCsv } from "./csv.ts";
import { wordsOfCustomers } from "./words.ts";

type Row = { line: number; fields: Record<string, string> };
type Refused = { line: number; why: string };
type Import = { rows: Row[]; key: string; done: number; refused: Refused[]; isRunning: boolean };

/** How many are under way at once. */
const AT_ONCE = 4;

/** A directory from a file: one customer a line, each refused one with its line and the reason; sent again, nobody is entered twice. */
export function CustomersImport() {
  const words = useWords(wordsOfCustomers);
  const chosen = useLanguage();
  const [bring, setBring] = useState<Import>();
  const [problem, setProblem] = useState<string>();
  const { data: own } = useAnswer("GET /customer-identifiers", {});
  const columns = columnsWith(own?.kinds ?? []);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const rows = rowsOfCsv(await file.text()).map((fields, place) => ({ line: place + 2, fields }));
    const isNamed = rows.length > 0 && "ten" in (rows[0]?.fields ?? {});
    setProblem(rows.length === 0 ? words.nothing : isNamed ? undefined : words.noColumns);
    setBring(isNamed ? { rows, key: crypto.randomUUID(), done: 0, refused: [], isRunning: false } : undefined);
  };
  const start = async (asked: Import) => {
    const refused: Refused[] = [];
    let done = 0;
    const waiting = [...asked.rows];
    const next = async (): Promise<void> => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        const why = row.fields["ten"] ? await enter(row, { key: asked.key, columns, chosen }) : words.noName;
        if (why === undefined) done++;
        else refused.push({ line: row.line, why });
        setBring({ ...asked, done, refused: [...refused], isRunning: waiting.length > 0 });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    setBring({ ...asked, done, refused, isRunning: false });
  };
  const ended = bring && !bring.isRunning && bring.done + bring.refused.length === bring.rows.length;
  return (
    <section className="flex flex-col gap-3 rounded-xl border border-line bg-surface p-4">
      <h2 className="text-lg font-semibold">{words.import}</h2>
      <Field label={words.choose} hint={words.hint(Object.keys(columns).join(", "))} error={problem}>
        {(control) => <FilePlace control={control} accept=".csv,text/csv" onFiles={([file]) => void choose(file)} />}
      </Field>
      {bring && !ended && (
        <div>
          <Button look="primary" isBusy={bring.isRunning} onClick={() => void start(bring)}>
            {words.start(bring.rows.length)}
          </Button>
        </div>
      )}
      {bring?.isRunning && (
        <>
          <progress
            className="w-full accent-accent"
            aria-label={words.import}
            max={bring.rows.length}
            value={bring.done + bring.refused.length}
          />
          <p role="status">{words.progress(bring.done, bring.rows.length)}</p>
        </>
      )}
      {ended && <p role="status">{words.done(bring.done, bring.refused.length)}</p>}
      <ul>
        {bring?.refused.map(({ line, why }) => (
          <li key={line} className="border-t border-line py-1.5">
            <span className="font-medium">{words.line(line)}</span> <span className="text-late">{why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Columns = Readonly<Record<string, string>>;
type Entering = { key: string; columns: Columns; chosen: "vi" | "en" };

/** Why a line was refused; undefined: it was entered. */
async function enter({ line, fields }: Row, { key, columns, chosen }: Entering): Promise<string | undefined> {
  try {
    await ask("POST /customers", { body: customerOf(fields, columns) }, { idempotencyKey: `${key}-${line}` });
    return undefined;
  } catch (error) {
    return errorText(error, chosen);
  }
}

/** Of the columns, those that say by what a customer is known; what only this provider's packs name is called as it is named there. */
function columnsWith(own: Answer<"GET /customer-identifiers">["kinds"]): Columns {
  const named = own.map(({ kind, name }) => [plain(name).replaceAll(/[^a-z0-9]+/g, "_"), kind] as const);
  return {
    dien_thoai: "phone",
    email: "email",
    hop_dong: "contract",
    ma_dich_vu: "service-number",
    ...Object.fromEntries(named),
  };
}

function customerOf(fields: Record<string, string>, columns: Columns): Parts<"POST /customers">["body"] {
  const identifiers = Object.entries(columns).flatMap(([column, kind]) => {
    const asWritten = fields[column];
    return asWritten ? [{ kind, asWritten }] : [];
  });
  return {
    name: fields["ten"] ?? "",
    address: fields["dia_chi"] || null,
    note: fields["ghi_chu"] || null,
    identifiers,
  };
}
