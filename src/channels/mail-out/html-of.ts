/** The same words as HTML: paragraphs and line ends as they are, addresses of pages as links, nothing else. */
export function htmlOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/).filter((each) => each.trim() !== "");
  const body = paragraphs.map((each) => `<p>${each.trim().split("\n").map(lineIn).join("<br>\n")}</p>`).join("\n");
  return `<!doctype html><html><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>`;
}

function lineIn(line: string): string {
  return line
    .split(/(\s+)/)
    .map((word) => wordIn(word))
    .join("");
}

function wordIn(word: string): string {
  const escaped = escapedText(word);
  if (!/^https?:\/\/\S/.test(word)) return escaped;
  const end = /[.,;:!?)]$/.exec(word)?.[0] ?? "";
  const address = escapedText(word.slice(0, word.length - end.length));
  return `<a href="${address}">${address}</a>${end}`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapedText(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
