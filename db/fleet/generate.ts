import { Conflict, Invalid } from "#core/errors.ts";
import { analyzeTables } from "../analyze.ts";
import type { Transaction } from "../database.ts";
import { ALERT_RULES } from "./alert-rules.ts";
import { defineFleet, type Fleet } from "./fleet.ts";
import { type PlantedIncident, plantedOn, writeGroundTruth } from "./ground-truth.ts";
import { historyOf } from "./history.ts";
import { writeMeta } from "./meta.ts";
import { inOrganization, type Organization } from "./organization.ts";
import { includedBytes } from "./plans.ts";
import { addSim } from "./rows.ts";
import { simAt } from "./sims.ts";
import { arrayText } from "./table-writer.ts";
import { flushTables, openTables } from "./tables.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface FleetOrder {
  readonly vocabulary: Vocabulary;
  readonly organization: Organization;
  readonly seed: number;
  /** Full days with records before the one of `now`. */
  readonly days: number;
  readonly now: Date;
  readonly sims: number;
  /** Remove the organisation's present fleet first, in the same transaction. */
  readonly replace?: boolean | undefined;
  readonly onProgress?: ((progress: FleetProgress) => void) | undefined;
}

export interface FleetProgress {
  readonly organization: Organization;
  readonly sims: number;
  readonly ofSims: number;
  readonly usageRows: number;
}

/** Rows of usage that wait at most in memory; each SIM adds a few hundred. */
const FLUSH_AT_ROWS = 20_000;
const LONGEST_DAYS = 730;

/**
 * Make an organisation's fleet, all or nothing. The same arguments give the same rows, whatever the
 * organisation's id.
 *
 * @throws Conflict when it has SIMs and `replace` is not set. @throws Invalid for impossible figures.
 */
export async function generateFleet(order: FleetOrder): Promise<FleetProgress> {
  requirePossible(order);
  const { organization } = order;
  const fleet = defineFleet({ ...order, organizationName: organization.name });
  const incidents: PlantedIncident[] = [];
  const done = await inOrganization(organization, async (sql) => {
    await makeRoom(sql, order);
    const ruleIds = await writeBasics(sql, fleet);
    const progress = await writeSims(sql, fleet, order, ruleIds, incidents);
    const now = new Date(fleet.baseMs).toISOString();
    const { vocabulary, seed, sims, days } = order;
    const { name } = organization;
    await writeMeta(sql, {
      vocabulary,
      organizationName: name,
      seed,
      sims,
      days,
      baseNow: now,
      generatedUntil: now,
    });
    return progress;
  });
  await analyzeTables(Object.keys(openTables()));
  await writeGroundTruth(fleet, organization, incidents);
  return done;
}

function requirePossible({ sims, days, now, seed }: FleetOrder): void {
  if (!Number.isInteger(sims) || sims < 1 || sims > 9_999_999) {
    throw new Invalid("A fleet has between 1 and 9,999,999 SIMs per organisation.");
  }
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    throw new Invalid(`A fleet has between 1 and ${LONGEST_DAYS} days of records.`);
  }
  if (!Number.isInteger(seed)) throw new Invalid("The seed must be a whole number.");
  if (Number.isNaN(now.getTime()))
    throw new Invalid("Now must be an instant, such as 2026-10-21T09:30:00Z.");
}

async function makeRoom(sql: Transaction, { organization, replace }: FleetOrder): Promise<void> {
  // Two makers of one fleet wait for each other here; the lock ends with the transaction.
  await sql`select pg_advisory_xact_lock(hashtext('fleet'), hashtext(${organization.id}))`;
  if (replace) {
    await sql`select store.prune_fleet()`;
    return;
  }
  const [present] = await sql`
    select 1 from store.sims where organization_id = current_setting('app.organization_id') limit 1`;
  if (present) {
    throw new Conflict(
      `${organization.name} has SIMs already. Add --replace to remove its fleet and make a new one.`,
    );
  }
}

async function writeBasics(sql: Transaction, { vocabulary }: Fleet): Promise<number[]> {
  for (const plan of vocabulary.rate_plans) {
    await sql`
      insert into store.rate_plans
        (name, monthly_price, currency, included_bytes, included_sms, overage_price_per_mb)
      values (${plan.name}, ${plan.monthly_price}, ${plan.currency}, ${includedBytes(plan)},
        ${plan.included_sms}, ${plan.overage_price_per_mb})
      on conflict (organization_id, name) do nothing`;
  }
  const ids: number[] = [];
  for (const rule of ALERT_RULES) {
    const [row] = await sql`
      insert into store.alert_rules
        (name, description, condition, notification_channels, severity, enabled, cooldown_minutes)
      values (${rule.name}, ${rule.description}, ${JSON.stringify(rule.condition)}::text::jsonb,
        ${arrayText(rule.channels)}::text::text[], ${rule.severity}, ${rule.enabled}, ${rule.cooldownMinutes})
      on conflict (organization_id, name) do update set description = excluded.description
      returning id`;
    ids.push(Number(row?.id));
  }
  return ids;
}

async function writeSims(
  sql: Transaction,
  fleet: Fleet,
  { organization, onProgress }: FleetOrder,
  ruleIds: readonly number[],
  incidents: PlantedIncident[],
): Promise<FleetProgress> {
  const tables = openTables();
  const progress = (sims: number): FleetProgress => ({
    organization,
    sims,
    ofSims: fleet.sims,
    usageRows: tables.sim_usage.written,
  });
  let analyzedAt = 0;
  for (let index = 0; index < fleet.sims; index++) {
    const history = historyOf(fleet, simAt(fleet, index), fleet.baseMs);
    addSim(tables, fleet, history, ruleIds);
    const incident = plantedOn(fleet, history);
    if (incident) incidents.push(incident);
    if (tables.sim_usage.waiting < FLUSH_AT_ROWS) continue;
    await flushTables(sql, tables);
    if (index >= 2 * analyzedAt) {
      // The checks of foreign keys plan for the table's known size, which was none.
      await sql`analyze store.sims`;
      analyzedAt = index;
    }
    onProgress?.(progress(index + 1));
  }
  await flushTables(sql, tables);
  const done = progress(fleet.sims);
  onProgress?.(done);
  return done;
}
