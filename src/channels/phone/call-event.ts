/** One event of a call, as a switchboard tells it. Instants in UTC; null: not said. */
export type CallEvent = {
  /** The switchboard's own id of the call: the same for all its events. */
  externalKey: string;
  direction: "in" | "out";
  /** The customer's side. */
  number: string | null;
  /** Extensions, e-mail addresses or names of whoever rings or is rung here, the likeliest first. */
  agents: string[];
  startedAt: string | null;
  answeredAt: string | null;
  endedAt: string | null;
  recordingUrl: string | null;
  /** When the event was sent; null: not said. */
  at: string | null;
};

/** How a signed event was taken: not at all, as a sign of life, or as what it says. */
export type ReadEvent =
  { is: "refused"; why: "signature" | "too-old" | "unreadable" } | { is: "ping" } | ({ is: "call" } & CallEvent);

/** What a webhook of calls receives: its body as it came, and the header of that name. */
export type Received = { body: Buffer; header: (name: string) => string | undefined; nowMs: number };

const AGENTS_MAX = 2000;

/** `101=lan@acme.vn, 102=minh@acme.vn`: which extension is whose. */
export function agentsIn(setting: string): Map<string, string> {
  const pairs = setting.split(/[,;\n]/).slice(0, AGENTS_MAX);
  return new Map(
    pairs.flatMap((pair) => {
      const [agent = "", person = ""] = pair.split("=", 2).map((part) => part.trim());
      return agent === "" || person === "" ? [] : [[agent.toLowerCase(), person] as const];
    }),
  );
}

/** A link that a browser may be led to; anything else is left out. */
export function webAddress(text: string | null | undefined): string | null {
  if (!text || text.length > 1000) return null;
  const url = URL.parse(text);
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}
