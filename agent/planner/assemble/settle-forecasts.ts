import type { Pool } from "./pool.ts";
import { Trouble } from "./trouble.ts";

const MODEL = "forecast_model";

/** What is to come, and what an anomaly was measured against. */
export function settleExpected(pool: Pool): void {
  const [expected] = pool.peek("metric", ({ metric }) => metric === "expected");
  const isObserved =
    pool.peek("metric", ({ metric }) => metric === "observed").length > 0 ||
    pool.peek("cond", ({ cond }) => cond.k === "versus").length > 0 ||
    pool.peek("noun", ({ view }) => view === "anomalies").length > 0;
  if (!expected || isObserved) return;
  pool.drop(expected);
  pool.take("metric", ({ metric }) => metric === "usage");
  pool.put({ ...expected, metric: "predicted" });
}

/** "Predicted 22–28 Oct against actual 14–20 Oct": of each period another figure. */
export function refuseForecastAgainstPast(pool: Pool, words: readonly string[]): void {
  const isPredicted = pool.peek("metric", ({ metric }) => metric === "predicted").length > 0;
  const isOfTwo = pool.peek("compare").length > 0 || pool.peek("time").length > 1;
  const isActual = pool
    .peek("cond", ({ cond }) => cond.k === "related" && cond.noun.metric !== undefined)
    .some(({ start, end }) =>
      words.slice(start, end).some((word) => /^(?:actual|real)(?:ly)?$/.test(word)),
    );
  if (isPredicted && isOfTwo && isActual)
    throw new Trouble(
      "What is expected and what was used are of different days here: each by itself, please.",
      "count",
    );
}

/** "How many SIMs is each forecasting model used for": of the SIMs that have forecasts. */
export function settleForecasts(pool: Pool): void {
  const [named] = [
    ...pool.peek("dim", ({ dim }) => dim === MODEL),
    ...pool.peek("group", ({ groups }) =>
      groups.some((group) => group.k === "dim" && group.dim === MODEL),
    ),
  ];
  if (!named) return;
  for (const verb of pool.peek("metric", (item) => item.verb === true)) pool.drop(verb);
  if (pool.peek("noun", (noun) => noun.view === "forecasts").length > 0) return;
  const { end } = named;
  pool.put({ cat: "noun", view: "forecasts", conds: [], start: end, end, score: 0 });
}
