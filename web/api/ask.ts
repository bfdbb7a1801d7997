import type { Operations, Problem } from "./contract.ts";

export type Operation = keyof Operations;
export type Answer<Op extends Operation> = Operations[Op]["answer"];
/** What the address, the query and the body of an operation take. */
export type Parts<Op extends Operation> = Omit<Operations[Op], "answer">;

/** What was sent along besides: the version that was read, the person acted for, a key against doing it twice. */
export interface Sending {
  ifMatch?: string | number | undefined;
  idempotencyKey?: string | undefined;
  /** What a customer exchanged a one-time code for. */
  pass?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** A refusal of the server, in its own words. `Problem.detail` is Vietnamese, `messages` has both languages. */
export class ServerProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ServerProblem";
    this.problem = problem;
  }
  /** The stable word of the problem: `guard-not-met`. */
  get code(): string {
    return this.problem.type.split("/").at(-1) ?? "";
  }
}

/** The server could not be reached: the network is gone, or the server is. Nothing is known of what was asked. */
export class NoConnection extends Error {}

const ACCEPT = { accept: "application/json" };
/** An answer that was asked for early is not fresh for longer. */
const EARLY_MS_MAX = 10_000;

const early = new Map<string, Promise<Response>>();
let actingFor: string | undefined;

/** From now on every request acts for this absent person; undefined: for oneself. */
export function actFor(personId: string | undefined): void {
  actingFor = personId;
}

type Person = { organisation: string; personId: string };
let askingAs: string | undefined;

/**
 * From now on every request says whose pages these are, and is refused where somebody else has signed in with this browser since:
 * what one person typed is never sent in the name of another.
 */
export function askAs(person: Person | undefined): void {
  askingAs = person && whoIs(person);
}

/** Whose pages these are, as `whoIs` names them. */
export function pagesOf(): string | undefined {
  return askingAs;
}

export function whoIs({ organisation, personId }: Person): string {
  return encodeURIComponent(`${organisation}/${personId}`);
}

function ownHeaders(): Headers {
  const headers = new Headers(ACCEPT);
  if (askingAs !== undefined) headers.set("hoiam-as", askingAs);
  if (actingFor !== undefined) headers.set("hoiam-acting-for", actingFor);
  return headers;
}

/** Asks the server one operation of its contract. Throws `ServerProblem` and `NoConnection`. */
export async function ask<Op extends Operation>(
  operation: Op,
  parts: Parts<Op>,
  { ifMatch, idempotencyKey, pass, signal }: Sending = {},
): Promise<Answer<Op>> {
  const [method = "GET"] = operation.split(" ");
  const { body } = parts as { body?: unknown };
  const address = addressOf(operation, parts);
  const asked = method === "GET" && actingFor === undefined ? early.get(address) : undefined;
  early.delete(address);
  if (asked) return answerOf(await asked);
  const headers = ownHeaders();
  if (body !== undefined) headers.set("content-type", "application/json");
  if (ifMatch !== undefined) headers.set("if-match", typeof ifMatch === "number" ? `"${ifMatch}"` : ifMatch);
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  if (pass !== undefined) headers.set("hoiam-pass", pass);
  const request: RequestInit = { method, headers, credentials: "same-origin" };
  if (body !== undefined) request.body = JSON.stringify(body);
  if (signal) request.signal = signal;
  return answerOf(await reached(address, request));
}

/**
 * Asks for what a page is about to ask for, while the page itself is still on its way. Whoever asks the same first takes the
 * answer over; one that nobody took in time is forgotten.
 */
export function askEarly<Op extends Extract<Operation, `GET ${string}`>>(operation: Op, parts: Parts<Op>): void {
  const address = addressOf(operation, parts);
  const forget = () => void early.delete(address);
  const asked = reached(address, { headers: ACCEPT, credentials: "same-origin" });
  early.set(address, asked);
  asked.catch(forget);
  setTimeout(forget, EARLY_MS_MAX);
}

/** Uploads one file and gives what the server calls it: a document to hand in with a verb. `to`: a customer's go to the provider. */
export async function upload(
  file: Blob,
  name: string,
  { signal, to = "/attachments" }: { signal?: AbortSignal | undefined; to?: string } = {},
): Promise<Answer<"POST /attachments">> {
  const body = new FormData();
  body.append("file", file, name);
  const request: RequestInit = { method: "POST", headers: ownHeaders(), body, credentials: "same-origin" };
  if (signal) request.signal = signal;
  return answerOf(await reached(`/api/v1${to}`, request));
}

/** Hands one file in to an operation that takes it as `multipart/form-data`. */
export async function handIn<Op extends Operation>(
  operation: Op,
  parts: Parts<Op>,
  file: Blob,
  name: string,
): Promise<Answer<Op>> {
  const body = new FormData();
  body.append("file", file, name);
  const request: RequestInit = { method: "POST", headers: ownHeaders(), body, credentials: "same-origin" };
  return answerOf(await reached(addressOf(operation, parts), request));
}

/** A document of the server, to be kept by whoever asked. */
export async function download<Op extends Operation>(
  operation: Op,
  parts: Parts<Op>,
  { pass }: Pick<Sending, "pass">,
): Promise<Blob> {
  const headers = ownHeaders();
  if (pass !== undefined) headers.set("hoiam-pass", pass);
  const response = await reached(addressOf(operation, parts), { headers, credentials: "same-origin" });
  return response.ok ? response.blob() : answerOf<Blob>(response);
}

/** The answer to a question as it comes in: for files that are longer than anybody waits without a word. */
export async function openAnswer<Op extends Operation>(
  operation: Op,
  parts: Parts<Op>,
  signal: AbortSignal,
): Promise<Response> {
  const [method = "GET"] = operation.split(" ");
  const { body } = parts as { body?: unknown };
  const headers = ownHeaders();
  const request: RequestInit = { method, headers, credentials: "same-origin", signal };
  if (body !== undefined) {
    headers.set("content-type", "application/json");
    request.body = JSON.stringify(body);
  }
  const response = await reached(addressOf(operation, parts), request);
  return response.ok ? response : answerOf<Response>(response);
}

/** The address of an operation, with its parameters and its query filled in. */
export function addressOf<Op extends Operation>(operation: Op, parts: Parts<Op>): string {
  const [, path = ""] = operation.split(" ");
  const { params = {}, query = {} } = parts as {
    params?: Record<string, string>;
    query?: Record<string, string | number | boolean | undefined>;
  };
  const filled = path.replaceAll(/:(\w+)/g, (_found, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  const base = `/api/v1${filled}`;
  return search.size > 0 ? `${base}?${search.toString()}` : base;
}

async function reached(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new NoConnection("the server could not be reached", { cause: error });
  }
}

/** The contract says what an operation answers. */
async function answerOf<T>(response: Response): Promise<T> {
  if (response.status === 204) return null as T;
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const body: unknown = isJson ? await response.json() : null;
  if (response.ok) return body as T;
  // A proxy in between answers without a problem of ours.
  if (!isJson) throw new NoConnection(`the server answered ${response.status}`);
  const problem = new ServerProblem(body as Problem);
  // These are the pages of somebody who is not signed in here any more: what they show is not for who is.
  if (problem.code === "other-person") location.reload();
  throw problem;
}
