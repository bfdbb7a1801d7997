import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, ownerOf, startProgram, until, withoutPrograms } from "./programs.ts";

/** Kannel between this program and a fake network, each as a process of its own on ports that nobody else uses. */
export type Kannel = {
  /** Of its smsbox, as a connection's settings have it. */
  url: string;
  user: string;
  password: string;
  /** A telephone writes, as fakesmsc wants it: `sender receiver type text`. It stays on, to get what is sent. */
  write: (message: string) => Promise<void>;
  /** What the telephones got: `VNTT +84912345678 text …`. */
  got: () => string[];
  log: () => string;
  close: () => Promise<void>;
};

const FAKE_NETWORK = "/usr/lib/kannel/test/fakesmsc";
const USER = "nobody";

/** For `skip`: what keeps Kannel from running here. */
export function withoutKannel(): string | false {
  const missing = withoutPrograms("bearerbox", "smsbox");
  if (missing !== false) return missing;
  try {
    accessSync(FAKE_NETWORK, constants.X_OK);
    return false;
  } catch {
    return "fakesmsc not found: bin/install-test-servers brings it on Debian (kannel-extras)";
  }
}

/** @param getUrl where smsbox brings what telephones write, with Kannel's own signs in it */
export async function startKannel(getUrl: string): Promise<Kannel> {
  const folder = mkdtempSync(join(tmpdir(), "hoiam-kannel-"));
  mkdirSync(join(folder, "store"));
  for (const path of [folder, join(folder, "store")]) chmodSync(path, 0o777);
  const [adminPort, boxPort, networkPort, sendPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const config = join(folder, "kannel.conf");
  const [user, password] = ["hoiam", "mat-khau"];
  writeFileSync(config, kannelConfig({ folder, adminPort, boxPort, networkPort, sendPort, user, password, getUrl }));
  chmodSync(config, 0o644);
  const bearerbox = await startProgram({ program: "bearerbox", arguments: [config], user: USER, port: adminPort });
  const smsbox = await startProgram({ program: "smsbox", arguments: [config], user: USER, port: sendPort });
  const got: string[] = [];
  let network: FakeNetwork | undefined;
  const write = async (message: string) => {
    // The network has room for one at a time.
    await ended(network);
    network = fakeNetwork(networkPort, { message, got });
    await until("the telephone to have written", () => (network?.hasSent() ? true : undefined));
  };
  return {
    url: `http://127.0.0.1:${sendPort}`,
    user,
    password,
    write,
    got: () => got,
    log: () =>
      ["bearerbox", "smsbox"].map((name) => readFileSync(join(folder, `${name}.log`), "utf8").slice(-4000)).join("\n"),
    close: async () => {
      await ended(network);
      await smsbox.stop();
      await bearerbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type FakeNetwork = { child: ChildProcess; hasSent: () => boolean };

/** A telephone that writes one message, and notes what it gets. Of several, fakesmsc would write any. */
function fakeNetwork(port: number, { message, got }: { message: string; got: string[] }): FakeNetwork {
  const child = spawn(FAKE_NETWORK, ["-H", "127.0.0.1", "-r", String(port), "-m", "1", message], {
    ...ownerOf(USER),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let hasSent = false;
  const hear = (chunk: Buffer) => {
    const lines = `${said}${chunk.toString()}`.split("\n");
    said = lines.pop() ?? "";
    for (const line of lines) {
      hasSent ||= line.includes("sent message 1");
      const received = /Got message \d+: <(.*)>$/.exec(line)?.[1];
      if (received !== undefined) got.push(received);
    }
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  return { child, hasSent: () => hasSent };
}

async function ended(network: FakeNetwork | undefined): Promise<void> {
  if (!network || network.child.exitCode !== null || network.child.signalCode !== null) return;
  const gone = once(network.child, "exit");
  network.child.kill("SIGKILL");
  await gone;
}

type Settings = Record<"folder" | "user" | "password" | "getUrl", string> &
  Record<"adminPort" | "boxPort" | "networkPort" | "sendPort", number>;

function kannelConfig({ folder, adminPort, boxPort, networkPort, sendPort, user, password, getUrl }: Settings): string {
  return `
group = core
admin-port = ${adminPort}
admin-interface = 127.0.0.1
admin-password = ${password}
admin-allow-ip = 127.0.0.1
smsbox-port = ${boxPort}
box-allow-ip = 127.0.0.1
log-file = ${folder}/bearerbox.log
log-level = 1
store-type = spool
store-location = ${folder}/store
sms-combine-concatenated-mo = true

group = smsc
smsc = fake
smsc-id = network
port = ${networkPort}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sendPort}
sendsms-interface = 127.0.0.1
log-file = ${folder}/smsbox.log
log-level = 1
http-request-retry = 3
http-queue-delay = 1

group = sendsms-user
username = ${user}
password = ${password}
max-messages = 10
concatenation = true

group = sms-service
keyword = default
get-url = "${getUrl}"
max-messages = 0
`;
}
