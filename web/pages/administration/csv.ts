/** Rows of a CSV file (RFC 4180) by the names of its first line. Fields are separated by `,` or, as Excel here writes them, by `;`. */
export function rowsOfCsv(text: string): Record<string, string>[] {
  const separator = (text.split("\n", 1)[0] ?? "").includes(";") ? ";" : ",";
  const [head = [], ...lines] = linesOfCsv(text.replace(/^\uFEFF/, "").normalize("NFC"), separator);
  const names = head.map((name) => name.trim().toLowerCase());
  return lines
    .filter((fields) => fields.some((field) => field.trim() !== ""))
    .map((fields) => Object.fromEntries(names.map((name, place) => [name, (fields[place] ?? "").trim()])));
}

function linesOfCsv(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let fields: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let place = 0; place < text.length; place++) {
    const letter = text.charAt(place);
    if (isQuoted && letter === '"' && text.charAt(place + 1) === '"') {
      field += letter;
      place++;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) field += letter;
    else if (letter === separator) {
      fields.push(field);
      field = "";
    } else if (letter === "\n") {
      lines.push([...fields, field]);
      fields = [];
      field = "";
    } else if (letter !== "\r") field += letter;
  }
  return field === "" && fields.length === 0 ? lines : [...lines, [...fields, field]];
}
