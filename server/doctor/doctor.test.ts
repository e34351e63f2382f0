import { execFile } from "node:child_process";
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
])(
  "what is wrong with %j is named, and the exit code says so",
  async (env, advice) => {
    const { code, text } = await simon(["doctor"], { SIMON_DATA_DIR: dataDir, ...env } as Record<
      string,
      string
    >);
    expect(text).toContain(advice);
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
