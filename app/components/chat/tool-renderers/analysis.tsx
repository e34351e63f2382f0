import { AnswerChart } from "#app/components/answer/answer-chart.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const FORECAST = [
  column("day", "Day", "day"),
  column("mean", "Expected", "bytes", true),
  column("lower_80", "Lower bound (80 %)", "bytes"),
  column("upper_80", "Upper bound (80 %)", "bytes"),
];

export function ForecastUsage({ output }: ToolRendererProps<"forecast_usage">) {
  const { days } = output;
  if (days.length === 0) return null; // the answer says why
  const chart = { kind: "line", x: "day", y: ["mean"] } as const;
  return (
    <div className="flex flex-col gap-3">
      <Card>
        <AnswerChart columns={FORECAST} rows={days} chart={chart} />
      </Card>
      <ResultTable title="Forecast per day" columns={FORECAST} rows={days} />
    </div>
  );
}

const ANOMALIES = [
  column("day", "Day", "day"),
  column("kind", "Kind"),
  column("severity", "Severity"),
  column("observed", "Observed", "bytes"),
  column("expected", "Expected", "bytes"),
  column("reason", "Reason"),
  column("status", "Status"),
];

export function DetectAnomalies({ output }: ToolRendererProps<"detect_anomalies">) {
  const { anomalies } = output;
  if (anomalies.length === 0) return null;
  return <ResultTable title="Anomalies" columns={ANOMALIES} rows={anomalies} />;
}

export function ListAnomalies({ output }: ToolRendererProps<"list_anomalies">) {
  return <ResultTable title="Anomalies" columns={ANOMALIES} rows={output.anomalies} />;
}

const PLANS = [
  column("name", "Plan"),
  column("included", "Included", "bytes"),
  column("mean_cost", "Cost a month"),
  column("currency", "Currency"),
  column("risk", "Risk", "percent"),
];

export function RecommendQuota({ output }: ToolRendererProps<"recommend_quota">) {
  const { plans } = output;
  if (plans.length === 0) return null;
  return <ResultTable title="Plans compared" columns={PLANS} rows={plans} />;
}

const LARGEST = [
  column("iccid", "ICCID", "iccid"),
  column("label", "Device name"),
  column("type", "Recommendation"),
  column("recommended_total", "Recommended", "bytes"),
  column("monthly_saving", "Saving a month"),
  column("currency", "Currency"),
];

export function PoolQuotas({ output }: ToolRendererProps<"pool_quotas">) {
  const { largest } = output;
  if (largest.length === 0) return null;
  return <ResultTable title="Where advice is worth most" columns={LARGEST} rows={largest} />;
}
