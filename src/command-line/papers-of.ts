import { CannotStart } from "../cannot-start.ts";
import { letterPress } from "../documents/letter-press.ts";
import { paperMaker, type PaperMaker } from "../documents/paper-maker.ts";
import { loadLetterTexts } from "../procedure/load/letter-texts.ts";
import type { Store } from "../store/open-store.ts";

/**
 * What makes papers in the words of the editions.
 *
 * @throws CannotStart where a text names a variable which there is not.
 */
export function papersOf({ registry }: Pick<Store, "registry">): PaperMaker {
  try {
    return paperMaker(loadLetterTexts(registry.editions()), letterPress());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`A text of a letter is wrong: ${why}`, { exitCode: 2, cause: error });
  }
}
