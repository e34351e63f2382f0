import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fleetNow } from "#core/clock.ts";
import { config } from "#core/config.ts";
import type { Day } from "./day.ts";

/** `npm run sync` in a process of its own, killed once it has made so many calls. */
export async function syncAndDie({ emulator, dataDir, owner }: Day, calls: number): Promise<void> {
  const before = emulator.calls().total.calls;
  const { database } = config();
  const child = spawn(
    process.execPath,
    ["domain/sync/sync.cli.ts", "--organization", owner.organizationName],
    {
      env: {
        ...process.env,
        SIMON_DATA_DIR: dataDir,
        DATABASE_URL: database.kind === "server" ? database.url : "",
        SIMON_NOW: fleetNow().toISOString(),
        SIMON_LOOPBACK_PROVIDER: "1",
      },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  const ended = once(child, "exit");
  while (emulator.calls().total.calls - before < calls && child.exitCode === null) await sleep(5);
  child.kill("SIGKILL");
  await ended;
}
