import { randomUUID } from "node:crypto";
import { lookup } from "node:dns/promises";
import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { step, STEP_MS_MAX, type TestStep } from "../connection-kind.ts";
import { connectionTo } from "./connection-to.ts";
import { messageBytes } from "./message.ts";
import { dkimFor, domainOf, replyToOf, type MailSettings } from "./settings.ts";

type Server = Pick<MailSettings, "host" | "port" | "secure" | "tls" | "signIn">;
type Letter = { from: string; to: string; bytes: Buffer };

const SUBJECT = "Thư thử · Test message";
const TEXT =
  "Đây là thư thử kết nối; không cần trả lời.\nMáy chủ thư gửi đi làm việc bình thường.\n\nThis is a test of the connection; no answer is needed.\n";

/** Sends a test message of an organisation to one address, signed and addressed as its mail is. */
export async function testMail(
  settings: MailSettings,
  { organisation, from, to }: { organisation: string; from: string; to: string },
  signal: AbortSignal,
): Promise<TestStep[]> {
  const message = {
    messageId: `<${randomUUID()}@${domainOf(from)}>`,
    from: { name: organisation, address: from },
    replyTo: replyToOf(settings, organisation),
    to,
    subject: SUBJECT,
    text: TEXT,
    thread: [],
    isAutomatic: true,
    attachments: [],
  };
  return testServer(settings, { from, to, bytes: await messageBytes(message, dkimFor(settings, from)) }, signal);
}

/** Sends one message as `handOver` would, and tells each step as it ended, in the server's own words. Never throws. */
export async function testServer(server: Server, letter: Letter, signal: AbortSignal): Promise<TestStep[]> {
  const found = await resolveHost(server.host);
  if (!found.ok) return [found];
  const connection = connectionTo(server, { phaseMs: STEP_MS_MAX, silenceMs: STEP_MS_MAX });
  const cutOff = () => connection.close();
  signal.addEventListener("abort", cutOff, { once: true });
  try {
    return [found, ...(await stepsOn(connection, server, letter))];
  } finally {
    signal.removeEventListener("abort", cutOff);
    connection.on("error", () => undefined);
    connection.quit();
  }
}

async function resolveHost(host: string): Promise<TestStep> {
  try {
    const found = await lookup(host, { all: true });
    return step("resolve-host", true, found.map(({ address }) => address).join(", "));
  } catch (error) {
    return step("resolve-host", false, messageOf(error));
  }
}

async function stepsOn(connection: SMTPConnection, server: Server, letter: Letter): Promise<TestStep[]> {
  const secrets = { password: server.signIn?.password ?? "" };
  const connected = await outcomeOf(connection, (done) => connection.connect(done));
  if (connected !== null) {
    const isTls = isAboutTls(connected);
    const reached = step("connect", isTls, isTls ? `${server.host}:${server.port}` : wordsOf(connected), secrets);
    return isTls ? [reached, step("tls", false, wordsOf(connected), secrets)] : [reached];
  }
  const steps = [step("connect", true, `${server.host}:${server.port}`)];
  if (connection.secure) steps.push(step("tls", true));
  if (server.signIn) {
    const { user, password: pass } = server.signIn;
    const refused = await outcomeOf(connection, (done) => connection.login({ user, pass }, done));
    steps.push(step("sign-in", refused === null, refused && wordsOf(refused), secrets));
    if (refused !== null) return steps;
  }
  const { from, to, bytes } = letter;
  const message = Readable.from([bytes], { objectMode: false });
  const failed = await outcomeOf(connection, (done) => connection.send({ from, to: [to] }, message, done));
  return [...steps, step("send", failed === null, failed ? wordsOf(failed) : to, secrets)];
}

/** Null: it went well. Whatever breaks the connection meanwhile is how it ended, too. */
function outcomeOf(
  connection: SMTPConnection,
  begin: (done: (error?: Error | null) => void) => void,
): Promise<Error | null> {
  return new Promise((resolve) => {
    const broke = (error: Error) => resolve(error);
    const ended = () => resolve(new Error("the connection ended"));
    connection.once("error", broke);
    connection.once("end", ended);
    begin((error) => {
      connection.off("error", broke);
      connection.off("end", ended);
      resolve(error ?? null);
    });
  });
}

function isAboutTls(error: Error): boolean {
  const { code, originalCode, command } = error as { code?: unknown; originalCode?: unknown; command?: unknown };
  if (code === "ETLS" || command === "STARTTLS") return true;
  return [code, originalCode].some(
    (each) =>
      typeof each === "string" && /^(?:CERT_|ERR_TLS|ERR_SSL|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_)/.test(each),
  );
}

/** The server's own answer where there is one. */
function wordsOf(error: Error): string {
  const { response } = error as { response?: unknown };
  return typeof response === "string" && response !== "" ? response : messageOf(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
