import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seriesOf } from "#evals/forecast/families.ts";
import { dayOfNumber } from "../calendar.ts";
import { forecastCommand } from "./forecast-command.ts";
import { UsageError } from "./usage-error.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "forecast-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the command on a file of this text; its lines of days and of summaries, the header left out. */
async function run(text: string, ...args: string[]) {
  const csv = join(folder, "in.csv");
  const out = join(folder, "out.csv");
  await writeFile(csv, text);
  const said = await forecastCommand(["--csv", csv, "--out", out, ...args]);
  const linesOf = async (path: string) =>
    (await readFile(path, "utf8")).trim().split("\n").slice(1);
  return { said, days: await linesOf(out), summary: await linesOf(`${out}.summary.csv`) };
}

test("a file is forecast by id, in any order of rows and columns; bad series are told beside the others", async () => {
  const good = [...seriesOf("weekly-profile", 1, 100)].map(
    (value, day) => `${value},x,good,${dayOfNumber(20_400 + day)}`,
  );
  const other = [...seriesOf("croston", 1, 100)].map(
    (value, day) => `${value},x,other,${dayOfNumber(20_400 + day)}T00:00:00Z`,
  );
  const text = [
    "\uFEFFvalue,more,ID,Day",
    ...good.flatMap((row, day) => [row, other[99 - day]]),
    "much,x,no-value,2026-01-01",
    "1,x,no-day,01/02/2026",
    "1,x,,2026-01-01",
    "1,x,=1+1,2026-02-03",
  ].join("\r\n");
  const { said, days, summary } = await run(text, "--horizon", "7", "--backtest", "2");
  expect(said).toContain("3 of 5 series (2 regular, 1 intermittent)");
  expect(days).toHaveLength(21);
  expect(days[0]).toMatch(new RegExp(`^good,${dayOfNumber(20_500)}(,\\d+){6}$`));
  expect(summary[0]).toMatch(/^good,regular,blend [^,]+,100,7,/);
  expect(summary[1]).toMatch(/^other,intermittent,/);
  expect(summary[2]).toMatch(/^no-value,+There is no day with a known volume\.$/);
  expect(summary[3]).toMatch(/^no-day,+There is no day with a valid date\.$/);
  expect(summary[4]).toMatch(/^'=1\+1,regular,.*Only 1 day of history/);
});

test("days may be numbers, a missing value is no zero, and a peer can be asked", async () => {
  const rows = Array.from({ length: 60 }, (_, day) => `a;${day};${day === 30 ? "" : 5000}`);
  const { days, summary } = await run(["id;day;value", ...rows].join("\n"), "--method", "mstl");
  const [id, day, predicted] = days[0]?.split(",") ?? [];
  expect([id, day]).toEqual(["a", "60"]);
  expect(Number(predicted)).toBeCloseTo(5000, -1);
  expect(summary[0]).toContain("MSTL with ETS");
  expect(summary[0]).toContain("1 unknown day was filled in");
});

test("a day without a row is unknown in a file that writes zeros, else a day without use", async () => {
  const rows = Array.from({ length: 90 }, (_, day) => `a,${day},${4000 + 10 * (day % 7)}`);
  const sparse = rows.filter((_, day) => day % 3 === 0);
  const unused = await run(["id,day,value", ...sparse].join("\n"));
  expect(unused.summary[0]).toContain("58 days without a row count as days without use.");
  const unknown = await run(["id,day,value", ...sparse, "b,1,0"].join("\n"));
  expect(unknown.summary[0]).toContain("58 days without a row count as not known.");
});

test("a wrong call or table is told in a sentence", async () => {
  await expect(forecastCommand(["--csv", "x"])).rejects.toThrow(UsageError);
  await expect(run("id,day,value", "--out", join(folder, "no/such/folder"))).rejects.toThrow(
    /cannot be written/,
  );
  await expect(run("id,day,value", "--horizon", "91")).rejects.toThrow("from 7 to 90, not 91");
  await expect(run("id,day,value", "--method", "guess")).rejects.toThrow(
    "one of auto, prophet, mstl",
  );
  await expect(run("sim,when,bytes\n1,2,3")).rejects.toThrow('the column "id"');
});
