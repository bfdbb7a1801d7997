/** A word put into a text where the cursor stands, apart from the words beside it. `at`: where the cursor stands then. */
export function putIn(
  text: string,
  word: string,
  { from, to }: { from: number; to: number },
): { text: string; at: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const lead = before === "" || /[\s([{"“«/]$/u.test(before) ? "" : " ";
  const trail = after === "" || /^[\s,.;:!?)\]}"”»/]/u.test(after) ? "" : " ";
  const put = `${before}${lead}${word}`;
  return { text: `${put}${trail}${after}`, at: put.length };
}
