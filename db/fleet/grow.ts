import { setImmediate } from "node:timers/promises";
import { database, type Transaction } from "../database.ts";
import { ALERT_RULES } from "./alert-rules.ts";
import { alertsOf } from "./alerts.ts";
import { dayOf, isoDay } from "./calendar.ts";
import { type Changes, flushChanges, openChanges, settleMessages } from "./changes.ts";
import { addAnomalies, addDerived } from "./derived-rows.ts";
import type { Fleet } from "./fleet.ts";
import { earlierHistory, type History, historyOf } from "./history.ts";
import { fleetOf, readMeta, writeMeta } from "./meta.ts";
import { inOrganization } from "./organization.ts";
import { addRecords } from "./rows.ts";
import { simAt } from "./sims.ts";
import { instant } from "./table-writer.ts";
import { flushTables, openTables, type Tables } from "./tables.ts";
import { ticketsOf } from "./tickets.ts";

/** Growing costs seconds: a start soon after the last one does not wait for it. */
const LEAST_GROWTH_MS = 60 * 60_000;
const FLUSH_AT_ROWS = 20_000;
/** Others have their turn after so many SIMs. */
const SIMS_A_TURN = 20;

/** Bring every generated fleet of this database up to `now`. */
export async function growFleets(now: Date): Promise<void> {
  const { sql } = await database();
  const organizations = await sql<{ id: string }[]>`select id from public.organization order by id`;
  for (const organization of organizations) await growFleet(organization, now);
}

/**
 * Add what happened in a generated fleet since it was last made or grown. SIMs that were deleted stay
 * deleted, and those that a person switched off stay silent. Growing twice changes nothing.
 *
 * @returns whether anything was added.
 */
export function growFleet(organization: { readonly id: string }, now: Date): Promise<boolean> {
  return inOrganization(organization, async (sql) => {
    const meta = await readMeta(sql);
    const afterMs = meta ? Date.parse(meta.generatedUntil) : 0;
    if (!meta) return false;
    const nowMs = Math.floor(now.getTime() / 1000) * 1000;
    const isNewDay = dayOf(nowMs) > dayOf(afterMs);
    if (!isNewDay && nowMs - afterMs < LEAST_GROWTH_MS) return false;
    const fleet = fleetOf(meta);
    if (isNewDay) await removeSampleResults(sql);
    await growSims(sql, fleet, { afterMs, nowMs, isNewDay });
    await settleMessages(sql, now);
    await writeMeta(sql, { ...meta, generatedUntil: new Date(nowMs).toISOString() });
    return true;
  });
}

interface Growth {
  readonly afterMs: number;
  readonly nowMs: number;
  /** Forecasts and the like are made once a day. */
  readonly isNewDay: boolean;
}

async function growSims(
  sql: Transaction,
  fleet: Fleet,
  { afterMs, nowMs, isNewDay }: Growth,
): Promise<void> {
  const statuses = await readStatuses(sql);
  const ruleIds = await readRuleIds(sql);
  const isAnalysed = await hasAnalysis(sql);
  const tables = openTables(ON_CONFLICT);
  const changes = openChanges();
  for (let index = 0; index < fleet.sims; index++) {
    if (index % SIMS_A_TURN === 0) await setImmediate();
    const sim = simAt(fleet, index);
    const status = statuses.get(sim.iccid);
    if (!status) continue;
    const history = historyOf(fleet, sim, nowMs);
    if (isNewDay) addDerived(tables, fleet, history, { isAnalysed });
    if (status === sim.status) {
      if (!isAnalysed) addAnomalies(tables, fleet, history, { afterMs });
      addRecords(tables, fleet, history, ruleIds, { afterMs });
      addChanges(changes, fleet, history, earlierHistory(fleet, history, afterMs));
    } else if (status !== "deactivated") {
      addRenewals(changes, history, earlierHistory(fleet, history, afterMs));
    }
    if (tables.forecasts.waiting + tables.sim_usage.waiting < FLUSH_AT_ROWS) continue;
    await flush(sql, tables, changes);
  }
  await flush(sql, tables, changes);
}

/** From then on what was really found stands alone. */
async function hasAnalysis(sql: Transaction): Promise<boolean> {
  const rows = await sql`
    select 1 from store.analysis_runs
    where organization_id = current_setting('app.organization_id') and finished_at is not null limit 1`;
  return rows.length > 0;
}

