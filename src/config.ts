import { isIP } from "node:net";
import { isAbsolute, join, resolve } from "node:path";
import { z } from "zod";
import { CannotStart } from "./cannot-start.ts";
import { mailConfigOf, mailEnvironment, mailProblems, type MailConfig } from "./config-mail.ts";
import { sealConfigOf, sealEnvironment, sealProblems, type SealConfig } from "./config-seal.ts";
import { mailInEnvironment, type MailInConfig } from "./config-mail-in.ts";

/** The folder of the program itself: where `package.json` and `procedures/` are. */
export const PROJECT_FOLDER = resolve(import.meta.dirname, "..");

/** Everything that the environment decides, read once at the start. */
export interface Config {
  /** Where the web server listens. `host` is an address of this machine; `0.0.0.0` or `::` opens it to the network. */
  host: string;
  port: number;
  /** The address that people type, without a slash at its end: it stands in letters and e-mails. */
  publicUrl: string;
  /** Addresses and networks of the proxies in front that are believed when they say for whom they ask. */
  trustedProxies: string[];
  /** Absolute. The embedded database and the attachments are kept here. */
  dataFolder: string;
  /** A PostgreSQL of the operator's own; undefined: the embedded one. */
  databaseUrl: string | undefined;
  /** Signs in there as the owner of the tables, for migrations; undefined: the same user does both. */
  ownerUrl: string | undefined;
  /** Whether an empty database is filled with the demonstration providers, their staff and their complaints. */
  demo: boolean;
  /** Absolute. A folder of the operator's own packs, read beside the project's `procedures/`. */
  proceduresFolder: string | undefined;
  logLevel: (typeof LOG_LEVELS)[number];
  /** An S3-compatible bucket for the attachments; undefined: they are kept in the data folder. */
  bucket: BucketConfig | undefined;
  /** The ClamAV that looks at attachments; undefined: none does. */
  clamd: { path: string } | { host: string; port: number } | undefined;
  /** Absolute. LibreOffice's program, which sets Word templates as PDF; undefined: one at a usual place, if it is there. */
  office: string | undefined;
  /** How mail leaves; undefined: none does. */
  mail: MailConfig | undefined;
  /** Where mail servers hand mail over; undefined: nowhere. Mailboxes are connected in the organisation's settings. */
  mailIn: MailInConfig | undefined;
  /** With what issued papers are sealed; empty: with nothing. */
  seals: SealConfig;
  /** What seals the secrets of connections: the key itself, or the absolute path of its file; undefined: a file in the data folder. */
  secretsKey: { text: string } | { file: string } | undefined;
}

