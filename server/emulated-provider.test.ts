import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { config, overrideConfig } from "#core/config.ts";
import { database as db } from "#db/database.ts";
import { newOrganization } from "#domain/auth/testing.ts";
import { makeSims } from "#domain/changes/testing.ts";
import { showConnection } from "#domain/connections/show-connection.ts";
import { providerOf } from "#domain/providers/provider-of.ts";
import { startEmulatedProvider } from "./emulated-provider.ts";

const dataDir = mkdtempSync(join(tmpdir(), "simon-emulated-"));
const { dataDir: sharedDir, database } = config();

beforeAll(async () => {
  await db(); // that of all tests, not one in the folder below
  const url = database.kind === "server" ? database.url : "";
  overrideConfig({ SIMON_DATA_DIR: dataDir, DATABASE_URL: url, SIMON_DEMO: "1" });
});
afterAll(() => {
  overrideConfig({ SIMON_DATA_DIR: sharedDir });
  rmSync(dataDir, { recursive: true, force: true });
});

it("what is changed at the emulated provider is there after a restart, where it was or elsewhere", async () => {
  const organization = await newOrganization();
  const actor = systemActor(organization);
  const [iccid = ""] = await makeSims(actor, 3);
  const addressNow = async () => (await showConnection(actor)).connection?.base_url ?? "";
  const isEnabled = async () => {
    const { reads } = await providerOf(actor);
    return (await reads?.readSim(iccid, { signal: AbortSignal.timeout(5_000) }))?.is_enabled;
  };

  const stop = await startEmulatedProvider(organization);
  const first = await addressNow();
  expect(await isEnabled()).toBe(true);
  await (await providerOf(actor)).perform(
    { kind: "set", iccid, values: { status: "suspended" } },
    { idempotencyKey: "1", signal: AbortSignal.timeout(5_000) },
  );
  await stop();

  const again = await startEmulatedProvider(organization);
  expect(await addressNow()).toBe(first);
  expect(await isEnabled()).toBe(false);
  await again();

  const squatter = createServer().listen(Number(new URL(first).port), "127.0.0.1");
  const elsewhere = await startEmulatedProvider(organization);
  expect(await addressNow()).not.toBe(first);
  expect(await isEnabled()).toBe(false);
  await elsewhere();
  squatter.close();
}, 60_000);
