import { setImmediate as nextTurn } from "node:timers/promises";
import { Forecaster, Group as Sum } from "#analytics/forecast.ts";
import type { Actor } from "#core/actor.ts";
import { Invalid, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { ANALYSED_DAYS } from "./analysed-sim.ts";
import { boundsOf, dayRows, historyRows } from "./forecast-rows.ts";
import { forecastSummary } from "./forecast-summary.ts";
import { type Group, isIn, type Member, membersOf } from "./members.ts";
import type { Subject } from "./subject.ts";
import type { UsageForecast } from "./usage-forecast.ts";

/** More take longer than somebody waits for. */
const MOST_MEMBERS = 5000;
/** So many are forecast at a stretch before others have their turn. */
const STRETCH = 50;

/** What the SIMs of a group will use together: the sum of what each will. @throws NotFound, Invalid */
export async function forecastGroup(
  actor: Actor,
  group: Group,
  horizonDays: number,
): Promise<UsageForecast> {
  const { sims, asOf, members } = await asActor(actor, async (sql) => {
    const [row] = await sql<{ sims: number }[]>`
      select count(*) as sims from store.sims s where ${isIn(sql, group)}`;
    const sims = row?.sims ?? 0;
    if (sims === 0) throw new NotFound(`No SIM in use of ${wordsFor(group)} in this organisation.`);
    if (sims > MOST_MEMBERS) throw new Invalid(tooMany(group, sims));
    return { sims, ...(await membersOf(sql, group)) };
  });
  const known = {
    subject: subjectOf(group, sims),
    class: null,
    as_of: asOf,
    horizon_days: horizonDays,
    quota: null,
    run_out: null,
    accuracy: null,
  };
  if (asOf === null || members.length === 0) {
    const summary = `No usage of ${wordsFor(group)} is known, so there is nothing to forecast from.`;
    return { ...known, method: null, history: [], days: [], total: null, notes: [], summary };
  }
  const { days, total } = await sumOf(members, horizonDays);
  const output = {
    ...known,
    method: "the sum of what each SIM is expected to use",
    history: historyRows(historyOf(members), asOf),
    days: dayRows(days, asOf),
    total: { ...boundsOf(total), mean: Math.round(total.mean), median: Math.round(total.mean) },
    notes: [],
  };
  return { ...output, summary: forecastSummary(output) };
}

async function sumOf(members: readonly Member[], horizonDays: number) {
  const forecaster = new Forecaster();
  const sum = new Sum(horizonDays);
  for (const [i, { values }] of members.entries()) {
    if (i % STRETCH === STRETCH - 1) await nextTurn();
    forecaster.run(values, 0, values.length, horizonDays);
    sum.add(forecaster, values, 0, values.length);
  }
  return sum.outlook();
}

function historyOf(members: readonly Member[]): Float64Array {
  const sum = new Float64Array(ANALYSED_DAYS);
  for (const { values } of members) {
    const first = ANALYSED_DAYS - values.length;
    for (let i = 0; i < values.length; i++)
      sum[first + i] = (sum[first + i] ?? 0) + (values[i] ?? 0);
  }
  return sum;
}

function subjectOf(group: Group, sims: number): Subject {
  const name = group.by === "fleet" ? "The fleet" : (group.name ?? "");
  const customer = group.by === "customer" ? name : null;
  return { kind: group.by, name, iccid: null, customer, sims };
}

export function wordsFor({ by, name = "" }: Group): string {
  return by === "fleet" ? "the fleet" : `${by} ${name}`;
}

function tooMany(group: Group, sims: number): string {
  return `${sims.toLocaleString("en")} SIMs of ${wordsFor(group)} are too many to forecast while you wait. Run the job “Analyse the fleet” under Settings, Jobs; its forecast is shown afterwards.`;
}
