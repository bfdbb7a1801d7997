import { tell } from "../../parts/toast.tsx";
import { formatNumber } from "../../words/format.ts";
import { language } from "../../words/language.ts";
import { notBegun, together, type Done, type Send } from "./bulk.ts";
import { wordsOfBulk } from "./words-of-bulk.ts";

/** More than this take so long that somebody may wonder. */
const AT_ONCE = 50;

/** Takes back what was done with many, and says of how many it could be. The dialogue is long closed. */
export async function takeBack(done: readonly Done[], send: Send): Promise<void> {
  const chosen = language();
  if (done.length > AT_ONCE) tell(wordsOfBulk.undoing[chosen](formatNumber(done.length)));
  const items = done.map(({ item }) => item);
  const { signal } = new AbortController();
  const back = await together(notBegun(items), send, { onProgress: () => undefined, signal });
  const isAll = back.done.length === done.length;
  const some = wordsOfBulk.undoneSome[chosen](formatNumber(back.done.length), formatNumber(done.length));
  tell(isAll ? wordsOfBulk.undone[chosen] : some, { isError: !isAll });
}
