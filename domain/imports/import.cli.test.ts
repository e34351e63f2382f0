import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { textRow, workbook } from "./testing/workbook.ts";

const ICCID = "8988228066680000001";
const OTHER = "8988228066680000002";
const organization = `Import ${randomUUID()}`;
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "simon-cli-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** As `npm run import` in this organisation, on the database of the tests. */
async function run(
  ...options: string[]
): Promise<{ stdout: string; stderr: string; code: number }> {
  const command = ["domain/imports/import.cli.ts", "--organization", organization, ...options];
  const child = promisify(execFile)(process.execPath, command, {
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return child.then(
    (streams) => ({ ...streams, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test("SIMs and usage in one go, bad rows in one file, and again without a change", async () => {
  const sims = await file("sims.csv", `ICCID,Label\n${ICCID},Pump\n12,bad\n`);
  const usage = await file(
    "usage.csv",
    `ICCID,Date,Volume (MB)\n${ICCID},2026-10-01,1.5\n${ICCID},soon,1\n`,
  );
  const errors = join(folder, "errors.csv");
  const options = ["--sims", sims, "--usage", usage, "--errors", errors];
  const first = await run(...options);
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout.match(/1 loaded, 0 unchanged, 1 bad/g)).toHaveLength(2);
  expect(await readFile(errors, "utf8")).toBe(
    `file,line,field,value,reason
sims.csv,3,ICCID,12,"has 2 digits; an ICCID has 19, or 20 with its check digit"
usage.csv,3,Date,soon,"is not a date; write it as 2026-10-31 or 2026-10-31T14:05:00Z"
`,
  );
  const again = await run(...options);
  expect(again.stdout.match(/0 loaded, 1 unchanged, 1 bad/g)).toHaveLength(2);
});

test("a preview says what would change and changes nothing; an Excel list is read like a CSV", async () => {
  const rows = [textRow(1, "ICCID", "Label"), textRow(2, OTHER, "Valve"), textRow(3, "12", "bad")];
  const path = join(folder, "list.xlsx");
  await writeFile(path, workbook({ rows: rows.join("") }));
  const checked = await run("--sims", path, "--preview");
  expect(checked).toMatchObject({ code: 0 });
  expect(checked.stdout).toContain("1 would be new, 0 changed, 0 unchanged, 1 bad");
  expect(checked.stdout).toContain("Nothing was loaded.");
  expect(await readFile(`${path}.errors.csv`, "utf8")).toContain("3,ICCID,12,");
  expect((await run("--sims", path)).stdout).toContain("1 loaded, 0 unchanged, 1 bad");
  const changed = await file("changed.csv", `ICCID,Label\n${OTHER},Valve 2\n`);
  expect((await run("--sims", changed, "--preview")).stdout).toContain(
    `Would change: label of 1\n    ${OTHER}: label Valve → Valve 2`,
  );
});

test("a file that is none, and one without ICCIDs, end with a sentence and exit code 1", async () => {
  expect(await run("--sims", join(folder, "none.csv"))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("There is no file"),
  });
  expect(await run("--sims", await file("names.csv", "name\nx\n"))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("has no ICCID column"),
  });
});
