import { benchClocks } from "./clocks.ts";
import { benchCommands } from "./commands.ts";
import { benchIntake } from "./intake.ts";
import { benchLetters } from "./letters.ts";
import { benchMails } from "./mails.ts";
import { benchPages } from "./pages.ts";
import { benchReads } from "./reads.ts";
import { benchTerms } from "./terms.ts";

/** Each part runs alone by its name: `npm run bench -- intake`. */
const parts: Record<string, () => Promise<void>> = {
  terms: benchTerms,
  intake: benchIntake,
  commands: benchCommands,
  reads: benchReads,
  clocks: benchClocks,
  pages: benchPages,
  letters: benchLetters,
  mails: benchMails,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in parts));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
for (const part of asked.length > 0 ? asked : Object.keys(parts)) await parts[part]?.();