/** Where a bucket is, and by which keys it is written. */
export interface BucketConfig {
  /** Address of the service, without the bucket's name. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const Environment = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be an address or a name of this machine, such as 0.0.0.0")
    .default("127.0.0.1"),
  PORT: z
    .string()
    .regex(/^\d+$/, "must be a number from 1 to 65535, such as 8080")
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, "must be a number from 1 to 65535, such as 8080")
    .default(8080),
  DATABASE_URL: z.string().refine(isDatabaseUrl, "must read postgres://user:password@host:5432/database").optional(),
  HOIAM_OWNER_URL: z
    .string()
    .refine(isDatabaseUrl, "must read postgres://owner:password@host:5432/database")
    .optional(),
  HOIAM_DATA: z.string().default("data"),
  HOIAM_DEMO: z
    .enum(["on", "off", "1", "0", "true", "false"], "must be on or off")
    .transform((value) => value === "on" || value === "1" || value === "true")
    .optional(),
  HOIAM_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "must be a web address, such as https://complaints.example.vn" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  HOIAM_TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(",").map((each) => each.trim()))
    .refine((list) => list.every(isProxy), "must be addresses or networks of proxies, such as 10.0.0.5, 10.1.0.0/16")
    .optional(),
  HOIAM_PROCEDURES: z.string().transform(fromProject).optional(),
  HOIAM_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("warn"),
  HOIAM_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "must be the name of a bucket")
    .optional(),
  HOIAM_BUCKET_URL: z
    .url({ protocol: /^https?$/, error: "must be the address of the service, such as https://s3.example.vn" })
    .optional(),
  HOIAM_BUCKET_KEY: z.string().optional(),
  HOIAM_BUCKET_SECRET: z.string().optional(),
  HOIAM_BUCKET_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, "must be a region's name, such as us-east-1")
    .optional(),
  HOIAM_CLAMD: z
    .string()
    .regex(/^(\/.+|[\w.-]+:\d{1,5})$/, "must be the path of clamd's socket, or its machine and port: 10.0.0.7:3310")
    .transform(clamdOf)
    .optional(),
  HOIAM_OFFICE: z.string().transform(fromProject).optional(),
  ...mailEnvironment,
  ...mailInEnvironment,
  ...sealEnvironment,
  HOIAM_SECRETS_KEY: z.string().min(32, "must have at least 32 characters that nobody can guess").optional(),
  HOIAM_SECRETS_KEY_FILE: z.string().optional(),
});

/** All of these, or none. */
const BUCKET_NEEDS = ["HOIAM_BUCKET", "HOIAM_BUCKET_URL", "HOIAM_BUCKET_KEY", "HOIAM_BUCKET_SECRET"] as const;

/**
 * Reads the environment, where an empty value counts as not set.
 *
 * @throws CannotStart with exit code 2 and one line that names each wrong variable. Values are not repeated: they may be secret.
 */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const known = Object.keys(Environment.shape);
  const mistyped = Object.keys(environment).filter((name) => name.startsWith("HOIAM_") && !isKnown(name, known));
  const set = Object.fromEntries(known.map((name) => [name, environment[name]?.trim() || undefined]));
  const parsed = Environment.safeParse(set);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")} ${issue.message}`),
    ...bucketProblems(set),
    ...mailProblems(set),
    ...sealProblems(set),
    ...(set["HOIAM_SECRETS_KEY"] !== undefined && set["HOIAM_SECRETS_KEY_FILE"] !== undefined
      ? ["HOIAM_SECRETS_KEY and HOIAM_SECRETS_KEY_FILE are two ways of saying one thing: leave one out"]
      : []),
    ...(set["HOIAM_OWNER_URL"] !== undefined && set["DATABASE_URL"] === undefined
      ? ["HOIAM_OWNER_URL needs DATABASE_URL beside it"]
      : []),
    ...mistyped.map((name) => `${name} is not a setting (there are ${known.join(", ")})`),
  ];
  if (!parsed.success || problems.length > 0) {
    throw new CannotStart(`The configuration is wrong: ${problems.join("; ")}.`, { exitCode: 2 });
  }
  const values = parsed.data;
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.HOIAM_PUBLIC_URL ?? `http://${addressForPeople(values.HOST)}:${values.PORT}`,
    // A proxy on this machine.
    trustedProxies: values.HOIAM_TRUSTED_PROXIES ?? ["127.0.0.0/8", "::1"],
    dataFolder: fromProject(values.HOIAM_DATA),
    databaseUrl: values.DATABASE_URL,
    ownerUrl: values.HOIAM_OWNER_URL,
    // A server of the operator's own is for real work: nothing invented is put there unasked.
    demo: values.HOIAM_DEMO ?? values.DATABASE_URL === undefined,
    proceduresFolder: values.HOIAM_PROCEDURES,
    logLevel: values.HOIAM_LOG_LEVEL,
    bucket: bucketOf(values),
    clamd: values.HOIAM_CLAMD,
    office: values.HOIAM_OFFICE,
    mail: mailConfigOf(values, fromProject),
    seals: sealConfigOf(values, fromProject),
    mailIn: values.HOIAM_MAIL_IN,
    secretsKey: secretsKeyIn(values),
  };
}

/** Where packs, shared parts and law are looked for: the program's own, then the operator's. */
export function procedureFolders({ proceduresFolder }: Pick<Config, "proceduresFolder">): string[] {
  const own = join(PROJECT_FOLDER, "procedures");
  return proceduresFolder === undefined ? [own] : [own, proceduresFolder];
}

function bucketProblems(set: Record<string, string | undefined>): string[] {
  const missing = BUCKET_NEEDS.filter((name) => set[name] === undefined);
  const isAsked = missing.length < BUCKET_NEEDS.length || set["HOIAM_BUCKET_REGION"] !== undefined;
  return isAsked ? missing.map((name) => `${name} is needed for a bucket too`) : [];
}

function bucketOf(values: z.infer<typeof Environment>): BucketConfig | undefined {
  const { HOIAM_BUCKET: bucket, HOIAM_BUCKET_URL: endpoint, HOIAM_BUCKET_REGION: region = "us-east-1" } = values;
  const { HOIAM_BUCKET_KEY: accessKeyId, HOIAM_BUCKET_SECRET: secretAccessKey } = values;
  if (!bucket || !endpoint || !accessKeyId || !secretAccessKey) return undefined;
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

function secretsKeyIn(values: z.infer<typeof Environment>): Config["secretsKey"] {
  const { HOIAM_SECRETS_KEY: text, HOIAM_SECRETS_KEY_FILE: file } = values;
  if (text !== undefined) return { text };
  return file === undefined ? undefined : { file: fromProject(file) };
}

function clamdOf(text: string): NonNullable<Config["clamd"]> {
  if (text.startsWith("/")) return { path: text };
  const [host = "", port] = text.split(":");
  return { host, port: Number(port) };
}

// The test runner hands its server to the specs, and these may start the program.
function isKnown(name: string, known: string[]): boolean {
  return known.includes(name) || name.startsWith("HOIAM_TEST_");
}

/** One that stands for every address there is would let anybody say to be anybody. */
function isProxy(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

function isDatabaseUrl(value: string): boolean {
  const url = URL.parse(value);
  return (url?.protocol === "postgres:" || url?.protocol === "postgresql:") && url.pathname.length > 1;
}

function fromProject(path: string): string {
  return isAbsolute(path) ? path : join(PROJECT_FOLDER, path);
}

function addressForPeople(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
