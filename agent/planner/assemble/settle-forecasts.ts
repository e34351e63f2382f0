import type { Pool } from "./pool.ts";

const MODEL = "forecast_model";

/** What is to come, and what an anomaly was measured against. */
export function settleExpected(pool: Pool): void {
  const [expected] = pool.peek("metric", ({ metric }) => metric === "expected");
  const [usage] = pool.peek("metric", ({ metric }) => metric === "usage");
  if (!expected || !usage || pool.peek("noun", ({ view }) => view === "anomalies").length > 0)
    return;
  pool.drop(expected);
  pool.drop(usage);
  pool.put({ ...usage, metric: "predicted" });
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
