import { CannotStart } from "../cannot-start.ts";
import type { Config } from "../config.ts";
import { letterPress } from "../documents/letter-press.ts";
import { paperMaker, type PaperMaker } from "../documents/paper-maker.ts";
import type { Seals } from "../documents/seal/seals.ts";
import { libreOffice, officeOn } from "../documents/word/office.ts";
import { loadLetterTexts } from "../procedure/load/letter-texts.ts";
import type { Store } from "../store/open-store.ts";

/**
 * What makes papers in the words of the editions, and sets Word templates where there is an office program.
 *
 * @throws CannotStart where a text names a variable which there is not, or the office program is not where it is said to be.
 */
export async function papersOf(
  { registry }: Pick<Store, "registry">,
  { office, seals }: Pick<Config, "office"> & { seals: Seals },
): Promise<PaperMaker> {
  const path = await officeOn(office);
  if (office !== undefined && path === undefined)
    throw new CannotStart(`HOIAM_OFFICE names no program: ${office}`, { exitCode: 2 });
  try {
    const program = path === undefined ? undefined : libreOffice(path);
    return paperMaker(loadLetterTexts(registry.editions()), letterPress(), { office: program, seals });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`A text of a letter is wrong: ${why}`, { exitCode: 2, cause: error });
  }
}
