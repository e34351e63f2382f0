import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AlreadyHeld, hold, holderOf } from "./lock.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "simon-lock-"));
  path = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("who holds it keeps others out until it is released", () => {
  const release = hold(path);
  expect(holderOf(path)?.pid).toBe(process.pid);
  expect(() => hold(path)).toThrow(AlreadyHeld);
  release();
  expect(holderOf(path)).toBeNull();
  hold(path)();
  expect(readdirSync(folder)).toEqual(["lock.gate"]);
});

test("a dead process's lock is taken over", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    "-e",
    "console.log(process.pid)",
  ]);
  writeFileSync(path, JSON.stringify({ pid: Number(stdout), startedAt: "1" }));
  const release = hold(path);
  expect(holderOf(path)?.pid).toBe(process.pid);
  release();
});

test.runIf(existsSync("/proc/self/stat"))(
  "a pid that lives again as another process does not hold it",
  () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, startedAt: "1" }));
    expect(holderOf(path)).toBeNull();
    hold(path)();
  },
);

test.each(["", "{", "null", `{"pid":"1"}`])("a file that says %j is nobody's", (text) => {
  writeFileSync(path, text);
  const release = hold(path);
  expect(holderOf(path)?.pid).toBe(process.pid);
  release();
});

test("releasing late does not take a later holder's lock away", () => {
  const release = hold(path);
  writeFileSync(path, JSON.stringify({ pid: process.ppid, startedAt: startOf(process.ppid) }));
  release();
  expect(existsSync(path)).toBe(true);
});

test("of several processes that take over from a dead one at once, one gets it", async () => {
  writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, startedAt: "1" }));
  const program = `
    import { hold } from ${JSON.stringify(resolve("db/embedded/lock.ts"))};
    try { hold(${JSON.stringify(path)}); console.log("held"); } catch (error) { console.log(error.constructor.name); }
    setTimeout(() => {}, 1500);`;
  const results = await Promise.all(
    Array.from({ length: 5 }, () =>
      promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]),
    ),
  );
  const said = results.map((result) => result.stdout.trim()).sort();
  expect(said).toEqual(["AlreadyHeld", "AlreadyHeld", "AlreadyHeld", "AlreadyHeld", "held"]);
});

function startOf(pid: number): string {
  if (!existsSync(`/proc/${pid}/stat`)) return "";
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