async function flush(sql: Transaction, tables: Tables, changes: Changes): Promise<void> {
  await flushTables(sql, tables);
  await flushChanges(sql, changes);
}

/** Today's total is there in part; a result that was really computed is better than a sample. */
const ON_CONFLICT = {
  sim_usage: "on conflict do nothing",
  sim_usage_daily: `on conflict (organization_id, iccid, day) do update set
    total_volume = kept.total_volume + excluded.total_volume,
    upload_volume = kept.upload_volume + excluded.upload_volume,
    download_volume = kept.download_volume + excluded.download_volume,
    event_count = kept.event_count + excluded.event_count`,
  forecasts: "on conflict do nothing",
  quota_outlook: "on conflict do nothing",
  churn_risk: "on conflict do nothing",
  quota_recommendations: "on conflict do nothing",
} as const;

function addChanges(changes: Changes, fleet: Fleet, history: History, before: History): void {
  const { sim, nowMs, lastSeenMs, lastNetwork } = history;
  const isNew = (ms: number | null): ms is number => ms !== null && ms > before.nowMs;
  if (isNew(lastSeenMs) && lastNetwork) {
    changes.sims.add(sim.iccid, instant(lastSeenMs), lastNetwork.operator, lastNetwork.country);
  }
  for (const { now, added, expires, isNewPeriod } of periodsOf(history, before)) {
    if (!isNewPeriod && added === 0) continue;
    changes.quotas.add(sim.iccid, now.type, added, now.used, isNewPeriod, expires, instant(nowMs));
  }
  for (const alert of alertsOf(fleet, history)) {
    const { triggeredAtMs, resolvedAtMs, acknowledgedAtMs, acknowledgedBy } = alert;
    if (isNew(triggeredAtMs) || !(isNew(resolvedAtMs) || isNew(acknowledgedAtMs))) continue;
    changes.alerts.add(
      sim.iccid,
      instant(triggeredAtMs),
      instant(resolvedAtMs),
      acknowledgedBy,
      instant(acknowledgedAtMs),
    );
  }
  for (const { createdAtMs, resolvedAtMs } of ticketsOf(fleet, history)) {
    if (isNew(createdAtMs) || !isNew(resolvedAtMs)) continue;
    changes.tickets.add(sim.iccid, instant(createdAtMs), instant(resolvedAtMs));
  }
}

/** The volume of a SIM that a person switched off comes anew as well, and nothing of it is used. */
function addRenewals(changes: Changes, history: History, before: History): void {
  for (const { now, expires, isNewPeriod } of periodsOf(history, before)) {
    if (!isNewPeriod) continue;
    changes.quotas.add(history.sim.iccid, now.type, 0, 0, true, expires, instant(history.nowMs));
  }
}

function periodsOf(history: History, before: History) {
  const pairs = [
    [history.data, before.data],
    [history.smsQuota, before.smsQuota],
  ] as const;
  return pairs.map(([now, then]) => ({
    now,
    added: now.used - then.used,
    isNewPeriod: now.expiresDay !== then.expiresDay,
    expires: now.expiresDay === null ? null : `${isoDay(now.expiresDay)}T00:00:00Z`,
  }));
}

async function removeSampleResults(sql: Transaction): Promise<void> {
  for (const table of ["forecasts", "quota_outlook", "churn_risk", "quota_recommendations"]) {
    await sql`
      delete from ${sql(`store.${table}`)}
      where organization_id = current_setting('app.organization_id') and source = 'sample'`;
  }
}

async function readStatuses(sql: Transaction): Promise<Map<string, string>> {
  const rows = await sql<{ iccid: string; status: string }[]>`
    select iccid, status from store.sims where organization_id = current_setting('app.organization_id')`;
  return new Map(rows.map(({ iccid, status }) => [iccid, status]));
}

/** In the order of `ALERT_RULES`; null for one that a person removed. */
async function readRuleIds(sql: Transaction): Promise<(number | null)[]> {
  const rows = await sql<{ id: number; name: string }[]>`
    select id, name from store.alert_rules
    where organization_id = current_setting('app.organization_id')`;
  return ALERT_RULES.map((rule) => rows.find(({ name }) => name === rule.name)?.id ?? null);
}
