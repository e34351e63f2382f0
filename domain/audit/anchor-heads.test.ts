import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { config, overrideConfig } from "#core/config.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { anchorFile, readAnchor, replaceAnchor } from "./anchor-file.ts";
import { flushAnchors } from "./anchor-heads.ts";
import { recordAudit } from "./record-audit.ts";

const run = promisify(execFile);
const entry = { action: "x", resourceType: "x", resourceId: "x", changes: {} };
const record = (actor: ReturnType<typeof testActor>) =>
  asActor(actor, (sql) => recordAudit(sql, actor, entry));
const anchorAt = (sequence: number) => ({
  sequence,
  hash: String(sequence),
  anchoredAt: new Date().toISOString(),
});

test("what is recorded is anchored by itself, soon", async () => {
  const actor = testActor();
  await record(actor);
  await record(actor);
  await vi.waitFor(() => expect(readAnchor(actor.organizationId)?.sequence).toBe(2), 5_000);
});

test("what is rolled back is not anchored, and what follows is", async () => {
  const actor = testActor();
  const fails = asActor(actor, async (sql) => {
    await recordAudit(sql, actor, entry);
    throw new Error("no");
  });
  await expect(fails).rejects.toThrow();
  await flushAnchors();
  expect(readAnchor(actor.organizationId)).toBeNull();
  await record(actor);
  await flushAnchors();
  expect(readAnchor(actor.organizationId)?.sequence).toBe(1);
});

test("a command that ends at once has anchored what it recorded", async () => {
  const actor = testActor();
  const script = `
    import { closeDatabase } from "#db/database.ts";
    import { asActor } from "#db/guard.ts";
    import { recordAudit } from "#domain/audit/record-audit.ts";
    const actor = { organizationId: "${actor.organizationId}", name: "x", channel: "system" };
    await asActor(actor, (sql) => recordAudit(sql, actor, ${JSON.stringify(entry)}));
    await closeDatabase();`;
  await run(process.execPath, ["--input-type=module-typescript", "-e", script], { env: ENV });
  expect(readAnchor(actor.organizationId)?.sequence).toBe(1);
});

test("the file is for its owner alone", async () => {
  await record(testActor());
  await flushAnchors();
  expect(statSync(anchorFile()).mode & 0o777).toBe(0o600);
});

test("an anchor is only put where the one is that was read before", () => {
  const { organizationId } = testActor();
  const [first, second, third] = [anchorAt(1), anchorAt(2), anchorAt(3)];
  expect(replaceAnchor(organizationId, null, first)).toBe(true);
  expect(replaceAnchor(organizationId, null, second)).toBe(false);
  expect(replaceAnchor(organizationId, first, third)).toBe(true);
  expect(replaceAnchor(organizationId, first, second)).toBe(false);
  expect(readAnchor(organizationId)).toEqual(third);
});

test("several processes that anchor at once end at the newest, and never see it go back", async () => {
  const { organizationId } = testActor();
  const script = `
    import { readAnchor, replaceAnchor } from "#domain/audit/anchor-file.ts";
    let seen = 0;
    for (let sequence = Number(process.argv[1]); sequence <= 120; sequence += 4) {
      while (true) {
        const anchor = readAnchor("${organizationId}");
        if ((anchor?.sequence ?? 0) < seen) throw new Error("it went back");
        seen = anchor?.sequence ?? 0;
        if (seen >= sequence) break;
        if (replaceAnchor("${organizationId}", anchor, { sequence, hash: String(sequence), anchoredAt: "x" })) break;
      }
    }`;
  await Promise.all(
    ["1", "2", "3", "4"].map((from) =>
      run(process.execPath, ["--input-type=module-typescript", "-e", script, from], { env: ENV }),
    ),
  );
  expect(readAnchor(organizationId)?.sequence).toBe(120);
});

const ENV = { ...process.env, NODE_OPTIONS: "" };

test("where the file cannot be written, recording goes on, and anchoring catches up", async () => {
  const whole = config().dataDir;
  const folder = await mkdtemp(join(tmpdir(), "simon-anchors-"));
  const actor = testActor();
  await record(actor); // opens the database in the folder of the tests
  await flushAnchors();
  await writeFile(
    join(folder, "audit-anchors.db"),
    "no database, and long enough to be read as one",
  );
  overrideConfig({ SIMON_DATA_DIR: folder });
  await record(actor);
  await flushAnchors();
  overrideConfig({ SIMON_DATA_DIR: whole });
  expect(readAnchor(actor.organizationId)?.sequence).toBe(1);
  await flushAnchors();
  expect(readAnchor(actor.organizationId)?.sequence).toBe(2);
  await rm(folder, { recursive: true });
});
