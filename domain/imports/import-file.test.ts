import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Actor } from "#core/actor.ts";
import { csvText } from "#core/csv.ts";
import { asReader } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { badRowsOf } from "./bad-rows.ts";
import { importFile } from "./import-file.ts";
import type { ImportInput } from "./open-import.ts";
import { textRow, workbook } from "./testing/workbook.ts";

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
  const all: (readonly unknown[])[] = [];
  for await (const row of rows) all.push(row);
  return csvText(columns, all);
}

test("a list of SIMs is loaded with its values in our words", async () => {
  const actor = testActor();
  const summary = await load(
    actor,
    `ICCID,MSISDN,IMSI,IMEI,Status,Label,Operator,Country,RAT,Tariff,Customer,Tags,Activation date,IP address,Shoe size
${A},+49 151 1234567,901405100000001,3520091118915105,Enabled,"Pump, ""north""",Telekom DE,Germany,Cat-M1,Flex 100,VoltCharge,"pilot;winter",2026-03-01T07:59:09.000+0000,10.0.0.1,42
${B}7,,,,paused,,,,,,,,,,\n`,
  );
  expect(summary).toMatchObject({
    kind: "sims",
    rows: 2,
    loaded: 1,
    bad: 1,
    unknownColumns: ["Shoe size"],
  });
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

test("a cell that is empty, and a column that is missing, leave what is stored", async () => {
  const actor = testActor();
  await load(actor, `ICCID,Status,Label,Country\n${A},Suspended,pump,DE\n`);
  await load(actor, `ICCID,Label,Operator\n${A},,O2 DE\n`);
  expect(await sims(actor)).toMatchObject([
    { status: "suspended", label: "pump", country: "DE", operator: "O2 DE" },
  ]);
});

test("a 20-digit ICCID is stored as its first 19 and is the same SIM", async () => {
  const actor = testActor();
  const iccid = "8988228066680005433";
  await load(actor, `ICCID,Label\n${iccid}4,with check digit\n`);
  const again = await load(actor, `ICCID,Label\n${iccid},without\n${iccid}5,wrong\n`);
  expect(again).toMatchObject({ loaded: 1, bad: 1 });
  expect(again.firstProblems).toMatchObject([{ line: 3, field: "ICCID", value: `${iccid}5` }]);
  expect(await sims(actor)).toMatchObject([{ iccid, label: "without" }]);
});

test("the second row of an ICCID in one file is bad, and says where the first is", async () => {
  const actor = testActor();
  const summary = await load(actor, `ICCID,Label\n${A},first\n${B},other\n${A},second\n`);
  expect(summary).toMatchObject({ rows: 3, loaded: 2, bad: 1 });
  expect(summary.firstProblems).toMatchObject([{ line: 4, reason: "is in line 2 already" }]);
  expect(await sims(actor)).toMatchObject([{ label: "first" }, { label: "other" }]);
});

test("bad rows come back with line, field, value, reason and the row, safe to open", async () => {
  const actor = testActor();
  const { importId, bad } = await load(
    actor,
    `ICCID;Status;Label\n${A};asleep;=HYPERLINK("http://x")\n8,98E+18;active;ok\n${B};active\n`,
  );
  expect(bad).toBe(3);
  expect(await errorsOf(actor, importId)).toBe(
    [
      "line,field,value,reason,ICCID,Status,Label",
      `2,Status,asleep,"is no status that we know; use active, inactive, suspended or deactivated",${A},asleep,"'=HYPERLINK(""http://x"")"`,
      '3,ICCID,"8,98E+18","was cut by a spreadsheet, its last digits are lost; format the column as text and export again","8,98E+18",active,ok',
      `4,,"${B} | active",The row has 2 cells where the header has 3.,${B},active`,
      "",
    ].join("\n"),
  );
});

test("two organisations load the same ICCID, and neither sees the other's", async () => {
  const [first, second] = [testActor(), testActor()];
  await load(first, `ICCID,Label\n${A},first\n`);
  await load(second, `ICCID,Label\n${A},second\n`);
  const { importId } = await load(first, `ICCID,Label\n${A},changed\n12,bad\n`);
  expect(await sims(second)).toMatchObject([{ label: "second" }]);
  await expect(badRowsOf(second, importId)).rejects.toMatchObject({ code: "not_found" });
});

test("usage is loaded by day and direction, and twice changes nothing", async () => {
  const actor = await actorWith(A, B);
  const file = `ICCID,Date,Upload (MB),Download (MB),Operator,Country
${A},2026-10-01,1.5,"2,25",O2 DE,DE
${A},2026-10-02,0,1,O2 DE,DE
${C},2026-10-02,1,1,,\n`;
  const summary = await load(actor, file);
  expect(summary).toMatchObject({ kind: "usage", rows: 3, loaded: 2, bad: 1 });
  expect(summary.firstProblems).toMatchObject([{ line: 4, field: "ICCID", value: C }]);
  const before = await daily(actor);
  expect(before).toMatchObject([
    { day: "2026-10-01", upload_volume: 1_572_864, download_volume: 2_359_296, event_count: 2 },
    { day: "2026-10-02", total_volume: 1_048_576 },
  ]);
  expect(await load(actor, file)).toMatchObject({ loaded: 0, unchanged: 2, bad: 1 });
  expect(await daily(actor)).toEqual(before);
});

test("a newer volume of the same record replaces the older, in the day's total too", async () => {
  const actor = await actorWith(A);
  const file = (volume: string) => `ICCID;Day;Volume;Direction\n${A};2026-10-01;${volume};tx\n`;
  await load(actor, file("100 KB"));
  expect(await load(actor, file("1 MB"))).toMatchObject({ loaded: 1, unchanged: 0 });
  expect(await daily(actor)).toMatchObject([
    { total_volume: 1_048_576, upload_volume: 1_048_576, download_volume: 0, event_count: 1 },
  ]);
});

test("usage tells when and where a SIM was last seen, and older usage does not", async () => {
  const actor = await actorWith(A, B);
  const file = (date: string, operator: string) =>
    `ICCID,Date,Bytes,Operator,Country\n${A},${date},10,${operator},FR\n${B},${date},0,${operator},FR\n`;
  await load(actor, file("2026-10-02", "SFR FR"));
  await load(actor, file("2026-10-01", "Orange FR"));
  expect(await sims(actor)).toMatchObject([
    { last_seen_at: new Date("2026-10-02T00:00:00Z"), operator: "SFR FR", country: "FR" },
    { last_seen_at: null, operator: null },
  ]);
});

test("rows that are alike in one file are several records, and stay so", async () => {
  const actor = await actorWith(A);
  const file = `ICCID,Date,Bytes\n${A},2026-10-01,2048\n${A},2026-10-01,2048\n${A},2026-10-01,1024\n`;
  expect(await load(actor, file)).toMatchObject({ loaded: 3 });
  expect(await load(actor, file)).toMatchObject({ loaded: 0, unchanged: 3 });
  expect(await daily(actor)).toMatchObject([{ total_volume: 5120, event_count: 3 }]);
});

test("1NCE's usage of one SIM, named in the file's name, in megabytes as text", async () => {
  const actor = await actorWith(A);
  const stats = [
    {
      date: "2026-10-01T00:00:00.000Z",
      data: {
        volume: "0.75",
        volume_rx: "0.25",
        volume_tx: "0.5",
        cost: "0.75",
        currency: { code: "EUR" },
      },
      sms: { volume: "1", volume_rx: "1", volume_tx: "0" },
    },
    { date: "2026-10-02T00:00:00.000Z", sms: { volume: "1" } },
  ];
  const options = { fileName: `usage-${A}.json` };
  expect(await load(actor, JSON.stringify({ stats }, null, 2), options)).toMatchObject({
    kind: "usage",
    rows: 1,
    loaded: 1,
  });
  expect(await usage(actor)).toMatchObject([
    { volume: 262_144, direction: "download" },
    { volume: 524_288, direction: "upload" },
  ]);
  await expect(load(actor, JSON.stringify({ stats }))).rejects.toMatchObject({ code: "invalid" });
});

test("1NCE's usage of many SIMs: an array, lines, or by ICCID, a piece at a time", async () => {
  const stats = [
    { date: "2026-10-01T00:00:00.000Z", data: { volume_rx: "1.000000", volume_tx: "0.002803" } },
  ];
  const both = [
    { iccid: A, stats },
    { iccid: B, stats },
  ];
  const forms = [
    JSON.stringify(both),
    both.map((one) => JSON.stringify(one)).join("\n"),
    JSON.stringify({ [String(A)]: { stats }, [String(B)]: { stats } }),
  ];
  for (const form of forms) {
    const actor = await actorWith(A, B);
    const stream = Readable.from(
      form.match(/[\s\S]{1,7}/g)?.map((part) => Buffer.from(part)) ?? [],
    );
    expect(await load(actor, form, { stream })).toMatchObject({ kind: "usage", loaded: 2, bad: 0 });
    expect(await daily(actor)).toMatchObject([
      { iccid: A, download_volume: 1_048_576, upload_volume: 2939 },
      { iccid: B },
    ]);
  }
});

test("SIMs as 1NCE's own objects", async () => {
  const actor = testActor();
  const list = [
    {
      iccid: A,
      iccid_with_luhn: `${A}4`,
      imsi: "901405100000001",
      msisdn: "882285100000018",
      imei: "3520091118915105",
      imei_lock: false,
      status: "Enabled",
      activation_date: "2018-03-09T07:59:09.000+0000",
      ip_address: "10.0.0.7",
      current_quota: 500,
      quota_status: { id: 0, description: "More than 20% available" },
      label: "Pump",
    },
    { iccid: B, status: "Disabled" },
  ];
  expect(await load(actor, JSON.stringify(list))).toMatchObject({
    kind: "sims",
    loaded: 2,
    bad: 0,
  });
  expect(await sims(actor)).toMatchObject([
    { iccid: A, status: "active", msisdn: "+882285100000018", label: "Pump" },
    { iccid: B, status: "inactive" },
  ]);
});

test("a portal's export with semicolons, byte order mark, CRLF, sep= line and titles above", async () => {
  const actor = testActor();
  const file = `\uFEFFsep=;\r\nSIM list;;\r\n\r\n"ICCID";"Status";"Label"\r\n"${A}";"Enabled";"a;b"\r\n"${B}";"Disabled";"two\r\nlines"\r\n"1";"x";""\r\n`;
  for (const bytes of [Buffer.from(file), Buffer.from(file, "utf16le")]) {
    const summary = await load(actor, bytes);
    expect(summary).toMatchObject({ rows: 3, bad: 1 });
    expect(summary.firstProblems).toMatchObject([{ line: 8, field: "ICCID" }]);
  }
  expect(await sims(actor)).toMatchObject([{ label: "a;b" }, { label: "two lines" }]);
});

test("an Excel list: a number that lost an ICCID's digits is a bad row of the sheet, the others are loaded", async () => {
  const actor = testActor();
  const bad = `<row r="4"><c r="A4"><v>8.98822806668E+18</v></c><c r="C4" t="e"><v>#REF!</v></c></row>`;
  const file = workbook({
    rows: [
      textRow(1, "ICCID", "Status", "Label"),
      textRow(3, A, "Enabled", "Pump"),
      bad,
      textRow(7, B, "Disabled"),
    ].join(""),
  });
  const summary = await load(actor, file);
  expect(summary).toMatchObject({ kind: "sims", rows: 3, added: 2, bad: 1 });
  expect(summary.firstProblems).toMatchObject([
    { line: 4, field: "ICCID", reason: expect.stringContaining("format the column as text") },
  ]);
  expect(await errorsOf(actor, summary.importId)).toContain("is the error of a formula");
  expect(await sims(actor)).toMatchObject([
    { iccid: A, label: "Pump", status: "active" },
    { iccid: B, label: null, status: "inactive" },
  ]);
});

test("Excel usage: days as Excel keeps them, and ids that Excel has rounded are refused", async () => {
  const actor = await actorWith(A);
  const row = (line: number, day: number, id: string) =>
    `<row r="${line}"><c t="inlineStr"><is><t>${A}</t></is></c><c s="1"><v>${day}</v></c><c><v>2.5</v></c>${id}</row>`;
  const file = workbook({
    rows: [
      textRow(1, "ICCID", "Date", "Volume (MB)", "Record ID"),
      row(2, 46296, "<c><v>1001</v></c>"),
      row(3, 46297, "<c><v>12345678901234567890</v></c>"),
    ].join(""),
  });
  const summary = await load(actor, file);
  expect(summary).toMatchObject({ kind: "usage", added: 1, bad: 1 });
  expect(summary.firstProblems).toMatchObject([{ line: 3, field: "Record ID" }]);
  expect(await usage(actor)).toMatchObject([
    { timestamp: new Date("2026-10-01T00:00:00Z"), volume: 2.5 * 1024 ** 2 },
  ]);
});

test("our own exports come back as they were: a guard before a formula sign is no part of the text", async () => {
  const actor = testActor();
  await load(actor, `ICCID,Label,Tags\n${A},'=Pump,a;'-b\n${B},'tis,\n`);
  expect(await sims(actor)).toMatchObject([
    { label: "=Pump", tags: ["a", "-b"] },
    { label: "'tis" },
  ]);
});

test("a lost quote costs its own line, not the rest of the file", async () => {
  const actor = testActor();
  const summary = await load(
    actor,
    `ICCID,Label\n${A},"open\n${B},"fine, really"\n${C},ok\n8988228066680000004,"also open\n`,
  );
  expect(summary).toMatchObject({ rows: 4, loaded: 2, bad: 2 });
  expect(summary.firstProblems.map(({ line }) => line)).toEqual([2, 5]);
});

test.each<[string, string | Uint8Array, RegExp]>([
  ["an empty file", "", /empty/],
  ["a file of blanks", " \n\n", /empty/],
  ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /binary/],
  ["an Excel file", Buffer.from("504b0304140006000800", "hex"), /Excel/],
  ["a table without ICCIDs", "name,age\nx,1\n", /no ICCID column.*"name", "age"/],
  ["JSON that breaks off", `[{"iccid":"${A}"`, /not valid JSON/],
  ["JSON without objects", "[1, 2]", /JSON/],
  ["prose", "Dear Sirs,\nplease find attached nothing.\n", /no ICCID column/],
])("%s is refused as a whole with a clear sentence", async (_, file, sentence) => {
  const actor = testActor();
  await expect(load(actor, file)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(sentence),
  });
  expect(await sims(actor)).toEqual([]);
});

