import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { writeXlsxStream } from "hucre";
import { expect, test } from "vitest";
import { openTable } from "./open-table.ts";
import type { SourceRow } from "./source.ts";
import { textRow, workbook, workbookParts, zipOf } from "./testing/workbook.ts";
import { openXlsx } from "./xlsx-table.ts";

const ICCID = "8988228066680000001";

async function read(file: Uint8Array) {
  const table = await openTable(Readable.from([file]), "file.xlsx");
  const rows: SourceRow[] = [];
  try {
    for await (const block of table.rows) rows.push(...block);
    return { ...table, rows };
  } finally {
    await table.close?.();
  }
}

const sentenceOf = (file: Uint8Array) =>
  read(file).then(
    () => "was read",
    (error) => `${error.code}: ${error.message}`,
  );

test("cells of every kind are texts as the other formats have them", async () => {
  const header =
    "<row r='1'>" +
    "ICCID,b,c,d,e,f,g,h,i,j"
      .split(",")
      .map((name) => `<c t="str"><v>${name}</v></c>`)
      .join("") +
    "</row>";
  const { rows } = await read(
    workbook({
      rows: `${header}<row r="2">
        <c r="A2" t="s"><v>0</v></c>
        <c r="B2" t="s"><v>1</v></c>
        <c r="C2"><v>42</v></c>
        <c r="D2"><v>0.1</v></c>
        <c r="E2" t="b"><v>1</v></c>
        <c r="F2" s="1"><v>46296</v></c>
        <c r="G2" s="2"><v>46296.5</v></c>
        <c r="H2" t="str"><f>UPPER("pump")</f><v>PUMP</v></c>
        <c r="I2"><f>40+2</f><v>42</v></c>
        <c r="J2" t="d"><v>2026-10-01T08:00:00Z</v></c></row>`,
      strings: [
        `<t>${ICCID}</t>`,
        `<r><t xml:space="preserve">Pump &amp; </t></r><r><t>co_x000D_ &#x41;</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh>`,
      ],
    }),
  );
  expect(rows).toEqual([
    {
      line: 2,
      cells: [
        ICCID,
        "Pump & co\r A",
        "42",
        "0.1",
        "true",
        "2026-10-01T00:00:00.000Z",
        "2026-10-01T12:00:00.000Z",
        "PUMP",
        "42",
        "2026-10-01T08:00:00Z",
      ],
    },
  ]);
});

test("rows keep the numbers of the sheet, over titles and gaps; what is empty or beside the table is no row", async () => {
  const { header, rows } = await read(
    workbook({
      rows: [
        textRow(2, "Our SIM list"),
        textRow(4, "ICCID", undefined, "Label"),
        textRow(5, ICCID, undefined, "Pump"),
        textRow(9, undefined, undefined, undefined, "a remark"),
        textRow(12, "2"),
      ].join(""),
    }),
  );
  expect(header).toEqual(["ICCID", "", "Label"]);
  expect(rows).toEqual([
    { line: 5, cells: [ICCID, "", "Pump"] },
    { line: 12, cells: ["2", "", ""] },
  ]);
});

test("a number that may have lost digits is written as one, so that no identifier is made of it", async () => {
  const { rows } = await read(
    workbook({
      rows: `${textRow(1, "ICCID")}<row r="2"><c><v>${ICCID}</v></c></row><row r="3"><c><v>8.9882280666800005E+18</v></c></row><row r="4"><c><v>901405100000001</v></c></row>`,
    }),
  );
  expect(rows.map((row) => "cells" in row && row.cells[0])).toEqual([
    "8.98822806668e+18",
    "8.98822806668e+18",
    "901405100000001",
  ]);
});

test("the first sheet that is not hidden is read, and the others are named", async () => {
  const sheets =
    '<sheet name="Codes" sheetId="9" state="veryHidden" r:id="rId2"/><sheet name="S &amp; M" sheetId="1" r:id="rId1"/>';
  const { notes, rows } = await read(
    workbook({ sheets, rows: textRow(1, "ICCID") + textRow(2, ICCID) }),
  );
  expect(rows).toHaveLength(1);
  expect(notes).toEqual(['Only the sheet "S & M" is read. Left out: "Codes".']);
});

test("days of a workbook that counts from 1904", async () => {
  const { rows } = await read(
    workbook({
      workbookPr: '<workbookPr date1904="1"/>',
      rows: `${textRow(1, "ICCID", "Date")}<row r="2"><c r="B2" s="1"><v>44834</v></c></row>`,
    }),
  );
  expect(rows).toEqual([{ line: 2, cells: ["", "2026-10-01T00:00:00.000Z"] }]);
});

