import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Dossier } from "../../documents/dossier/dossier.ts";
import { dossierJobs } from "./dossier-jobs.ts";
import { inTurn } from "./dossier-turns.ts";

const nothing = { parts: [] } as unknown as Dossier;

describe("dossiers that are asked for", () => {
  it("are two of one person at most, and wait their turn behind papers that are being issued with theirs", async () => {
    const jobs = dossierJobs();
    let issue: () => void = () => undefined;
    const issued = new Promise<void>((done) => (issue = done));
    const papers = [inTurn(() => issued), inTurn(() => issued)];
    const begin = (dossierId: string, personId: string) =>
      jobs.begin(
        { dossierId, personId, complaintId: `file ${dossierId}`, name: "x.pdf" },
        { dossier: nothing, open: () => Promise.reject(new Error(dossierId)) },
      )?.dossierId;
    assert.deepEqual(
      [begin("a", "lan"), begin("b", "lan"), begin("c", "lan"), begin("d", "hoa")],
      ["a", "b", undefined, "d"],
    );
    const seen = () => ["a", "b", "d"].map((id) => jobs.find(id)?.state.is);
    await new Promise((done) => setTimeout(done, 30));
    assert.deepEqual(seen(), ["binding", "binding", "binding"]);
    assert.deepEqual(
      jobs.of({ personId: "lan", complaintId: "file a" }).map(({ dossierId }) => dossierId),
      ["a"],
    );
    await jobs.close();
    issue();
    await Promise.all(papers);
    await new Promise((done) => setTimeout(done, 30));
    assert.deepEqual(seen(), ["failed", "failed", "failed"]);
    // What is over gives way to what is asked now.
    assert.equal(begin("c", "lan"), "c");
    assert.equal(jobs.find("a"), undefined);
  });
});
