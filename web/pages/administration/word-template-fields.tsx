import { Copy } from "lucide-react";
import { useState } from "react";
import { TextField } from "../../parts/field.tsx";
import { tell } from "../../parts/toast.tsx";
import { useLanguage, useWords } from "../../words/language.ts";
import { plain } from "../../words/plain.ts";
import type { Templates } from "./word-templates-part.tsx";
import { wordsOfWordTemplates } from "./words-of-word-templates.ts";

type FieldOfTemplate = Templates["fields"][number];

/** Every field that a template may name: how it is written, what it means and what it comes to. */
export function WordTemplateFields({ fields }: { fields: readonly FieldOfTemplate[] }) {
  const words = useWords(wordsOfWordTemplates);
  const [sought, setSought] = useState("");
  const found = fields.filter(({ tag, about }) => plain(`${tag} ${about.vi} ${about.en}`).includes(plain(sought)));
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{words.fields}</h2>
      <p className="text-ink-2">{words.fieldsHint}</p>
      <TextField label={words.find} value={sought} maxLength={60} onChange={(event) => setSought(event.target.value)} />
      {found.length === 0 && <p className="text-ink-2">{words.nothingFound}</p>}
      {found.length > 0 && (
        <div className="overflow-x-auto rounded-xl border border-line bg-surface">
          <table className="w-full text-left max-sm:block">
            <thead className="text-sm text-ink-2 max-sm:sr-only">
              <tr>
                <th scope="col" className="px-4 py-2 font-medium">
                  {words.field}
                </th>
                <th scope="col" className="px-4 py-2 font-medium">
                  {words.meaning}
                </th>
                <th scope="col" className="px-4 py-2 font-medium">
                  {words.example}
                </th>
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {found.map((field) => (
                <FieldRow key={field.tag} field={field} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function FieldRow({ field: { written, about, example, kind, list } }: { field: FieldOfTemplate }) {
  const words = useWords(wordsOfWordTemplates);
  const language = useLanguage();
  const copy = () => void navigator.clipboard.writeText(written).then(() => tell(words.copied(written)));
  return (
    <tr className="border-t border-line align-top max-sm:flex max-sm:flex-col max-sm:py-2">
      <td className="px-4 py-1.5">
        <button
          type="button"
          onClick={copy}
          aria-label={words.copy(written)}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-lg px-1.5 text-left hover:bg-sunken sm:min-h-9"
        >
          <code className="text-sm sm:whitespace-nowrap">{written}</code>
          <Copy size={14} aria-hidden className="shrink-0 text-ink-3" />
        </button>
      </td>
      <td className="px-4 py-1.5">
        {about[language]}
        {list !== null && <span className="text-sm text-ink-2"> ({words.within(list)})</span>}
      </td>
      <td className="px-4 py-1.5 whitespace-pre-line text-ink-2">{kind === "picture" ? words.picture : example}</td>
    </tr>
  );
}
