// An analysis in a process of its own, killed in the middle of its parts, on a database of this file's own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { systemActor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { ownDatabase } from "#db/testing/own-database.ts";
import { newMember, newOrganization } from "#domain/auth/testing.ts";
import { MB, makeAnalysed, makePlans, weeklyDays } from "../testing.ts";
import { analyseFleet } from "./analyse-fleet.ts";

const SIMS = 24;
const SIMS_A_SHARD = 2;
const LEASE_MS = 2_000;
const own = ownDatabase();
const iccidOf = (index: number) => `89882806660001${String(index).padStart(5, "0")}`;

it("what a killed worker was at is done by another: every SIM once, none left out, none twice", async () => {
  const owner = await newMember(await newOrganization(), "owner");
  await makePlans(owner, [
    { name: "S", price: 1, includedBytes: 50 * MB, overagePerMb: 0.05 },
    { name: "L", price: 5, includedBytes: 500 * MB, overagePerMb: 0.05 },
  ]);
  for (let index = 0; index < SIMS; index++) {
    const usual = weeklyDays(120);
    await makeAnalysed(owner, {
      iccid: iccidOf(index),
      days: usual.map((bytes, day) => (index % 4 === 1 && day === 95 + index ? 6 * bytes : bytes)),
      customer: index % 2 ? "Acme" : "Bolt",
      rate_plan: "S",
      quota: { total: 500 * MB, remaining: 30 * MB },
    });
  }
  const worker = spawn(
    process.execPath,
    [
      "domain/analysis/batch/killed-analysis.cli.ts",
      owner.organizationId,
      String(SIMS_A_SHARD),
      String(LEASE_MS),
    ],
    { env: { ...process.env, ...own.settings }, stdio: ["ignore", "pipe", "inherit"] },
  );
  for await (const sentence of createInterface({ input: worker.stdout })) {
    if (!sentence.startsWith("0 of")) break;
  }
  worker.kill("SIGKILL");
  await once(worker, "exit");
  const select = <T extends object>(query: string) =>
    asActor(owner, (sql) => sql.unsafe<T[]>(query));
  const shards = () =>
    select<{ state: string; attempts: number }>(
      "select state, attempts from store.analysis_shards",
    );
  const before = await shards();
  const left = before.filter(({ state }) => state !== "done").length;
  expect(before).toHaveLength(SIMS / SIMS_A_SHARD);
  expect(left).toBeLessThan(before.length);

  const actor = systemActor({ id: owner.organizationId, name: owner.organizationName });
  const outcome = await analyseFleet(actor, {
    signal: new AbortController().signal,
    progress: async () => {},
    leaseMs: LEASE_MS,
  });
  expect(outcome).toBe(
    `Analysed ${SIMS} SIMs by their usage until 20 Oct 2026: ${SIMS / 4} anomalies, 0 events of groups.`,
  );
  const attempts = (of: readonly { attempts: number }[]) =>
    of.reduce((sum, shard) => sum + shard.attempts, 0);
  const after = await shards();
  // what nobody had begun is begun once, what was begun and not ended once more
  expect(attempts(after) - attempts(before)).toBe(left);
  expect(after.every(({ state }) => state === "done")).toBe(true);
  const counts = await select(`
    select (select count(*) from store.forecasts) as days,
      (select count(distinct iccid) from store.forecasts) as forecast,
      (select count(*) from store.quota_outlook) as outlooks,
      (select count(*) from store.quota_recommendations) as advised,
      (select count(*) from store.anomalies) as anomalies,
      (select sims from store.group_forecasts where kind = 'fleet') as in_sum`);
  expect(counts).toEqual([
    {
      days: SIMS * 31,
      forecast: SIMS,
      outlooks: SIMS,
      advised: SIMS,
      anomalies: SIMS / 4,
      in_sum: SIMS,
    },
  ]);
}, 120_000);
