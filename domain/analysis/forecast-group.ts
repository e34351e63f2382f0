import { setImmediate as nextTurn } from "node:timers/promises";
import { spokenDay } from "#analytics/calendar.ts";
import { type Calibration, Forecaster, historyOf, Group as Sum } from "#analytics/forecast.ts";
import type { Actor } from "#core/actor.ts";
import { Invalid, NotFound } from "#core/errors.ts";
import { asActor } from "#db/guard.ts";
import { boundsOf, dayRows } from "./forecast-rows.ts";
import { forecastSummary } from "./forecast-summary.ts";
import { groupHistory } from "./group-history.ts";
import { lastWholeDay } from "./last-whole-day.ts";
import { learntCalibration } from "./learnt-calibration.ts";
import { type Group, isIn, membersOf } from "./members.ts";
import { readGroupForecast } from "./read-group-forecast.ts";
import type { Subject } from "./subject.ts";
import type { UsageForecast } from "./usage-forecast.ts";

/** More take longer than somebody waits for: on two busy cores a SIM takes 1.2 to 2.5 ms with its reading, these 4 to 7 s. */
const MOST_MEMBERS = 3000;
/** So many are forecast at a stretch before others have their turn. */
const STRETCH = 50;

interface Watching {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What the SIMs of a group will use together: the sum of what each will. @throws NotFound, Invalid */
export async function forecastGroup(
  actor: Actor,
  group: Group,
  horizonDays: number,
  watching: Watching = {},
): Promise<UsageForecast> {
  const { sims, newest } = await asActor(actor, async (sql) => {
    const [[row], newest] = await Promise.all([
      sql<{ sims: number }[]>`select count(*) as sims from store.sims s where ${isIn(sql, group)}`,
      lastWholeDay(sql),
    ]);
    return { sims: row?.sims ?? 0, newest };
  });
  if (sims === 0) throw new NotFound(`No SIM of ${wordsFor(group)} is active.`);
  const known = {
    subject: subjectOf(group, sims),
    class: null,
    horizon_days: horizonDays,
    quota: null,
    run_out: null,
    accuracy: null,
  };
  const made =
    newest === null ? null : await sumOf(actor, group, { sims, newest, horizonDays, watching });
  if (made === null || made.sum.parts === 0) {
    const summary = `No usage of ${wordsFor(group)} is known, so there is nothing to forecast from.`;
    const nothing = { method: null, history: [], days: [], total: null, notes: [], summary };
    return { ...known, as_of: newest, ...nothing };
  }
  const { sum, asOf } = made;
  const { days, total } = sum.outlook(horizonDays);
  const output = {
    ...known,
    as_of: asOf,
    method: "the sum of what each SIM is expected to use",
    history: await asActor(actor, (sql) => groupHistory(sql, group, { asOf, sims })),
    days: dayRows(days, asOf),
    total: { ...boundsOf(total), mean: Math.round(total.mean), median: Math.round(total.mean) },
    notes: notesOn(sum, { asOf, newest, sims }),
  };
  return { ...output, summary: forecastSummary(output) };
}

interface Wanted {
  readonly sims: number;
  readonly newest: string;
  readonly horizonDays: number;
  readonly watching: Watching;
}

/** From last night, where that knows the newest day; else made now, where there are few enough. */
async function sumOf(
  actor: Actor,
  group: Group,
  { sims, newest, horizonDays, watching }: Wanted,
): Promise<{ sum: Sum; asOf: string } | null> {
  const kept = await readGroupForecast(actor, group);
  if (kept && (kept.asOf >= newest || sims > MOST_MEMBERS)) return kept;
  if (sims > MOST_MEMBERS) throw new Invalid(tooMany(group, sims));
  const { asOf, members, calibration } = await asActor(actor, async (sql) => {
    const [read, calibration] = await Promise.all([membersOf(sql, group), learntCalibration(sql)]);
    return { ...read, calibration };
  });
  if (asOf === null) return null;
  return { asOf, sum: await added(members, { horizonDays, calibration, watching }) };
}

async function added(
  members: readonly { readonly values: Float64Array }[],
  {
    horizonDays,
    calibration,
    watching: { signal, onProgress },
  }: Pick<Wanted, "horizonDays" | "watching"> & { readonly calibration: Calibration | undefined },
): Promise<Sum> {
  const forecaster = new Forecaster(calibration);
  const sum = new Sum(horizonDays);
  for (const [i, { values }] of members.entries()) {
    if (i % STRETCH === STRETCH - 1) {
      onProgress?.(i + 1, members.length);
      await nextTurn();
      signal?.throwIfAborted();
    }
    const history = historyOf(values);
    if (!history) continue;
    forecaster.run(history, 0, history.length, horizonDays);
    sum.add(forecaster, history, 0, history.length);
  }
  return sum;
}

function notesOn(
  { parts }: Sum,
  {
    asOf,
    newest,
    sims,
  }: { readonly asOf: string; readonly newest: string | null; readonly sims: number },
): string[] {
  const notes: string[] = [];
  if (newest !== null && asOf < newest) {
    notes.push(`This is of the last analysis, which knew the days until ${spokenDay(asOf)}.`);
  }
  const unused = sims - parts;
  if (unused > 0) {
    notes.push(
      `Of ${unused} active ${unused === 1 ? "SIM" : "SIMs"} no use is known lately, so none is expected.`,
    );
  }
  return notes;
}

function subjectOf(group: Group, sims: number): Subject {
  const name = group.by === "fleet" ? "The fleet" : (group.name ?? "");
  const customer = group.by === "customer" ? name : null;
  return { kind: group.by, name, iccid: null, customer, sims };
}

function wordsFor({ by, name = "" }: Group): string {
  return by === "fleet" ? "the fleet" : `${by} ${name}`;
}

function tooMany(group: Group, sims: number): string {
  return `${sims.toLocaleString("en")} SIMs of ${wordsFor(group)} are too many to forecast while you wait. Run the job “Analyse the fleet” under Settings, Jobs; its forecast is shown afterwards.`;
}
