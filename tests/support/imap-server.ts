import { createServer, type AddressInfo, type Socket } from "node:net";

type Message = { uid: number; flags: Set<string>; internalDate: Date; bytes: Buffer };
type Folder = { uidValidity: number; uidNext: number; messages: Message[] };

/** An IMAP server of this machine with one user, `hoiam` with the password `mật-khẩu`: as much of RFC 3501 as a reader of mailboxes uses. */
export type ImapServer = {
  port: number;
  /** Commands as they came, without their tags. */
  commands: string[];
  deliver(raw: string | Buffer, how?: { at?: Date; flags?: string[]; folder?: string }): number;
  flagsOf(uid: number, folder?: string): string[] | undefined;
  folder(name: string): Folder;
  /** Counts anew, as after a mailbox was restored. */
  renumber(): void;
  /** Cuts every connection off. */
  drop(): void;
  close(): Promise<void>;
};

export async function openImapServer({ hasIdle = true } = {}): Promise<ImapServer> {
  const folders = new Map<string, Folder>([
    ["INBOX", { uidValidity: 1, uidNext: 1, messages: [] }],
    ["Da nhan", { uidValidity: 1, uidNext: 1, messages: [] }],
  ]);
  const folder = (name: string): Folder => {
    const found = folders.get(name);
    if (!found) throw new Error(`no folder ${name}`);
    return found;
  };
  const commands: string[] = [];
  const sessions = new Map<Socket, { selected: string | undefined; idling: string | undefined }>();
  const tellAll = (name: string) => {
    for (const [socket, { selected, idling }] of sessions)
      if (selected === name && idling !== undefined) socket.write(`* ${folder(name).messages.length} EXISTS\r\n`);
  };
  const server = createServer((socket) => {
    const session = { selected: undefined as string | undefined, idling: undefined as string | undefined };
    sessions.set(socket, session);
    socket.on("error", () => undefined);
    socket.on("close", () => sessions.delete(socket));
    socket.write("* OK ready\r\n");
    let rest = "";
    socket.on("data", (data) => {
      rest += data.toString("utf8");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (line === "DONE" && session.idling !== undefined) {
          socket.write(`${session.idling} OK done\r\n`);
          session.idling = undefined;
        } else answer(line, socket, session);
      }
    });
  });

  const answer = (
    line: string,
    socket: Socket,
    session: { selected: string | undefined; idling: string | undefined },
  ) => {
    const [tag = "", ...words] = line.split(" ");
    const said = words.join(" ");
    commands.push(said.replace(/^LOGIN .*/, "LOGIN"));
    const verb = (words[0] === "UID" ? `UID ${words[1]}` : (words[0] ?? "")).toUpperCase();
    const ok = (text = "done") => socket.write(`${tag} OK ${text}\r\n`);
    const here = session.selected === undefined ? undefined : folder(session.selected);
    switch (verb) {
      case "CAPABILITY":
        socket.write(`* CAPABILITY IMAP4rev1 ID UIDPLUS MOVE${hasIdle ? " IDLE" : ""}\r\n`);
        return ok();
      case "LOGIN":
        return said === 'LOGIN "hoiam" "mật-khẩu"' || said === "LOGIN hoiam mật-khẩu"
          ? ok()
          : socket.write(`${tag} NO [AUTHENTICATIONFAILED] Wrong name or password\r\n`);
      case "ID":
        socket.write("* ID NIL\r\n");
        return ok();
      case "NAMESPACE":
        socket.write('* NAMESPACE (("" "/")) NIL NIL\r\n');
        return ok();
      case "LIST":
      case "LSUB":
        if (said === 'LIST "" ""') socket.write('* LIST (\\Noselect) "/" ""\r\n');
        else for (const name of folders.keys()) socket.write(`* ${verb} (\\HasNoChildren) "/" "${name}"\r\n`);
        return ok();
      case "SELECT":
      case "EXAMINE": {
        const name = said.slice(verb.length + 1).replaceAll('"', "");
        const found = folders.get(name);
        if (!found) return socket.write(`${tag} NO [NONEXISTENT] Mailbox doesn't exist: ${name}\r\n`);
        session.selected = name;
        socket.write(`* FLAGS (\\Seen \\Deleted)\r\n* ${found.messages.length} EXISTS\r\n* 0 RECENT\r\n`);
        socket.write(`* OK [PERMANENTFLAGS (\\Seen \\Deleted \\*)] ok\r\n`);
        socket.write(`* OK [UIDVALIDITY ${found.uidValidity}] ok\r\n* OK [UIDNEXT ${found.uidNext}] ok\r\n`);
        return ok(verb === "SELECT" ? "[READ-WRITE] done" : "[READ-ONLY] done");
      }
      case "UID SEARCH": {
        const from = Number(/UID (\d+):\*/.exec(said.slice(4))?.[1] ?? 1);
        const all = here?.messages ?? [];
        // `n:*` names the last one in any event.
        const uids = all.filter(({ uid }, index) => uid >= from || index === all.length - 1).map(({ uid }) => uid);
        socket.write(`* SEARCH${uids.map((uid) => ` ${uid}`).join("")}\r\n`);
        return ok();
      }
      case "UID FETCH": {
        const uid = Number(words[2]);
        const index = here?.messages.findIndex((each) => each.uid === uid) ?? -1;
        const message = here?.messages[index];
        if (message) socket.write(fetched(index + 1, message, said));
        return ok();
      }
      case "UID STORE": {
        const message = here?.messages.find(({ uid }) => uid === Number(words[2]));
        for (const [flag] of said.matchAll(/\\\w+/g)) message?.flags.add(flag);
        return ok();
      }
      case "UID MOVE": {
        const index = here?.messages.findIndex(({ uid }) => uid === Number(words[2])) ?? -1;
        const [message] = index < 0 ? [] : (here?.messages.splice(index, 1) ?? []);
        const to = folder(words.slice(3).join(" ").replaceAll('"', ""));
        if (message) {
          to.messages.push({ ...message, uid: to.uidNext });
          to.uidNext += 1;
          socket.write(`* ${index + 1} EXPUNGE\r\n`);
        }
        return ok();
      }
      case "IDLE":
        session.idling = tag;
        return socket.write("+ idling\r\n");
      case "LOGOUT":
        socket.write(`* BYE\r\n`);
        ok();
        return socket.end();
      case "NOOP":
        if (session.selected !== undefined) socket.write(`* ${folder(session.selected).messages.length} EXISTS\r\n`);
        return ok();
      default:
        return socket.write(`${tag} BAD unknown command\r\n`);
    }
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    commands,
    folder,
    deliver: (raw, { at = new Date(), flags = [], folder: name = "INBOX" } = {}) => {
      const to = folder(name);
      const uid = to.uidNext;
      to.uidNext += 1;
      to.messages.push({ uid, flags: new Set(flags), internalDate: at, bytes: Buffer.from(raw) });
      tellAll(name);
      return uid;
    },
    flagsOf: (uid, name = "INBOX") => {
      const message = folder(name).messages.find((each) => each.uid === uid);
      return message && [...message.flags].toSorted();
    },
    renumber: () => {
      const inbox = folder("INBOX");
      inbox.uidValidity += 1;
      inbox.uidNext = 1;
      for (const message of inbox.messages) {
        message.uid = inbox.uidNext;
        inbox.uidNext += 1;
      }
    },
    drop: () => {
      for (const socket of sessions.keys()) socket.destroy();
    },
    close: async () => {
      for (const socket of sessions.keys()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function fetched(sequence: number, { uid, flags, internalDate, bytes }: Message, asked: string): Buffer {
  const parts = [`UID ${uid}`];
  if (asked.includes("FLAGS")) parts.push(`FLAGS (${[...flags].join(" ")})`);
  if (asked.includes("RFC822.SIZE")) parts.push(`RFC822.SIZE ${bytes.length}`);
  if (asked.includes("INTERNALDATE")) parts.push(`INTERNALDATE "${dateText(internalDate)}"`);
  const section = /BODY(?:\.PEEK)?\[\](?:<(\d+)\.(\d+)>)?/.exec(asked);
  if (!section) return Buffer.from(`* ${sequence} FETCH (${parts.join(" ")})\r\n`);
  const [, start, length] = section;
  const body = start === undefined ? bytes : bytes.subarray(Number(start), Number(start) + Number(length));
  const name = start === undefined ? "BODY[]" : `BODY[]<${start}>`;
  const head = `* ${sequence} FETCH (${parts.join(" ")} ${name} {${body.length}}\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from(")\r\n")]);
}

function dateText(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${two(date.getUTCDate())}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()}`;
  return `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}
