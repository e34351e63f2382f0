import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ownDatabase } from "#db/testing/own-database.ts";

/** It is the whole installation that is examined. */
const { dataDir, settings } = ownDatabase({ embedded: true });

/** As a person runs it, in another folder than ours. */
function simon(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [join(process.cwd(), "scripts/simon.mjs"), ...args],
      { cwd: tmpdir(), env: { ...process.env, ...env } },
      (error, stdout, stderr) => done({ code: Number(error?.code ?? 0), text: stdout + stderr }),
    );
  });
}

it("on a prepared database nothing is in the way", async () => {
  const { code, text } = await simon(["doctor"], settings);
  expect(text).toContain("Nothing is in the way");
  expect(text).toMatch(/✓ (Embedded )?Postgres \d+/);
  expect(text).toContain("✓ The schema is up to date");
  expect(code).toBe(0);
}, 60_000);

it("on a new machine it makes nothing, and says what the first start will", async () => {
  const fresh = join(dataDir, "not-there");
  const { code, text } = await simon(["doctor"], { SIMON_DATA_DIR: fresh, DATABASE_URL: "" });
  expect(text).toContain("made at the first start");
  expect(code).toBe(0);
});

it.each([
  [{ PORT: "many" }, "PORT"],
  [{ DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" }, "Check DATABASE_URL"],
  [{ SIMON_MODEL: "openai:gpt-5" }, "Set OPENAI_API_KEY"],
  [
    { SIMON_MODEL: "openai-compatible:x", SIMON_MODEL_BASE_URL: "http://127.0.0.1:1/v1" },
    "does not answer",
  ],
  [{ DATABASE_URL: "", SIMON_DATA_DIR: "package.json/data" }, "SIMON_DATA_DIR to another folder"],
])(
  "what is wrong with %j is named, and the exit code says so",
  async (env, advice) => {
    const { code, text } = await simon(["doctor"], { SIMON_DATA_DIR: dataDir, ...env } as Record<
      string,
      string
    >);
    expect(text).toContain(advice);
    expect(text).not.toMatch(/^\s+at |"stack"/m);
    expect(code).toBe(1);
  },
  60_000,
);

it("a command that is not there is told which are", async () => {
  const { code, text } = await simon(["dance"]);
  expect(text).toContain('no command "dance"');
  expect(text).toContain("doctor");
  expect(code).toBe(1);
});

it("a model that is not there is named, and those that are", async () => {
  const list = { data: [{ id: "llama3:latest" }, { id: "qwen3" }] };
  const server = createServer((_request, response) => response.end(JSON.stringify(list)));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const asked = (model: string) =>
    simon(["doctor"], {
      SIMON_DATA_DIR: join(dataDir, "not-there"),
      DATABASE_URL: "",
      SIMON_MODEL: `openai-compatible:${model}`,
      SIMON_MODEL_BASE_URL: `http://127.0.0.1:${port}/v1`,
    });
  expect(await asked("gpt-9")).toMatchObject({
    code: 1,
    text: expect.stringMatching(/no such model\.\s+.*llama3:latest, qwen3/),
  });
  expect(await asked("llama3")).toMatchObject({ code: 0 });
  server.close();
});

it.each(["sync", "worker", "fleet", "audit"])(
  "%s says in a sentence that the database is not there, or which option is not",
  async (command) => {
    const env = { SIMON_DATA_DIR: dataDir, DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing" };
    const gone = await simon([command], env);
    expect(gone.text.trim()).toMatch(/^The database cannot be opened: nobody listens/);
    const wrong = await simon([command, "--bogus"], env);
    expect(wrong.text).toContain("Unknown option '--bogus'");
    for (const { code, text } of [gone, wrong]) {
      expect(text).not.toMatch(/^\s+at |"stack"/m);
      expect(code).toBe(1);
    }
  },
  60_000,
);
