import { dayNumber } from "#analytics/calendar.ts";
import { addDays } from "#core/day.ts";
import { NotFound } from "#core/errors.ts";
import type { Transaction } from "#db/database.ts";
import { lastWholeDay } from "./last-whole-day.ts";
import type { Subject } from "./subject.ts";

/** Older days say little of what comes. */
export const ANALYSED_DAYS = 180;

export interface AnalysedSim {
  readonly subject: Subject;
  readonly status: string;
  readonly ratePlan: string | null;
  /** The last day of the history; null where no usage of the fleet is known. */
  readonly asOf: string | null;
  /** The day of the first value, which is its first with use; null where it used nothing in these days. */
  readonly firstDay: string | null;
  /** Bytes of each day until `asOf`; a day without records was without use. */
  readonly values: Float64Array;
  readonly quota: {
    readonly total: number;
    readonly remaining: number;
    readonly expiresAt: Date | null;
    /** What was left at the end of `asOf`. */
    readonly remainingThen: number;
  } | null;
}

interface SimRow {
  readonly label: string | null;
  readonly status: string;
  readonly customer: string | null;
  readonly rate_plan: string | null;
  readonly total: number | null;
  readonly remaining: number | null;
  readonly expires_at: Date | null;
  readonly updated_at: Date | null;
}

/** One SIM with its days and its data quota, as `simon_app`. @throws NotFound */
export async function readAnalysedSim(sql: Transaction, iccid: string): Promise<AnalysedSim> {
  const [[sim], asOf] = await Promise.all([
    sql<SimRow[]>`
      select s.label, s.status, s.customer, s.rate_plan, q.total, q.remaining, q.expires_at, q.updated_at
      from store.sims s left join store.sim_quota q
        on q.organization_id = s.organization_id and q.iccid = s.iccid and q.type = 'data'
      where s.iccid = ${iccid}`,
    lastWholeDay(sql),
  ]);
  if (!sim) throw new NotFound(`No SIM with ICCID ${iccid} in this organisation.`);
  const { label, customer } = sim;
  const known = {
    subject: { kind: "sim", name: label ?? iccid, iccid, customer, sims: 1 } as const,
    status: sim.status,
    ratePlan: sim.rate_plan,
    asOf,
  };
  if (asOf === null) {
    return { ...known, firstDay: null, values: new Float64Array(0), quota: quotaOf(sim, 0) };
  }
  const from = addDays(asOf, 1 - ANALYSED_DAYS);
  const days = await sql<{ day: string; volume: number }[]>`
    select day, total_volume as volume from fleet.sim_usage_daily
    where iccid = ${iccid} and day >= ${from}::date order by day`;
  const since = days.filter(({ day }) => day > asOf);
  const isCounted = sim.updated_at !== null && sim.updated_at >= new Date(addDays(asOf, 1));
  const usedSince = isCounted ? since.reduce((sum, { volume }) => sum + volume, 0) : 0;
  const within = days.filter(({ day }) => day <= asOf);
  return {
    ...known,
    ...denseDays(within, within.find(({ volume }) => volume > 0)?.day ?? null, asOf),
    quota: quotaOf(sim, usedSince),
  };
}

function quotaOf(
  { total, remaining, expires_at }: SimRow,
  usedSince: number,
): AnalysedSim["quota"] {
  if (total === null || remaining === null) return null;
  return { total, remaining, expiresAt: expires_at, remainingThen: remaining + usedSince };
}

function denseDays(
  days: readonly { readonly day: string; readonly volume: number }[],
  firstDay: string | null,
  asOf: string,
): Pick<AnalysedSim, "firstDay" | "values"> {
  if (firstDay === null) return { firstDay, values: new Float64Array(0) };
  const values = new Float64Array(daysBetween(firstDay, asOf) + 1);
  for (const { day, volume } of days) {
    if (day >= firstDay) values[daysBetween(firstDay, day)] = volume;
  }
  return { firstDay, values };
}

const daysBetween = (first: string, last: string) => dayNumber(last) - dayNumber(first);

/** What is left at the end of the history, and for how many days; null where there is no quota any more. */
export function quotaLasts(
  { quota }: AnalysedSim,
  lastDay: string,
): { bytes: number; days: number } | null {
  if (!quota || quota.total <= 0) return null;
  const firstAhead = Date.parse(addDays(lastDay, 1));
  const days = quota.expiresAt
    ? Math.ceil((quota.expiresAt.getTime() - firstAhead) / DAY_MS)
    : Number.POSITIVE_INFINITY;
  return days > 0 ? { bytes: quota.remainingThen, days } : null;
}

const DAY_MS = 86_400_000;
