import { SimAnomalies } from "#domain/analysis/sim-anomalies.ts";
import { UsageForecast } from "#domain/analysis/usage-forecast.ts";

/** Questions that follow from an analysis, which the planner can read; null after another tool. */
export function analysisFollowUps(tool: string, output: unknown): string[] | null {
  switch (tool) {
    case "forecast_usage":
      return afterForecast(UsageForecast.safeParse(output).data);
    case "detect_anomalies":
      return afterDetection(SimAnomalies.safeParse(output).data);
    case "recommend_quota":
      return ["When will it run out?", "Anything odd about it?"];
    case "list_anomalies":
    case "pool_quotas":
      return [];
    default:
      return null;
  }
}

function afterForecast(made: UsageForecast | undefined): string[] {
  if (!made?.total) return [];
  const longer = made.horizon_days < 90 ? ["And for 90 days?"] : [];
  if (made.subject.kind !== "sim") return longer;
  const compare = made.method === "Prophet" ? "Compare with MSTL" : "Compare with Prophet";
  return ["How good is that forecast?", compare, ...longer];
}

function afterDetection(made: SimAnomalies | undefined): string[] {
  if (!made) return [];
  const open = made.anomalies.filter(({ status }) => status === "open");
  return open.length === 1
    ? ["That is not an anomaly", "Forecast it for the next 30 days"]
    : ["Forecast it for the next 30 days"];
}
