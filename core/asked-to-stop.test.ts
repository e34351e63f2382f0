import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";

test("a signal that comes twice together stops once, and lets what is under way end", async () => {
  const child = await stopsIn(1_500);
  child.kill("SIGTERM");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("asked again a while later, it leaves at once", async () => {
  const child = await stopsIn(60_000);
  child.kill("SIGINT");
  await sleep(1_000);
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([1, null]);
});

async function stopsIn(ms: number): Promise<ChildProcess> {
  const program = `
    import { whenAskedToStop } from ${JSON.stringify(new URL("asked-to-stop.ts", import.meta.url))};
    whenAskedToStop(async () => setTimeout(() => process.exit(0), ${ms}));
    setInterval(() => {}, 1000);
    process.send("ready");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "message");
  return child;
}
