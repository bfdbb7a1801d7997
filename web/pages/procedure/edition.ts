import type { Answer } from "../../api/ask.ts";

export type EditionDocument = Answer<"GET /editions/:hash/document">;
export type Told = { vi: string; en: string };
/** What every part of the document is given. */
export type PartOf = { edition: EditionDocument };
