/**
 * Which folder of `src/` may import which others, besides itself: the table of ARCHITECTURE.md, as data. An entry is a
 * folder or a file without its ending; `*` stands for one name. The most precise key counts. Only what is built is listed.
 */
export const MAY_IMPORT: Record<string, string[]> = {
  "procedure/pure": [],
  "procedure/load": ["procedure/pure"],
  complaint: ["procedure/pure"],
  reactions: ["complaint", "procedure/pure"],
  projections: ["complaint", "procedure/pure"],
  store: ["complaint", "procedure/pure", "reactions", "projections", "cannot-start"],
  access: ["store", "projections/inside-organisation", "projections/visibility", "procedure/pure"],
  // Papers are made of the file as it stands; they are kept and sent by others.
  documents: ["complaint", "procedure/pure", "projections"],
  // What came in by a channel becomes a command, or waits for a person: the same for every channel.
  intake: ["complaint", "procedure/pure", "projections", "store", "access"],
  channels: ["projections", "complaint", "procedure/pure", "access", "store", "documents", "intake"],
  outbox: ["store"],
  // Worked examples run the core on a virtual clock, without a database.
  examples: ["complaint", "procedure"],
  // Demonstration complaints go in as every other one does: through the edges and the commands.
  demo: ["store", "complaint", "procedure", "access", "projections", "intake", "channels/mail-in"],
  // The edges of the program: how it is started, and what it is wired together from.
  "embedded-postgres": ["cannot-start", "kept-secret", "store/app-role"],
  "command-line": ["*"],
  main: ["command-line", "examples"],
  config: ["cannot-start", "config-mail", "config-mail-in", "config-seal"],
  "config-mail": ["config-by-organisation"],
  "config-mail-in": [],
  "config-seal": ["config-by-organisation"],
  "config-by-organisation": [],
  "cannot-start": [],
  "kept-secret": [],
};

/** Folders that compute and do nothing else: no built-in of Node, and of the packages only these. */
export const PURE: Record<string, string[]> = {
  "procedure/pure": ["temporal-polyfill", "zod"],
  complaint: ["temporal-polyfill", "zod"],
  reactions: ["temporal-polyfill", "zod"],
};

/** The checker must have seen at least as many modules and imports, or it has looked in the wrong place. */
export const MODULES_MIN = 120;
export const IMPORTS_MIN = 500;
