import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import { asActor, asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { discardStaged } from "./discard-staged.ts";
import { expireImports, removeExpiredOf } from "./expire-imports.ts";
import { findImport } from "./find-import.ts";
import { importFile } from "./import-file.ts";
import { claimStaged } from "./load-staged.ts";
import type { ImportInput } from "./open-import.ts";
import { simsOfImport } from "./sims-of-import.ts";
import { stageImport } from "./stage-import.ts";
import { textRow, workbook } from "./testing/workbook.ts";

const [A, B, C] = ["8988228066680000001", "8988228066680000002", "8988228066680000003"];
const DAY_MS = 86_400_000;

function stage(actor: Actor, file: string | Buffer, options: Partial<ImportInput> = {}) {
  const stream = Readable.from([Buffer.from(file)]);
  return stageImport(actor, { kind: "auto", fileName: "file.csv", stream, ...options });
}

async function preview(actor: Actor, file: string | Buffer, options: Partial<ImportInput> = {}) {
  return (await stage(actor, file, options)).check({});
}

async function load(actor: Actor, importId: string, options?: { includesProtected: boolean }) {
  const claimed = await claimStaged(actor, importId, options);
  return claimed.isLoaded ? claimed.summary : claimed.load({});
}

const loadAtOnce = (actor: Actor, file: string) =>
  importFile(actor, {
    kind: "auto",
    fileName: "at-once.csv",
    stream: Readable.from([Buffer.from(file)]),
  });

const sims = (actor: Actor) =>
  asReader(actor, (sql) => sql`select iccid, label, status from sims order by iccid`);
const chunks = (actor: Actor) =>
  asActor(actor, (sql) => sql`select import_id from store.import_chunks`);

describe("the preview", () => {
  test("of a list says what would be new, changed and from what to what, the same and wrong, and writes nothing", async () => {
    const actor = testActor();
    await loadAtOnce(actor, `ICCID,Label,Status,Tags\n${A},Pump,active,x\n${B},Valve,suspended,\n`);
    const before = await sims(actor);
    const result = await preview(
      actor,
      `ICCID;Label;Status;Tags\n${A};Pump 2;suspended;x,y\n${B};;suspended;\n${C};New;;\n12;bad;;\n`,
    );
    expect(result).toMatchObject({
      kind: "sims",
      rows: 4,
      added: 1,
      changed: 1,
      unchanged: 1,
      bad: 1,
      changedFields: expect.arrayContaining([
        { field: "label", rows: 1 },
        { field: "status", rows: 1 },
        { field: "tags", rows: 1 },
      ]),
      examples: [
        {
          iccid: A,
          label: "Pump",
          changes: [
            { field: "label", from: "Pump", to: "Pump 2" },
            { field: "status", from: "active", to: "suspended" },
            { field: "tags", from: "x", to: "x, y" },
          ],
        },
      ],
    });
    expect(await sims(actor)).toEqual(before);
    const [row] = await asActor(
      actor,
      (sql) =>
        sql`select count(*) as n from store.import_errors where import_id = ${result.importId}`,
    );
    expect(row?.n).toBe(1);
  });

  test("shows the first ten changed rows in the order of the file, and counts all", async () => {
    const actor = testActor();
    const iccids = Array.from({ length: 5000 }, (_, i) => String(10n ** 18n + BigInt(i)));
    await loadAtOnce(actor, `ICCID,Label\n${iccids.map((iccid) => `${iccid},old`).join("\n")}\n`);
    const backwards = iccids.toReversed().map((iccid) => `${iccid},new`);
    const result = await preview(actor, `ICCID,Label\n${backwards.join("\n")}\n`);
    expect(result).toMatchObject({
      changed: 5000,
      changedFields: [{ field: "label", rows: 5000 }],
    });
    expect(result.examples.map(({ iccid }) => iccid)).toEqual(iccids.toReversed().slice(0, 10));
  });

  test("of usage says what would be new, revised, the same and wrong", async () => {
    const actor = testActor();
    await loadAtOnce(actor, `ICCID\n${A}\n`);
    await loadAtOnce(actor, `ICCID,Date,Bytes\n${A},2026-10-01,100\n${A},2026-10-02,100\n`);
    const file = `ICCID,Date,Bytes\n${A},2026-10-01,100\n${A},2026-10-02,200\n${A},2026-10-03,1\n${B},2026-10-03,1\n`;
    const counts = { kind: "usage", rows: 4, added: 1, changed: 1, unchanged: 1, bad: 1 };
    const result = await preview(actor, file);
    expect(result).toMatchObject(counts);
    const [day] = await asReader(actor, (sql) => sql`select sum(volume) as bytes from sim_usage`);
    expect(day?.bytes).toBe(200);
    expect(await load(actor, result.importId)).toMatchObject({ ...counts, notes: result.notes });
  });

  test("counts a record that the file repeats as the load will", async () => {
    const actor = testActor();
    await loadAtOnce(actor, `ICCID\n${A}\n`);
    const result = await preview(
      actor,
      `ICCID,Record ID,Date,Bytes\n${A},7,2026-10-01,1\n${A},7,2026-10-01,2\n`,
    );
    expect(result).toMatchObject({ added: 1, changed: 0, unchanged: 1 });
    expect(await load(actor, result.importId)).toMatchObject({ added: 1, unchanged: 1 });
  });

  test.each<[string, string | Buffer, RegExp]>([
    ["no table", "name,age\nx,1\n", /no ICCID column/],
    ["a broken workbook", workbook({ rows: textRow(1, "ICCID") }).subarray(0, 200), /broken/],
  ])("of %s is a sentence, and nothing is kept of it", async (_, file, sentence) => {
    const actor = testActor();
    await expect(stage(actor, file)).rejects.toThrow(sentence);
    expect(await chunks(actor)).toEqual([]);
    expect(await asActor(actor, (sql) => sql`select id from store.imports`)).toEqual([]);
  });
});

describe("loading what was checked", () => {
  const FILE = `ICCID,Label\n${A},Pump\n${B},Valve\n12,bad\n`;

  test("loads exactly the file that was checked, keeps which SIMs it held, and forgets the bytes", async () => {
    const actor = testActor();
    const { importId } = await preview(actor, FILE);
    expect(await load(actor, importId)).toMatchObject({ added: 2, changed: 0, bad: 1, importId });
    expect(await sims(actor)).toMatchObject([{ label: "Pump" }, { label: "Valve" }]);
    expect(await asActor(actor, (sql) => simsOfImport(sql, importId))).toEqual([A, B]);
    expect(await chunks(actor)).toEqual([]);
    expect(await findImport(actor, importId)).toMatchObject({ state: "done", sizeBytes: null });
  });

  test("a workbook of many pieces comes back whole, whoever uploads it in whatever pieces", async () => {
    const actor = testActor();
    const noise = Array.from({ length: 4000 }, (_, i) =>
      textRow(i + 2, String(10n ** 18n + BigInt(i)), randomBytes(200).toString("hex")),
    );
    const file = workbook({ rows: textRow(1, "ICCID", "Label") + noise.join("") });
    const pieces = function* () {
      for (let at = 0; at < file.length; at += 99_999) yield file.subarray(at, at + 99_999);
    };
    expect(file.length).toBeGreaterThan(600_000);
    const options = { stream: Readable.from(pieces()), sizeBytes: file.length };
    const { importId } = await preview(actor, "", options);
    expect(await load(actor, importId)).toMatchObject({ added: 4000, bad: 0 });
  });

  test("many clicks at the same moment load it once, and a replay gets what came of it", async () => {
    const actor = testActor();
    const { importId } = await preview(actor, FILE);
    const clicks = await Promise.allSettled(
      Array.from({ length: 6 }, async () => {
        const claimed = await claimStaged(actor, importId);
        return claimed.isLoaded ? null : claimed.load({});
      }),
    );
    const loads = clicks.filter((click) => click.status === "fulfilled" && click.value !== null);
    const refusals = clicks.filter((click) => click.status === "rejected");
    expect(loads).toHaveLength(1);
    for (const { reason } of refusals) expect(reason).toMatchObject({ code: "conflict" });
    const first = (loads[0] as PromiseFulfilledResult<unknown>).value;
    expect(await load(actor, importId)).toEqual(first);
    const starts = await asReader(
      actor,
      (sql) => sql`select action from audit_logs where action = 'import.start'`,
    );
    expect(starts).toHaveLength(1);
  });

  test("says so when the fleet has changed since the preview", async () => {
    const actor = testActor();
    const { importId } = await preview(actor, FILE);
    await loadAtOnce(actor, `ICCID,Label\n${A},Pump\n`);
    const { added, unchanged, notes } = await load(actor, importId);
    expect({ added, unchanged }).toEqual({ added: 1, unchanged: 1 });
    expect(notes[0]).toBe(
      "The fleet has changed since the preview, which said 2 new, 0 changed, 0 the same and 1 wrong.",
    );
  });

  test("a key is told where a person loads the file, and loads nothing", async () => {
    const person = testActor();
    const { importId } = await preview(person, FILE);
    const { kind: _, channel: __, ...rest } = person;
    const key: Actor = { ...rest, kind: "apiKey", channel: "api", keyId: "k" };
    await expect(claimStaged(key, importId)).rejects.toMatchObject({
      code: "needs_approval",
      details: {
        preview: { added: 2, bad: 1 },
        approval: {
          id: importId,
          url: expect.stringMatching(`^http.*/import\\?file=${importId}$`),
        },
      },
    });
    expect(await sims(person)).toEqual([]);
    expect(await load(person, importId)).toMatchObject({ added: 2 });
  });

  test("another organisation, and who may not change SIMs, cannot load, see or discard it", async () => {
    const actor = testActor();
    const { importId } = await preview(actor, FILE);
    const stranger = testActor();
    for (const attempt of [claimStaged, findImport, discardStaged])
      await expect(attempt(stranger, importId)).rejects.toMatchObject({ code: "not_found" });
    const viewer = testActor({ role: "viewer", organizationId: actor.organizationId });
    for (const attempt of [claimStaged, discardStaged])
      await expect(attempt(viewer, importId)).rejects.toMatchObject({ code: "forbidden" });
    expect(await load(actor, importId)).toMatchObject({ added: 2 });
  });

  test("a load that was stopped is gone on with, and counts nothing twice", async () => {
    const actor = testActor();
    const iccids = Array.from({ length: 5000 }, (_, i) => String(10n ** 18n + BigInt(i)));
    const { importId } = await preview(actor, `ICCID\n${iccids.join("\n")}\n`);
    const stopped = new AbortController();
    const claimed = await claimStaged(actor, importId);
    if (claimed.isLoaded) throw new Error("it was not loaded before");
    const options = { signal: stopped.signal, onProgress: () => stopped.abort() };
    await expect(claimed.load(options)).rejects.toThrow(/2000 rows are loaded and kept/);
    expect(await findImport(actor, importId)).toMatchObject({ state: "cancelled" });
    expect(await load(actor, importId)).toMatchObject({
      added: 3000,
      unchanged: 2000,
      notes: [expect.stringContaining("no status column")],
    });
    expect(await asActor(actor, (sql) => simsOfImport(sql, importId))).toEqual(iccids);
  });

  test("a load whose process died is taken over, and the dead one writes nothing more", async () => {
    const actor = testActor();
    const { importId } = await preview(actor, FILE);
    const dead = await claimStaged(actor, importId);
    await expect(claimStaged(actor, importId)).rejects.toMatchObject({ code: "conflict" });
    await asActor(actor, async (sql) => {
      await sql`update store.imports set touched_at = touched_at - interval '3 minutes'`;
    });
    const heir = await claimStaged(actor, importId);
    if (dead.isLoaded || heir.isLoaded) throw new Error("it was not loaded before");
    await expect(dead.load({})).rejects.toMatchObject({ code: "conflict" });
    expect(await sims(actor)).toEqual([]);
    expect(await heir.load({})).toMatchObject({ added: 2 });
  });

  test("a file that was discarded, or not loaded within a day, is gone with its preview", async () => {
    const actor = testActor();
    const discarded = await preview(actor, FILE);
    const forgotten = await preview(actor, FILE);
    await discardStaged(actor, discarded.importId);
    await asActor(actor, (sql) => removeExpiredOf(sql, new Date(Date.now() + 2 * DAY_MS)));
    for (const { importId } of [discarded, forgotten])
      await expect(claimStaged(actor, importId)).rejects.toMatchObject({ code: "not_found" });
    expect(await chunks(actor)).toEqual([]);
  });

  test("the clean-up takes what has expired, and nothing else", async () => {
    const actor = testActor();
    const { importId } = await preview(actor, FILE);
    expect(await expireImports(actor)).toBe(0);
    expect(await findImport(actor, importId)).toMatchObject({ state: "checked" });
    await asActor(actor, async (sql) => {
      await sql`update store.imports set expires_at = created_at`;
    });
    expect(await expireImports(actor)).toBe(1);
    expect(await chunks(actor)).toEqual([]);
  });

  test("what a load left behind stays when its file expires", async () => {
    const actor = testActor();
    const { importId } = await preview(actor, FILE);
    const claimed = await claimStaged(actor, importId);
    if (claimed.isLoaded) throw new Error("it was not loaded before");
    const stopped = AbortSignal.abort();
    await expect(claimed.load({ signal: stopped })).rejects.toThrow();
    await asActor(actor, (sql) => removeExpiredOf(sql, new Date(Date.now() + 2 * DAY_MS)));
    expect(await findImport(actor, importId)).toMatchObject({
      state: "cancelled",
      sizeBytes: null,
    });
    await expect(claimStaged(actor, importId)).rejects.toMatchObject({ code: "not_found" });
  });
});

test("an upload that breaks off, is too large, or comes from a viewer leaves nothing", async () => {
  const actor = testActor();
  const file = `ICCID\n${A}\n`;
  await expect(stage(actor, file, { sizeBytes: 1000 })).rejects.toThrow(/broke off/);
  await expect(stage(actor, file, { maxBytes: 10 })).rejects.toMatchObject({ status: 413 });
  const viewer = testActor({ role: "viewer" });
  await expect(stage(viewer, file)).rejects.toMatchObject({ code: "forbidden" });
  expect(await chunks(actor)).toEqual([]);
});

test("more files than fit may not wait to be loaded", async () => {
  const actor = testActor();
  const file = `ICCID\n${A}\n`;
  const maxBytes = file.length;
  for (let waiting = 0; waiting < 4; waiting++) await preview(actor, file, { maxBytes });
  await expect(stage(actor, file, { maxBytes })).rejects.toMatchObject({
    code: "limited",
    message: expect.stringContaining("4 files"),
  });
});

test("usage, a preview that was not loaded and a stranger's import are no list of SIMs", async () => {
  const actor = testActor();
  const listed = await loadAtOnce(actor, `ICCID\n${B}\n${A}\n`);
  const used = await loadAtOnce(actor, `ICCID,Date,Bytes\n${A},2026-10-01,1\n`);
  const checked = await preview(actor, `ICCID\n${C}\n`);
  const of = (importId: string, as = actor) => asActor(as, (sql) => simsOfImport(sql, importId));
  expect(await of(listed.importId)).toEqual([A, B]);
  for (const { importId } of [used, checked])
    await expect(of(importId)).rejects.toMatchObject({ code: "not_found" });
  await expect(of(listed.importId, testActor())).rejects.toMatchObject({ code: "not_found" });
});

describe("a list that would change protected SIMs", () => {
  const LIST = `ICCID;Label;Status\n${A};Pump 2;suspended\n${B};Valve 2;active\n${C};New;active\n`;
  let actor: Actor;

  beforeEach(async () => {
    actor = testActor();
    await loadAtOnce(
      actor,
      `ICCID,Label,Status,Tags\n${A},Pump,active,critical\n${B},Valve,active,critical\n`,
    );
  });

  test("shows them as protected and leaves them out, but for what harms no device", async () => {
    const shown = await preview(actor, LIST);
    expect(shown).toMatchObject({ rows: 3, added: 1, changed: 1, bad: 0, guarded: 1 });
    expect(shown.firstProblems).toEqual([
      {
        line: 2,
        field: "ICCID",
        value: A,
        reason: "is protected: tagged critical; left out unless you confirm it",
      },
    ]);
    const summary = await load(actor, shown.importId);
    expect(summary).toMatchObject({ added: 1, changed: 1, guarded: 1, notes: [] });
    expect([...(await sims(actor))]).toEqual([
      { iccid: A, label: "Pump", status: "active" },
      { iccid: B, label: "Valve 2", status: "active" },
      { iccid: C, label: "New", status: "active" },
    ]);
  });

  test("may not take off the tag that protects them either", async () => {
    const shown = await preview(actor, `ICCID;Tags\n${A};none left\n`);
    expect(shown).toMatchObject({ changed: 0, guarded: 1 });
  });

  test("changes those that its preview showed once a person confirms them, and none that came since", async () => {
    const shown = await preview(actor, LIST.replace("Valve 2;active", "Valve;suspended"));
    expect(shown).toMatchObject({ guarded: 2 });
    const late = await preview(actor, `ICCID;Status\n${A};suspended\n${C};suspended\n`);
    expect(late).toMatchObject({ added: 1, guarded: 1 });
    await load(actor, shown.importId);
    await asActor(
      actor,
      (sql) => sql`update store.sims set tags = '{critical}' where iccid = ${C}`,
    );
    const summary = await load(actor, late.importId, { includesProtected: true });
    expect(summary).toMatchObject({ changed: 1, guarded: 1 });
    expect((await sims(actor)).map(({ status }) => status)).toEqual([
      "suspended",
      "active",
      "active",
    ]);
    const [start] = await asActor(
      actor,
      (sql) => sql`
        select changes from fleet.audit_logs
        where action = 'import.start' and resource_id = ${late.importId}`,
    );
    expect(start?.changes).toMatchObject({ protectedConfirmed: true });
  });
});