test("a file whose elements carry a prefix, and whose rows and cells carry no numbers", async () => {
  const parts = workbookParts({ rows: "" });
  const sheet = `<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>ICCID</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>${ICCID}</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  const { rows } = await read(zipOf({ ...parts, "xl/worksheets/first.xml": sheet }));
  expect(rows).toEqual([{ line: 2, cells: [ICCID] }]);
});

test.each([false, true])(
  "what another program writes, thousands of rows, comes back cell by cell (ZIP64: %s)",
  async (zip64) => {
    const label = (index: number) => `Gerät ${index} ${"<&>\"'".repeat(index % 3)}`;
    const file = await new Response(
      writeXlsxStream(
        Array.from({ length: 5000 }, (_, i) => [
          `${10n ** 18n + BigInt(i)}`,
          label(i),
          new Date(i * 1e9),
        ]),
        {
          name: "SIMs",
          zip64,
          columns: [{ header: "ICCID" }, { header: "Label" }, { header: "Activated" }],
        },
      ),
    ).bytes();
    const { rows } = await read(file);
    expect(rows).toHaveLength(5000);
    expect(rows[4321]).toEqual({
      line: 4323,
      cells: [`${10n ** 18n + 4321n}`, label(4321), new Date(4321e9).toISOString()],
    });
  },
);

const GOOD = workbook({ rows: textRow(1, "ICCID") + textRow(2, ICCID) });
const locked = Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"),
  Buffer.alloc(2048),
  Buffer.from("EncryptedPackage", "utf16le"),
]);
const damaged = Buffer.from(GOOD);
damaged.fill(7, damaged.indexOf("first.xml") + 20, damaged.indexOf("first.xml") + 60);

test.each<[string, Uint8Array, RegExp]>([
  ["one that was cut off", GOOD.subarray(0, GOOD.length - 300), /^invalid: .*broken/],
  ["one with damaged bytes", damaged, /^invalid: .*broken/],
  ["an empty archive", zipOf({}), /^invalid: .*no Excel workbook/],
  ["a ZIP of something else", zipOf({ "a.csv": "ICCID" }), /^invalid: .*no Excel workbook/],
  ["one with a password", locked, /^invalid: .*password/],
  ["one of the old format", locked.subarray(0, 1000), /^invalid: .*\.xls\)/],
  ["an archive with a password", zipOf(workbookParts({ rows: "" }), { flags: 1 }), /password/],
  ["one without a sheet", workbook({ rows: "", sheets: "" }), /^invalid: .*no sheet/],
  ["one with an empty sheet", workbook({ rows: "" }), /^invalid: .*no ICCID column/],
  [
    "one that points to texts it has not",
    workbook({ rows: '<row><c t="s"><v>7</v></c></row>' }),
    /broken/,
  ],
  ["rows in no order", workbook({ rows: textRow(3, "ICCID") + textRow(2, ICCID) }), /broken/],
  ["entities of its own", workbook({ rows: '<!DOCTYPE a [<!ENTITY b "c">]>' }), /broken/],
  [
    "a text without an end",
    workbook({ rows: `<row><c t="str"><v>${"x".repeat(2_000_000)}` }),
    /broken/,
  ],
])("%s is refused with a sentence", async (_, file, sentence) => {
  expect(await sentenceOf(file)).toMatch(sentence);
});

test("a bomb is refused before it goes off, whether it says what it holds or lies", async () => {
  const bomb = workbookParts({ rows: `${textRow(1, "ICCID")}${" ".repeat(50_000_000)}` });
  expect(zipOf(bomb).length).toBeLessThan(100_000);
  expect(await sentenceOf(zipOf(bomb, { claimedBytes: 3 * 1024 ** 3 }))).toMatch(/more than 2 GB/);
  expect(await sentenceOf(zipOf(bomb, { claimedBytes: 1000 }))).toMatch(/broken/);
});

test("nothing is left in the temporary folder, read or refused", async () => {
  const { TMPDIR } = process.env;
  const folder = await mkdtemp(join(tmpdir(), "simon-xlsx-"));
  process.env.TMPDIR = folder;
  try {
    await read(GOOD);
    await sentenceOf(damaged);
    await expect(openXlsx(Readable.from([GOOD]), () => false)).rejects.toThrow(/no ICCID/);
    expect(await readdir(folder)).toEqual([]);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    await rm(folder, { recursive: true });
  }
});
