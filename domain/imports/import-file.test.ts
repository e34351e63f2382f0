import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import { csvText } from "#core/csv.ts";
import { asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { importFile, type ImportInput } from "./import-file.ts";
import { badRowsOf } from "./import-record.ts";

const [A, B, C] = ["8988228066680000001", "8988228066680000002", "8988228066680000003"];

function load(actor: Actor, text: string | Uint8Array, options: Partial<ImportInput> = {}) {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  return importFile(actor, {
    kind: "auto",
    fileName: "file.csv",
    stream: Readable.from([bytes]),
    ...options,
  });
}

const sims = (actor: Actor) => asReader(actor, (sql) => sql`select * from sims order by iccid`);
const usage = (actor: Actor) =>
  asReader(
    actor,
    (sql) => sql`
      select iccid, "timestamp", volume, direction, operator, country
      from sim_usage order by iccid, "timestamp", direction`,
  );
const daily = (actor: Actor) =>
  asReader(actor, (sql) => sql`select * from sim_usage_daily order by iccid, day`);

async function actorWith(...iccids: (string | undefined)[]): Promise<Actor> {
  const actor = testActor();
  await load(actor, `ICCID\n${iccids.join("\n")}\n`);
  return actor;
}

async function errorsOf(actor: Actor, importId: string): Promise<string> {
  const { columns, rows } = await badRowsOf(actor, importId);
  return csvText(columns, await Array.fromAsync(rows));
}

test("a list of SIMs is loaded with its values in our words", async () => {
  const actor = testActor();
  const summary = await load(
    actor,
    `ICCID,MSISDN,IMSI,IMEI,Status,Label,Operator,Country,RAT,Tariff,Customer,Tags,Activation date,IP address,Shoe size
${A},+49 151 1234567,901405100000001,3520091118915105,Enabled,"Pump, ""north""",Telekom DE,Germany,Cat-M1,Flex 100,VoltCharge,"pilot;winter",2026-03-01T07:59:09.000+0000,10.0.0.1,42
${B}7,,,,paused,,,,,,,,,,\n`,
  );
  expect(summary).toMatchObject({ kind: "sims", rows: 2, loaded: 1, bad: 1, unknownColumns: ["Shoe size"] });
  expect(await sims(actor)).toMatchObject([
    {
      iccid: A,
      msisdn: "+491511234567",
      imsi: "901405100000001",
      imei: "3520091118915105",
      status: "active",
      label: 'Pump, "north"',
      operator: "Telekom DE",
      country: "DE",
      rat: "LTE-M",
      rate_plan: "Flex 100",
      customer: "VoltCharge",
      tags: ["pilot", "winter"],
      ip_address: "10.0.0.1",
      activated_at: new Date("2026-03-01T07:59:09Z"),
    },
  ]);
});

test("loading the same file twice changes nothing", async () => {
  const actor = testActor();
  const file = `ICCID;Status;Label;Tags\n${A};Enabled;one;x\n${B};Disabled;two;y\n`;
  expect(await load(actor, file)).toMatchObject({ loaded: 2, unchanged: 0 });
  const before = await sims(actor);
  expect(await load(actor, file)).toMatchObject({ loaded: 0, unchanged: 2, bad: 0 });
  expect(await sims(actor)).toEqual(before);
});
