import { Readable } from "node:stream";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { checkFile, importFile } from "#domain/imports/import-file.ts";
import { openTable } from "#domain/imports/open-table.ts";
import type { SourceRow } from "#domain/imports/source.ts";
import type { Query } from "#query/query.ts";
import { createExport, type ExportFormat } from "./create-export.ts";
import type { ExportChoice } from "./export-choice.ts";
import { openExport } from "./open-export.ts";

const [A, B, C] = ["8988228066680000001", "8988228066680000002", "8988228066680000003"];
const FLEET = `ICCID,MSISDN,Status,Label,Customer,Country,Tags,IP address,Activation date
${A},+491511234567,active,=Pump,Acme,DE,pilot;=1,10.0.0.1,2026-03-01T07:59:09Z
${B},,suspended,"Valve, ""north""",Acme,FR,,,
${C},,active,@gate,Globex,DE,,,2026-04-01T00:00:00Z
`;
const owner = testActor();
const ALL: ExportChoice = { filters: {} };

async function exported(actor: Actor, format: ExportFormat, choice: ExportChoice, reader = actor) {
  const made = await createExport(actor, format, choice);
  const { body } = await openExport(reader, made.url.split("/").at(-1) ?? "");
  return { ...made, bytes: await new Response(body).bytes() };
}

async function iccidsIn(bytes: Uint8Array): Promise<string[]> {
  const table = await openTable(Readable.from([bytes]), "export");
  const rows: SourceRow[] = [];
  for await (const block of table.rows) rows.push(...block);
  await table.close?.();
  return rows.map((row) => ("cells" in row ? (row.cells[0] ?? "") : row.problem));
}

beforeAll(async () => {
  const stream = Readable.from([Buffer.from(FLEET)]);
  await importFile(owner, { kind: "sims", fileName: "sims.csv", stream });
});

test("a CSV holds every field, safe to open in a spreadsheet, ICCIDs and numbers as they are", async () => {
  const { bytes, row_count, file_name } = await exported(owner, "csv", ALL);
  expect({ row_count, file_name }).toEqual({ row_count: 3, file_name: "sims-2026-10-21.csv" });
  const [header, first] = Buffer.from(bytes).toString().split("\n");
  expect(header).toBe(
    "iccid,imsi,msisdn,imei,label,status,ip_address,operator,country,rat,rate_plan,customer,tags,activated_at,deactivated_at,last_seen_at,created_at",
  );
  expect(first).toBe(
    `${A},,+491511234567,,"'=Pump",active,10.0.0.1,,DE,,,Acme,"pilot;'=1",2026-03-01T07:59:09.000Z,,,2026-10-21T09:30:00.000Z`,
  );
});

test.each(["csv", "xlsx"] as const)("a %s that comes back changes nothing", async (format) => {
  const { bytes } = await exported(owner, format, ALL);
  expect(
    await checkFile(owner, { kind: "auto", fileName: "back", stream: Readable.from([bytes]) }),
  ).toMatchObject({ kind: "sims", rows: 3, unchanged: 3, added: 0, changed: 0, bad: 0 });
});

test("filters leave the SIMs that a list with them has", async () => {
  const choice = { filters: { customer: "Acme", status: ["suspended" as const] } };
  const { bytes, row_count } = await exported(owner, "xlsx", choice);
  expect(row_count).toBe(1);
  expect(await iccidsIn(bytes)).toEqual([B]);
});

describe("a query", () => {
  const inGermany: Query = {
    from: "sims",
    columns: ["sims.iccid", "sims.label"],
    where: { member: "sims.country", op: "eq", value: "DE" },
    orderBy: [{ by: "sims.label", direction: "desc" }],
  };

  test("names the SIMs and their order", async () => {
    const { bytes, row_count } = await exported(owner, "csv", { query: inGermany });
    expect(row_count).toBe(2);
    expect(await iccidsIn(bytes)).toEqual([C, A]);
  });

  test("may rank and group, as long as its rows carry an ICCID", async () => {
    const ranked: Query = {
      from: "sims",
      groupBy: [{ member: "sims.iccid" }],
      measures: [{ as: "n", measure: { agg: "count" } }],
      orderBy: [{ by: "sims.iccid", direction: "desc" }],
      limit: 2,
    };
    expect(await iccidsIn((await exported(owner, "csv", { query: ranked })).bytes)).toEqual([C, B]);
    const byCustomer: Query = { ...ranked, groupBy: [{ member: "sims.customer" }], orderBy: [] };
    await expect(createExport(owner, "csv", { query: byCustomer })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("iccid"),
    });
  });

  test("reaches no more for whoever fetches the file than a question of theirs would", async () => {
    const byText: Query = {
      from: "sims",
      where: {
        related: "sms_messages",
        where: { member: "sms_messages.body", op: "contains", value: "a" },
      },
    };
    const viewer = testActor({ role: "viewer", organizationId: owner.organizationId });
    await expect(exported(owner, "csv", { query: byText }, viewer)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await exported(owner, "csv", { query: byText })).row_count).toBe(0);
  });
});

test("more SIMs than a page come in order and once, also those that filters choose", async () => {
  const actor = testActor();
  const iccids = Array.from({ length: 2500 }, (_, i) => String(10n ** 18n + BigInt(i)));
  const stream = Readable.from([Buffer.from(`ICCID\n${iccids.join("\n")}\n`)]);
  await importFile(actor, { kind: "sims", fileName: "sims.csv", stream });
  expect(await iccidsIn((await exported(actor, "csv", ALL)).bytes)).toEqual(iccids);
  const query: Query = { from: "sims", orderBy: [{ by: "sims.iccid", direction: "desc" }] };
  expect(await iccidsIn((await exported(actor, "xlsx", { query })).bytes)).toEqual(
    iccids.toReversed(),
  );
});

test("another organisation, and whoever comes after a day, gets nothing", async () => {
  const { url } = await createExport(owner, "csv", ALL);
  const id = url.split("/").at(-1) ?? "";
  await expect(openExport(testActor(), id)).rejects.toMatchObject({ code: "not_found" });
  await asActor(owner, async (sql) => {
    await sql`update store.exports set expires_at = created_at where id = ${id}`;
  });
  await expect(openExport(owner, id)).rejects.toMatchObject({ code: "not_found" });
});

test("who exported what is in the audit log", async () => {
  await createExport(owner, "xlsx", { filters: { customer: "Globex" } });
  const [row] = await asActor(
    owner,
    (sql) =>
      sql`select actor, changes from fleet.audit_logs where action = 'export.create' order by id desc`,
  );
  expect(row).toMatchObject({
    actor: owner.name,
    changes: { format: "xlsx", rows: 1, chosen: { filters: { customer: "Globex" } } },
  });
});
