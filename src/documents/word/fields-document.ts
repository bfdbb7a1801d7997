import { fieldsOfFile, letterFields, type ItemField } from "./template-fields.ts";

/** docs/word-templates.md: how a provider's own Word template is made, with every field that it may name. */
export function fieldsDocument(): string {
  const ofLetter = letterFields.flatMap((field) =>
    field.kind === "list"
      ? [line(`{#${field.tag}}…{/${field.tag}}`, field.about), ...field.inside.map((each) => `  ${itemLine(each)}`)]
      : [itemLine(field)],
  );
  const ofFile = Object.values(fieldsOfFile).map((field) => line(`{${field.tag}}`, field.about));
  return `${INTRODUCTION}\n\n## What stands on the paper\n\n${ofLetter.join("\n")}\n\n## What the file says\n\n${ofFile.join("\n")}\n`;
}

function itemLine({ tag, kind, about }: Pick<ItemField, "tag" | "about"> & { kind: string }): string {
  return line(kind === "picture" ? `{%${tag}}` : `{${tag}}`, about);
}

function line(written: string, { vi, en }: { vi: string; en: string }): string {
  return `- \`${written}\` ${vi} · ${en}`;
}

const INTRODUCTION = `# Word templates of a provider's own

Written by \`node bin/write-template-fields.ts\`. Administrators hand templates in under _Quản trị › Mẫu văn bản_ and find every field there with an example and a button to copy it.

1. Download the program's own layout of the paper as a template, and change words, fonts and the logo in Word. Or type fields into a letter that you have.
2. Hand the \`.docx\` in. It is checked: every field must be known, what is opened must be closed, and what the paper needs must be there (its number, its day, its content, who signs, what confirms
   it). What is wrong is told with the paragraph in which it stands; nothing is kept before all of it is mended.
3. Look at a sample, with a customer whom there is not or with a complaint that is, and switch the version on. Earlier versions stay, and the program's own layout is one click away.

**Fields** are typed as any other words. A list is repeated between \`{#list}\` and \`{/list}\`, each in a paragraph of its own, or in the first and the last cell of a table's row; one list cannot stand
within another. \`{#field}…{/field}\` around a plain field shows only where it has something, \`{^field}…{/field}\` only where it has nothing. A picture is written \`{%field}\` and may stand in the body only.

**Not taken**: macros (\`.docm\`), templates of Word's own (\`.dotx\`), embedded objects, pictures and parts that are fetched from elsewhere, tracked changes, comments, Word's own fields but page numbers,
more than 400 fields, files above 5 MB or 24 MB unpacked. Links and the path of a template on somebody's computer are taken out. What whoever wrote it left in its properties is replaced by the paper's.

**Issued** as PDF/A-2b where the machine has LibreOffice (\`libreoffice-writer-nogui\`, or \`HOIAM_OFFICE\`), else as the filled Word file itself. Number, register, hash and the code that confirms it are
those of every paper. A preview and what is for practice bear their mark above the first words and above every page, whatever the template says.`;
