import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const START_TIMEOUT_MS = 300_000;

export interface App {
  readonly url: string;
  readonly apiKey: string;
  readonly organization: string;
  /** As the role that the app signs in with. */
  readonly databaseUrl: string;
  /** As an administrator, to prepare rows and statistics. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/** Simon with its demo fleet, on the Postgres of TEST_DATABASE_URL, in a process and folder of its own. */
export async function startApp(): Promise<App> {
  const databaseUrl = process.env.TEST_DATABASE_URL;
  if (!databaseUrl) throw new Error("Run it as: npm run bench (it starts a throwaway Postgres)");
  const adminUrl = process.env.DATABASE_ADMIN_URL ?? databaseUrl;
  const dataDir = mkdtempSync(join(tmpdir(), "simon-bench-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      SIMON_DEMO: "1",
      SIMON_EMULATOR: "0", // answers are measured, not the first sync beside them
      SIMON_DATA_DIR: dataDir,
      PORT: String(port),
    },
  });
  const exited = new Promise<never>((_, fail) => {
    child.once("exit", (code) => fail(new Error(`Simon stopped while starting (${code})`)));
  });
  await Promise.race([untilReady(`http://127.0.0.1:${port}/api/health`), exited]);
  const demo = JSON.parse(readFileSync(join(dataDir, "demo.json"), "utf8"));
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    apiKey: await makeFastKey(url, demo),
    organization: demo.organization,
    databaseUrl,
    adminUrl,
    stop: async () => {
      child.removeAllListeners("exit");
      const closed = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await closed;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A key whose limits a benchmark does not meet. */
async function makeFastKey(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<string> {
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const signedIn = await post("/api/auth/sign-in/email", { email, password });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const limits = { readsPerMinute: 1_000_000, effectsPerMinute: 1_000_000 };
  const made = await post(
    "/api/keys",
    { name: "bench", scopes: ["sims:read", "reports:read"], limits },
    { cookie },
  );
  return (await made.json()).key;
}

async function untilReady(url: string): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return;
    await sleep(250);
  }
  throw new Error("Simon did not start in time");
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });
}
