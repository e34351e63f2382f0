import { dayAfter } from "#analytics/calendar.ts";
import { detect, type JudgedDays } from "#analytics/detect.ts";
import type { Actor } from "#core/actor.ts";
import { asActor } from "#db/guard.ts";
import { readAnalysedSim } from "./analysed-sim.ts";
import { anomaliesSummary } from "./anomalies-summary.ts";
import { feedbackOf } from "./feedback.ts";
import { mergedWith } from "./merged-anomalies.ts";
import type { SimAnomalies } from "./sim-anomalies.ts";
import { storedAnomaliesOf } from "./stored-anomalies.ts";
import { surroundingsOf } from "./surroundings.ts";

const SHOWN_DAYS = 90;

/** What is strange about a SIM by its days until yesterday, beside what was found of it before. @throws NotFound */
export async function detectSim(actor: Actor, iccid: string): Promise<SimAnomalies> {
  const { sim, since, stored, feedback, surroundings } = await asActor(actor, async (sql) => {
    const sim = await readAnalysedSim(sql, iccid);
    const since = dayAfter(sim.asOf ?? "1970-01-01", 1 - SHOWN_DAYS);
    const { firstDay } = sim;
    const [stored, feedback, surroundings] = await Promise.all([
      storedAnomaliesOf(sql, iccid, since),
      feedbackOf(sql, [iccid]),
      firstDay === null ? null : surroundingsOf(sql, { iccid, firstDay, days: sim.values.length }),
    ]);
    return { sim, since, stored, feedback: feedback.get(iccid) ?? [], surroundings };
  });
  const { subject, asOf, firstDay, values } = sim;
  const known = { subject, as_of: asOf };
  if (asOf === null || firstDay === null) {
    const reason = "It has used no data that is known.";
    const output = { ...known, is_judged: false, reason, class: null, days: [], notes: [] };
    const anomalies = mergedWith(iccid, stored, []);
    return { ...output, anomalies, summary: anomaliesSummary({ ...output, anomalies }) };
  }
  const made = detect({ firstDay, values, ...surroundings }, { feedback, since, withDays: true });
  const output = {
    ...known,
    is_judged: made.isJudged,
    reason: made.reason,
    class: made.class,
    days: made.days ? shownDays(made.days) : [],
    anomalies: mergedWith(iccid, stored, made.anomalies),
    notes: [...made.notes],
  };
  return { ...output, summary: anomaliesSummary(output) };
}

function shownDays({ firstDay, observed, expected }: JudgedDays): SimAnomalies["days"] {
  const first = Math.max(0, observed.length - SHOWN_DAYS);
  return Array.from(observed.subarray(first), (volume, i) => ({
    day: dayAfter(firstDay, first + i),
    observed: known(volume),
    expected: known(expected[first + i]),
  }));
}

const known = (bytes = Number.NaN) => (Number.isNaN(bytes) ? null : Math.round(bytes));
