import { delMany, entries } from "idb-keyval";
import type { Session } from "./session.ts";

type Person = Pick<Session, "organisation" | "personId">;

/** Where a person's texts are kept in this browser as they are typed: each name holds whose it is, and nobody else is shown it. */
const noteStart = ({ personId }: Person) => `note-draft|${personId}|`;
const verbStart = ({ personId }: Person) => `draft|${personId}|`;
const callStart = ({ organisation, personId }: Person) => `intake|${organisation}|${personId}|`;

export function noteDraftName(person: Person, complaintId: string): string {
  return noteStart(person) + complaintId;
}

export function shiftNoteDraftName({ organisation, personId }: Person): string {
  return `shift-note-draft|${organisation}|${personId}`;
}

export type OwnDrafts = { count: number; remove: () => Promise<void> };

/** What a person began in this browser and has not sent: calls, forms, notes. Calls already taken in count for nothing, and go too. */
export async function ownDrafts(person: Person): Promise<OwnDrafts> {
  const typed = textsOf(person);
  const calls = await callsOf(person);
  return {
    count: typed.length + calls.filter(({ isDone }) => !isDone).length,
    remove: async () => {
      for (const name of typed) localStorage.removeItem(name);
      if (calls.length > 0) await delMany(calls.map(({ name }) => name));
    },
  };
}

function textsOf(person: Person): string[] {
  try {
    const starts = [noteStart(person), verbStart(person)];
    return Object.keys(localStorage).filter(
      (name) => name === shiftNoteDraftName(person) || starts.some((start) => name.startsWith(start)),
    );
  } catch {
    // This browser keeps nothing.
    return [];
  }
}

async function callsOf(person: Person): Promise<{ name: string; isDone: boolean }[]> {
  try {
    const kept = await entries<string, { done?: unknown }>();
    return kept
      .filter(([name]) => name.startsWith(callStart(person)))
      .map(([name, { done }]) => ({ name, isDone: done !== undefined }));
  } catch {
    return [];
  }
}
