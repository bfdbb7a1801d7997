import type pg from "pg";
import { addPerson } from "../src/access/people.ts";
import { giveRole } from "../src/access/roles.ts";
import { openStoreOn } from "../src/command-line/open-store-on.ts";
import { writeInside } from "../src/projections/inside-organisation.ts";
import { openBenchDatabase, type BenchDatabase } from "./bench-database.ts";
import { startProgram, type BenchProgram } from "./bench-program.ts";
import { drawTexts, fill } from "./many-complaints.ts";

const organisation = "vntt";
/** Those that generated complaints name as being in charge. */
const OWNERS = 40;
const AT_A_TIME = 8;
/** The generated ones are numbered from here on. */
const REAL_MAX = 1000;

export const reader = { organisation, signInName: "doc@vntt", password: "một mật khẩu để đo" };

export type PagesBench = { program: BenchProgram; real: number; stop: () => Promise<void> };

/**
 * The program over `size` generated rows, with `real` complaints that were taken in through the API and may be opened: so long
 * overdue, and of such customers, that they come first in the queue.
 */
export async function openPagesBench({ size, real }: { size: number; real: number }): Promise<PagesBench> {
  const settings = { shared_buffers: "512MB", maintenance_work_mem: "512MB", max_wal_size: "8GB" };
  const database = await openBenchDatabase({ settings });
  const program = await startProgram(database);
  try {
    await addPeople(database);
    await takeIn(program, real);
    await drawTexts(database.admin);
    const editionHash = await editionInUse(database.admin);
    await fill(database.admin, { organisation, from: REAL_MAX, to: REAL_MAX + size, editionHash });
  } catch (error) {
    await program.end();
    await database.stop();
    throw error;
  }
  const stop = async () => {
    await program.end();
    await database.stop();
  };
  return { program, real, stop };
}

async function addPeople({ appUrl }: BenchDatabase): Promise<void> {
  const { store, close } = await openStoreOn(appUrl, { proceduresFolder: undefined });
  try {
    await writeInside(store.pool, organisation, async (connection) => {
      for (let owner = 0; owner < OWNERS; owner += 1) {
        const personId = `person-${owner}`;
        const signInName = `${personId}@vntt`;
        await addPerson(connection, organisation, { personId, name: `Nhân viên ${owner}`, signInName });
      }
      const { signInName, password } = reader;
      await addPerson(connection, organisation, { personId: "doc", name: "Người đọc", signInName, password });
      const held = { roleHeldId: store.newId(), personId: "doc", role: "clerk" as const, unit: "cskh" };
      await giveRole(connection, organisation, { ...held, fromOn: "2018-01-19", givenBy: "set-up" });
    });
  } finally {
    await close();
  }
}

async function takeIn({ address, token }: BenchProgram, count: number): Promise<void> {
  const post = async (path: string, body: object) => {
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const answer = await fetch(`${address}/api/v1${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as { complaintId: string };
  };
  const occurredAt = new Date(Date.now() - 60 * 86_400_000).toISOString();
  let left = count;
  const takeTurns = async () => {
    for (left -= 1; left >= 0; left -= 1) {
      const customer = { name: `Khách hàng thật ${left}`, phone: "0274 222 0222" };
      const told = {
        channel: "phone",
        kind: "incident",
        vulnerable: true,
        content: "Mạng chậm từ tối qua",
        occurredAt,
      };
      const { complaintId } = await post("/complaints", { ...told, customer });
      await post(`/complaints/${complaintId}/assignments`, { personId: "doc" });
      for (const text of ["Đã gọi lại khách hàng", "Kiểm tra modem", "Hẹn khách hàng chiều nay"])
        await post(`/complaints/${complaintId}/notes`, { text });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, takeTurns));
}

async function editionInUse(admin: pg.Pool): Promise<string | undefined> {
  const { rows } = await admin.query<{ edition_hash: string }>("select edition_hash from complaint_row limit 1");
  return rows[0]?.edition_hash;
}
