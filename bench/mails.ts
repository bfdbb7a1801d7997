import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { openBenchDatabase } from "./bench-database.ts";
import type { MailInAnswer } from "./mail-in-process.ts";
import { figure, measuredOf, type Measured } from "./measures.ts";
import { startProcess } from "./processes.ts";
import { keepResults } from "./results.ts";

const AT_ONCE = 8;
/** A provider of 30,000 complaints a month has some ten mails a minute at its busiest. */
const PER_SECOND_MIN = 20;
const ATTACHED_BYTES = 60_000;

/** Mails handed over by LMTP, each answered for when it is kept and its complaint registered; one in five carries a picture of 60 kB. */
export async function benchMails({ seconds = 15 }: { seconds?: number } = {}): Promise<void> {
  const database = await openBenchDatabase();
  const program = startProcess("mail-in-process.ts");
  try {
    const { port } = await program.ask<MailInAnswer>({ appUrl: database.appUrl });
    await sendFor(port, { clients: AT_ONCE, seconds: 3 });
    const before = await registered(database.admin);
    const many = await sendFor(port, { clients: AT_ONCE, seconds });
    const made = (await registered(database.admin)) - before;
    if (made !== many.count) throw new Error(`${many.count} mails became ${made} complaints`);
    const one = await sendFor(port, { clients: 1, seconds: Math.ceil(seconds / 3) });
    keepResults("mails", {
      rows: [
        {
          what: `mail in over LMTP to complaint registered, ${AT_ONCE} at once`,
          measured: `${figure(many.perSecond)} /s, p95 ${figure(many.p95)} ms`,
          target: `≥ ${PER_SECOND_MIN} /s`,
          reached: many.perSecond >= PER_SECOND_MIN,
        },
        { what: "one client: p50", measured: `${figure(one.p50)} ms, ${figure(one.perSecond)} /s` },
      ],
      notes: [
        `${many.count} mails of some 600 B, each fifth with a picture of ${ATTACHED_BYTES / 1000} kB: read in a thread of its own, original and picture on disk with fsync.`,
        "Answered with 250 only after the complaint was registered: what is measured is end to end.",
      ],
    });
  } finally {
    await program.end();
    await database.stop();
  }
}

type Admin = Awaited<ReturnType<typeof openBenchDatabase>>["admin"];

async function registered(admin: Admin): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(
    "select count(*)::integer as n from event where type = 'ComplaintRegistered'",
  );
  return rows[0]?.n ?? 0;
}

let sent = 0;

async function sendFor(port: number, { clients, seconds }: { clients: number; seconds: number }): Promise<Measured> {
  const timesMs: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const line = await lineTo(port);
      while (performance.now() < until) {
        sent += 1;
        const mail = mailOf(sent);
        const started = performance.now();
        await line.say("MAIL FROM:<hoa@khach.example>", "250");
        await line.say("RCPT TO:<khieunai@vntt.example>", "250");
        await line.say("DATA", "354");
        await line.say(mail, "250");
        timesMs.push(performance.now() - started);
      }
      line.end();
    }),
  );
  return measuredOf(timesMs, performance.now() - began);
}

/** A connection to the receiver, on which one line is said at a time. */
async function lineTo(port: number): Promise<{ say: (line: string, code: string) => Promise<void>; end: () => void }> {
  const socket = createConnection({ port, host: "127.0.0.1", noDelay: true });
  await heard(socket, "220");
  const say = async (line: string, code: string) => {
    const answer = heard(socket, code);
    socket.write(`${line}\r\n`);
    await answer;
  };
  await say("LHLO bench.example", "250");
  return { say, end: () => socket.destroy() };
}

async function heard(socket: Socket, code: string): Promise<void> {
  let said = "";
  for (;;) {
    const [data] = (await once(socket, "data")) as [Buffer];
    said += data.toString("latin1");
    const last = said.trimEnd().split("\r\n").at(-1) ?? "";
    if (!said.endsWith("\r\n") || last[3] === "-") continue;
    if (!last.startsWith(code)) throw new Error(`instead of ${code}: ${last}`);
    return;
  }
}

function mailOf(n: number): string {
  const head = [
    `From: =?utf-8?Q?Kh=C3=A1ch_h=C3=A0ng_${n}?= <khach${n}@khach.example>`,
    "To: khieunai@vntt.example",
    `Subject: =?utf-8?B?${Buffer.from(`Mất mạng từ sáng ${n}`).toString("base64")}?=`,
    `Message-ID: <${n}.${process.pid}@khach.example>`,
    "Date: Mon, 09 Nov 2026 09:30:00 +0700",
    "MIME-Version: 1.0",
  ];
  const text = `Kính gửi VNTT,\r\n\r\nNhà tôi mất mạng internet từ 6 giờ sáng nay, số hợp đồng HĐ-${n}. Nhờ đơn vị kiểm tra giúp.\r\n\r\nTrân trọng.`;
  const plain = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", text];
  if (n % 5 !== 0) return [...head, ...plain, "."].join("\r\n");
  const picture = randomBytes(ATTACHED_BYTES)
    .toString("base64")
    .replaceAll(/(.{76})/g, "$1\r\n");
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary="bench"',
    "",
    "--bench",
    ...plain,
    "--bench",
    'Content-Type: image/jpeg; name="anh.jpg"',
    "Content-Disposition: attachment; filename=anh.jpg",
    "Content-Transfer-Encoding: base64",
    "",
    picture,
    "--bench--",
    ".",
  ].join("\r\n");
}

if (import.meta.main) await benchMails();
