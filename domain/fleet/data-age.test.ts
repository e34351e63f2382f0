import { expect, test } from "vitest";
import { asActor } from "#db/guard.ts";
import { testActor } from "#db/testing.ts";
import { dataAge } from "./data-age.ts";

const NOW = new Date("2026-10-21T09:30:00Z");
const ICCID = "8988280666000000001";

test("a fleet without data has no age", async () => {
  const age = await dataAge(testActor(), NOW);
  expect(age.newest).toBeNull();
  expect(age.sources.every(({ newest }) => newest === null)).toBe(true);
});

test("the newest instant counts, unless it lies ahead of the clock", async () => {
  const actor = testActor();
  await asActor(actor, async (sql) => {
    await sql`insert into store.sims (iccid, status, last_seen_at)
      values (${ICCID}, 'active', '2026-10-21T09:26:00Z')`;
    await sql`insert into store.sims (iccid, status, last_seen_at)
      values ('8988280666000000002', 'active', '2026-10-21T23:00:00Z')`;
    await sql`select store.ingest_usage(array[${ICCID}], array['2026-10-20T12:00:00Z'::timestamptz],
      array[1000::bigint], array['download'], array['O2'], array['DE'], array['record-1'])`;
  });
  const age = await dataAge(actor, NOW);
  expect(age.newest).toEqual(new Date("2026-10-21T09:26:00Z"));
  expect(age.sources.find(({ isDay }) => isDay)?.newest).toEqual(new Date("2026-10-20T00:00:00Z"));
});
