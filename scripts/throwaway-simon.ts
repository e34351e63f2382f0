import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface RunningSimon {
  readonly url: string;
  readonly apiKey: string;
  readonly email: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Simon with its demo in a process and a folder of its own. `settings`: of its environment. */
export async function startThrowawaySimon(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningSimon> {
  const dataDir = await mkdtemp(join(tmpdir(), "simon-mcp-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      SIMON_DATA_DIR: dataDir,
      SIMON_EMULATOR: "0",
      SIMON_RATE_LIMIT_READS_PER_MINUTE: "100000",
      ...settings,
    },
  });
  const exited = new Promise<void>((done) => child.once("exit", () => done()));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  let isStopped = false;
  void exited.then(() => {
    isStopped = true;
  });
  while (!isStopped) {
    const demo = await readFile(join(dataDir, "demo.json"), "utf8").then(JSON.parse, () => null);
    const isReady =
      demo &&
      (await fetch(`${demo.url}/api/health`).then(
        ({ ok }) => ok,
        () => false,
      ));
    if (isReady) {
      const { url, apiKey, email, password } = demo;
      return { url, apiKey, email, password, stop };
    }
    await sleep(250);
  }
  await rm(dataDir, { recursive: true, force: true });
  throw new Error("Simon stopped while it started; what it said stands above.");
}
