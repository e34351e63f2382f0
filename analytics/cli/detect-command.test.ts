import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import { detectCommand } from "./detect-command.ts";
import { UsageError } from "./usage-error.ts";

const folder = mkdtempSync(join(tmpdir(), "simon-detect-"));
afterAll(() => rmSync(folder, { recursive: true }));

const dayAt = (day: number) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
const steady = (id: string, change: (day: number) => number | null) =>
  Array.from({ length: 90 }, (_, day) => {
    const volume = change(day);
    return volume === null ? null : [id, dayAt(day), volume * (1000 + ((day * 37) % 101))];
  }).filter((row) => row !== null);

async function detected(rows: readonly (readonly unknown[])[], ...more: string[]) {
  const csv = join(folder, "in.csv");
  const out = join(folder, "out.csv");
  const problems = join(folder, "problems.csv");
  writeFileSync(csv, rows.map((row) => row.join(",")).join("\n"));
  const summary = await detectCommand([
    "--csv",
    csv,
    "--out",
    out,
    "--problems",
    problems,
    ...more,
  ]);
  const read = (file: string): Record<string, string>[] =>
    parse(readFileSync(file), { columns: true });
  return { summary, anomalies: read(out), problems: read(problems) };
}

const HEADER = ["id", "day", "value"];

describe("detect on a file", () => {
  it("answers for every series, with no cell that is a formula, and lists the bad ones", async () => {
    const { summary, anomalies, problems } = await detected([
      HEADER,
      ...steady("=surge", (day) => (day === 60 ? 9 : 1)),
      ["short", dayAt(0), 5],
      ["wrong", "2026-02-31", 5],
      ...steady("odd", (day) => (day === 7 ? -1 : 1)),
      ["far", "1900-01-01", 1],
      ["far", dayAt(0), 1],
      ...steady("stopped", (day) => (day < 70 ? 1 : null)),
    ]);
    expect(anomalies.map(({ id, day, kind }) => [id, day, kind])).toEqual([
      ["'=surge", dayAt(60), "spike"],
      ["stopped", dayAt(70), "silence"],
    ]);
    expect(Object.keys(anomalies[0] ?? {})).toEqual(
      "id day kind observed expected score severity reason".split(" "),
    );
    expect(problems).toEqual([
      { id: "short", problem: "The device has used too little data to be judged." },
      { id: "wrong", problem: "1 row had no valid day and was left out." },
      { id: "wrong", problem: "There are no days." },
      { id: "odd", problem: "1 day with a negative value was counted as unknown." },
      { id: "far", problem: expect.stringContaining("which cannot be") },
      { id: "far", problem: "There are no days." },
    ]);
    expect(summary).toMatch(/^2 anomalies in 6 series \(2 not judged\)/);
  });

  it("takes a missing day for unknown in a file that writes zeros", async () => {
    const { anomalies } = await detected([
      HEADER,
      ...steady("gap", (day) => (day > 50 && day < 60 ? null : 1)),
      ...steady("zeros", (day) => (day > 50 && day < 60 ? 0 : 1)),
    ]);
    expect(anomalies.map(({ id, kind }) => [id, kind])).toEqual([["zeros", "silence"]]);
  });

  it("gives the same for rows in any order, and takes the later of two values of a day", async () => {
    const rows = [
      ...steady("a", (day) => (day === 40 ? 8 : 1)),
      ...steady("b", (day) => (day === 50 ? 8 : 1)),
    ];
    const inOrder = await detected([HEADER, ...rows]);
    const mixed = rows.toSorted((x, y) => (String(x[1]) < String(y[1]) ? -1 : 1));
    expect((await detected([HEADER, ...mixed])).anomalies).toEqual(inOrder.anomalies);
    const corrected = await detected([
      HEADER,
      ...rows,
      ["a", dayAt(40), 1000],
      ["b", dayAt(0), 1000],
    ]);
    expect(corrected.anomalies.map(({ id }) => id)).toEqual(["b"]);
    expect(corrected.problems).toContainEqual({
      id: "a",
      problem: "1 day had two different values; the later row was taken.",
    });
  });

  it.each([
    [[], "Name a file to read"],
    [["--csv", "no-such.csv", "--out", join(folder, "x")], "cannot be read"],
    [["--sideways"], "Unknown option"],
  ])("says what is wrong with %j", async (args, message) => {
    await expect(detectCommand(args)).rejects.toThrow(UsageError);
    await expect(detectCommand(args)).rejects.toThrow(message);
  });
});
