import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dovecotConfig } from "./dovecot-config.ts";
import { eximConfig, type HandedOver } from "./exim-config.ts";
import { freePort, ownerOf, startProgram, withoutPrograms } from "./programs.ts";

/** exim takes, routes and bounces; dovecot keeps the mailboxes, gives them out, and answers for who is on holiday. */
export type MailServers = {
  smtpPort: number;
  imapPort: number;
  /** Whatever the password of a mailbox is, it is this. */
  password: string;
  /** From now on dovecot answers mail to this mailbox by itself. */
  goOnHoliday: (mailbox: string, words: string) => void;
  /** What both have written down, for whoever looks why something did not arrive. */
  log: () => string;
  close: () => Promise<void>;
};

export const PASSWORD = "mot-mat-khau";
// Debian's exim changes the owner of what it spools to its own user: nobody else but that user and root can run it.
const EXIM_USER = "Debian-exim";
const DOVECOT_USER = "nobody";

/** For `skip`: what keeps the real mail servers from running here. */
export function withoutMailServers(): string | false {
  const missing = withoutPrograms("exim4", "dovecot");
  if (missing !== false) return missing;
  return process.getuid?.() !== 0 && "exim4 runs as its own user, whom only root can become";
}

/**
 * @param mailboxes their addresses; mail to any other address of their domains comes back
 * @param handedOver whose mail exim hands to a receiver of its own
 */
export async function startMailServers(mailboxes: readonly string[], handedOver?: HandedOver): Promise<MailServers> {
  const folder = mkdtempSync(join(tmpdir(), "hoiam-mail-"));
  chmodSync(folder, 0o711);
  const [smtpPort, imapPort, lmtpPort] = [await freePort(), await freePort(), await freePort()];
  const own = (name: string, user: string) => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    const owner = ownerOf(user);
    if (owner) chownSync(path, owner.uid, owner.gid);
    return path;
  };
  const eximFolder = own("exim", EXIM_USER);
  const dovecotFolder = own("dovecot", DOVECOT_USER);
  for (const mailbox of mailboxes) own(`dovecot/${mailbox}`, DOVECOT_USER);
  const written = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const users = written("users", mailboxes.map((mailbox) => `${mailbox}:{PLAIN}${PASSWORD}\n`).join(""));
  const dovecotFile = written(
    "dovecot.conf",
    dovecotConfig({ folder: dovecotFolder, users, user: DOVECOT_USER, imapPort, lmtpPort, smtpPort }),
  );
  const eximFile = written("exim.conf", eximConfig({ folder: eximFolder, mailboxes, smtpPort, lmtpPort, handedOver }));
  const dovecot = await startProgram({
    program: "dovecot",
    arguments: ["-F", "-c", dovecotFile],
    user: DOVECOT_USER,
    port: imapPort,
  });
  const exim = await startProgram({
    program: "exim4",
    arguments: ["-C", eximFile, "-bdf", "-q10s"],
    user: EXIM_USER,
    port: smtpPort,
  });
  return {
    smtpPort,
    imapPort,
    password: PASSWORD,
    goOnHoliday: (mailbox, words) => {
      const script = `require ["vacation"];\nvacation :days 1 :subject "Trả lời tự động" "${words}";\n`;
      writeFileSync(join(dovecotFolder, mailbox, ".dovecot.sieve"), script);
    },
    log: () =>
      [exim.said(), dovecot.said(), logIn(eximFolder, "mainlog"), logIn(dovecotFolder, "dovecot.log")].join("\n"),
    close: async () => {
      await Promise.all([exim.stop(), dovecot.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function logIn(folder: string, name: string): string {
  try {
    return readFileSync(join(folder, name), "utf8");
  } catch {
    return "";
  }
}
