import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { flushAnchors } from "./anchor-heads.ts";
import { pastTheGuard } from "./testing.ts";

/** As `npm run audit:verify`, on the database of the tests. */
async function run(
  ...options: string[]
): Promise<{ stdout: string; stderr: string; code: number }> {
  const child = promisify(execFile)(process.execPath, ["domain/audit/verify.cli.ts", ...options], {
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return child.then(
    (streams) => ({ ...streams, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
}

test("it says what is whole, what is broken and what to do, and by its exit code whether all is", async () => {
  const organization = await newOrganization();
  for (let i = 0; i < 3; i++) await newMember(organization, "viewer");
  await flushAnchors();
  const of = ["--organization", organization.name];
  const whole = await run(...of);
  expect(whole).toMatchObject({ code: 0, stderr: "" });
  expect(whole.stdout).toMatch(
    /3 of 3 rows verified, the newest of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.\n/,
  );
  expect(whole.stdout).toContain("Anchored up to row 3 at ");
  expect(whole.stdout).toContain("The audit log of 1 organisation is whole: 3 rows verified.");

  await pastTheGuard(organization.id, async (sql) => {
    await sql`update store.audit_logs set actor = 'x' where organization_id = ${organization.id} and sequence = 1`;
    await sql`delete from store.audit_logs where organization_id = ${organization.id} and sequence = 3`;
  });
  const broken = await run(...of);
  expect(broken).toMatchObject({ code: 1, stderr: "" });
  expect(broken.stdout).toContain("1 of 2 rows verified");
  expect(broken.stdout).toContain("BROKEN: Row 1 was altered after being recorded.");
  expect(broken.stdout).toContain("BROKEN: Row 3 was cut off at the end of the log");
  expect(broken.stdout).toContain("Look for what is missing in a backup.");

  const accepted = await run(...of, "--accept");
  expect(accepted).toMatchObject({ code: 1 });
  const [, after] = accepted.stdout.split("Verified again:");
  expect(after).toContain("2 of 3 rows verified");
  expect(after).toContain("Row 1 was altered");
  expect(after).not.toContain("cut off");
}, 120_000);

test("an organisation that is none, and options that are none, end with a sentence", async () => {
  expect(await run("--organization", "Nobody & Sons")).toMatchObject({
    code: 1,
    stderr: 'There is no organisation "Nobody & Sons".\n',
  });
  expect(await run("--accept")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("--accept needs --organization"),
  });
  expect(await run("--nonsense")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("npm run audit:verify"),
  });
}, 120_000);
