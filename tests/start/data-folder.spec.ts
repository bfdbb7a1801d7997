import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { PROJECT_FOLDER } from "../../src/config.ts";
import { mayEnter, ordinaryUser } from "../../src/embedded-postgres/ordinary-user.ts";
import { temporaryFolder } from "./folder.ts";
import { refusalsOf, startProgram } from "./program.ts";

const nobody = ordinaryUser();
// An ordinary user that every Linux has, beside nobody.
const daemon = { uid: 1, gid: 1 };
const needsRoot = nobody ? false : "needs root";
const needsOrdinaryUser =
  needsRoot || (mayEnter(daemon, join(PROJECT_FOLDER, "src")) ? false : "only root may enter the project");

describe("the data folder", () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  // `migrate` starts the database, makes the schema and ends: all that the data folder is about.
  const migrateIn = (data: string, options: Parameters<typeof startProgram>[1] = {}) =>
    startProgram({ HOIAM_DATA: data }, { ...options, arguments: ["migrate"] });

  it("of another user is refused in one line and left as it was", { skip: needsOrdinaryUser }, async () => {
    const data = join(folder.path, "data");
    assert.equal(await migrateIn(data).ended, 0);
    const before = statSync(join(data, "postgres")).mtimeMs;
    const program = migrateIn(data, nobody ? { runAs: nobody } : {});
    assert.equal(await program.ended, 1);
    assert.equal(refusalsOf(program).length, 1);
    assert.match(program.output(), /belongs to root \(uid 0\) and you are nobody .* set HOIAM_DATA/);
    assert.equal(statSync(join(data, "postgres")).mtimeMs, before);
  });

  it("of an ordinary user stays that user's when root starts the program", { skip: needsOrdinaryUser }, async () => {
    const own = join(folder.path, "own");
    mkdirSync(own);
    chownSync(own, daemon.uid, daemon.gid);
    assert.equal(await migrateIn(join(own, "data"), { runAs: daemon }).ended, 0);
    assert.equal(await migrateIn(join(own, "data")).ended, 0);
    assert.equal(statSync(join(own, "data", "postgres", "PG_VERSION")).uid, daemon.uid);
    assert.equal(await migrateIn(join(own, "data"), { runAs: daemon }).ended, 0);
  });

  it(
    "below a folder for root only is moved to /var/lib/hoiam, and the start says so",
    { skip: needsRoot },
    async () => {
      const closed = join(folder.path, "closed");
      mkdirSync(closed, { mode: 0o700 });
      const program = migrateIn(join(closed, "data"));
      const place = join("/var/lib/hoiam", join(closed, "data").replaceAll("/", "-").slice(1));
      try {
        assert.equal(await program.ended, 0);
        assert.match(program.output(), /only root may enter.*the data is kept in \/var\/lib\/hoiam\//);
        assert.ok(existsSync(join(place, "postgres", "PG_VERSION")));
        assert.equal(existsSync(join(closed, "data")), false);
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    },
  );

  it(
    "that cannot be written is refused in one line",
    {
      skip: nobody ? "root may write everywhere" : false,
    },
    async () => {
      chmodSync(folder.path, 0o555);
      const program = migrateIn(join(folder.path, "data"));
      assert.equal(await program.ended, 1);
      assert.match(program.output(), /^Hồi Âm: The data folder .* cannot be written \(EACCES\): .*\n$/);
      chmodSync(folder.path, 0o755);
    },
  );

  it("is for its owner only, and so is the password in it", async () => {
    const data = join(folder.path, "data");
    assert.equal(await migrateIn(data).ended, 0);
    // Root's PostgreSQL, an ordinary user, passes through without being able to list it.
    assert.equal(statSync(data).mode & 0o777, nobody ? 0o711 : 0o700);
    assert.equal(statSync(join(data, "postgres-password")).mode & 0o777, 0o600);
    assert.equal(statSync(join(data, "postgres")).mode & 0o777, 0o700);
  });

  const cutShort = async (name: string) => {
    const data = join(folder.path, name);
    const cut = migrateIn(data);
    while (!existsSync(data) || !existsSync(join(data, `postgres.unfinished-${cut.pid}`))) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    cut.kill("SIGKILL");
    await cut.ended;
    return { data, cut };
  };

  it("whose first start was cut short is made whole by the next", async () => {
    let { data, cut } = await cutShort("data");
    // On a busy machine the cut may come when the database is made already: then it was too late, and is tried again.
    for (let tried = 1; existsSync(join(data, "postgres")) && tried < 10; tried++) {
      ({ data, cut } = await cutShort(`data-${tried}`));
    }
    assert.equal(existsSync(join(data, "postgres")), false);
    assert.equal(await migrateIn(data).ended, 0);
    assert.equal(existsSync(join(data, `postgres.unfinished-${cut.pid}`)), false);
  });

  it("with the password of another database is refused in one line", async () => {
    const data = join(folder.path, "data");
    assert.equal(await migrateIn(data).ended, 0);
    writeFileSync(join(data, "postgres-password"), "another");
    const program = migrateIn(data);
    assert.equal(await program.ended, 1);
    assert.equal(refusalsOf(program).length, 1);
    assert.match(program.output(), /postgres-password is not the one of the database beside it/);
  });

  describe("on a full disk", () => {
    const disk = () => join(folder.path, "disk");
    const mounted = (size: string) => {
      mkdirSync(disk());
      const mount = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size},mode=755`, "tmpfs", disk()]);
      return mount.status === 0;
    };
    afterEach(() => void spawnSync("umount", [disk()]));

    it("is refused in one line when the database does not fit", { skip: needsRoot }, async (test) => {
      if (!mounted("20m")) return test.skip("this root may not mount");
      const program = migrateIn(join(disk(), "data"));
      assert.equal(await program.ended, 1);
      assert.equal(refusalsOf(program).length, 1);
      assert.match(program.output(), /The disk of .*\/data is full: free some space/);
      assert.equal(existsSync(join(disk(), "data", "postgres")), false);
    });

    it("keeps what it has, and starts again when there is room", { skip: needsRoot }, async (test) => {
      if (!mounted("120m")) return test.skip("this root may not mount");
      const data = join(disk(), "data");
      assert.equal(await migrateIn(data).ended, 0);
      const filler = join(disk(), "filler");
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=1M"]);
      spawnSync("dd", ["if=/dev/zero", `of=${filler}2`, "bs=512"]);
      const program = migrateIn(data);
      assert.equal(await program.ended, 1);
      assert.equal(refusalsOf(program).length, 1);
      assert.match(program.output(), /The disk of .*\/data is full/);
      rmSync(filler);
      rmSync(`${filler}2`);
      assert.equal(await migrateIn(data).ended, 0);
    });
  });
});