test("usage without a time or a volume is refused as a whole", async () => {
  const actor = await actorWith(A);
  await expect(load(actor, `ICCID,Volume\n${A},1\n`, { kind: "usage" })).rejects.toThrow(
    /time column/,
  );
  await expect(load(actor, `ICCID,Date\n${A},2026-10-01\n`, { kind: "usage" })).rejects.toThrow(
    /volume column/,
  );
});

test("a file over the limit is refused, announced or not", async () => {
  const actor = testActor();
  const file = `ICCID\n${A}\n`;
  const sizeBytes = file.length;
  for (const options of [{ maxBytes: 10, sizeBytes }, { maxBytes: 10 }]) {
    await expect(load(actor, file, options)).rejects.toMatchObject({ status: 413 });
  }
});

test("a person who may not change SIMs may not load them", async () => {
  await expect(load(testActor({ role: "analyst" }), `ICCID\n${A}\n`)).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("an upload that breaks off keeps what was loaded, and another run completes it", async () => {
  const actor = testActor();
  const iccids = Array.from(
    { length: 5000 },
    (_, i) => `898822806668${String(i).padStart(7, "0")}`,
  );
  const file = `ICCID\n${iccids.join("\n")}\n`;
  async function* broken() {
    yield Buffer.from(file.slice(0, 95_000));
    yield Buffer.from("");
  }
  const upload = load(actor, "", { stream: broken(), sizeBytes: file.length });
  await expect(upload).rejects.toThrow(/broke off.*rows are loaded and kept/);
  const kept = (await sims(actor)).length;
  expect(kept).toBeGreaterThan(0);
  expect(await load(actor, file)).toMatchObject({ loaded: 5000 - kept, unchanged: kept, bad: 0 });
});

test("a cell of megabytes costs its row and no more", async () => {
  const actor = testActor();
  const summary = await load(actor, `ICCID,Label\n${A},${"x".repeat(3_000_000)}\n${B},ok\n`);
  expect(summary).toMatchObject({ rows: 2, loaded: 1, bad: 1 });
  expect(summary.firstProblems[0]?.value.length).toBeLessThan(200);
});
