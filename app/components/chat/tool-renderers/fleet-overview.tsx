import { AnswerChart } from "#app/components/answer/answer-chart.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { formatNumber } from "#app/lib/format.ts";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const TRAFFIC = [column("day", "Day", "day"), column("total_volume", "Data used", "bytes", true)];
const CUSTOMERS = [
  column("customer", "Customer"),
  column("total_volume", "Data used, 30 days", "bytes", true),
  column("sims", "SIMs", "number"),
];

export function FleetOverview({ output }: ToolRendererProps<"fleet_overview">) {
  const openAlerts = output.open_alerts.reduce((sum, row) => sum + row.alerts, 0);
  const figures = [
    ["SIMs", output.sims],
    ["Seen in 24 h", output.seen_24h],
    ["Open alerts", openAlerts],
    ["Open tickets", output.open_tickets],
    ["Over 90 % of quota", output.data_quota_over_90_percent],
    ["Run out in 7 days", output.running_out_in_7_days],
  ] as const;
  return (
    <div className="flex flex-col gap-3">
      <Card aria-label="Fleet at a glance" className="overflow-hidden">
        <dl className="grid grid-cols-2 gap-px bg-line sm:grid-cols-3">
          {figures.map(([label, value]) => (
            <div key={label} className="flex flex-col-reverse bg-raised px-4 py-3">
              <dt className="text-sm text-muted">{label}</dt>
              <dd className="text-xl font-semibold">{formatNumber(value).text}</dd>
            </div>
          ))}
        </dl>
        <div className="border-t border-line">
          <AnswerChart
            columns={TRAFFIC}
            rows={output.traffic}
            chart={{ kind: "line", x: "day", y: ["total_volume"] }}
          />
        </div>
      </Card>
      <ResultTable
        title="Customers with most traffic"
        columns={CUSTOMERS}
        rows={output.top_customers}
      />
    </div>
  );
}
