import { CircleAlert } from "lucide-react";
import { Cell, Iccid } from "#app/components/answer/cell.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { column } from "./columns.ts";
import { DetailsTable } from "./details-table.tsx";
import { QuotaBar } from "./quota-bar.tsx";
import type { ToolRendererProps } from "./types.ts";

const FIELDS = [
  column("status", "Status"),
  column("customer", "Customer"),
  column("operator", "Operator"),
  column("country", "Country"),
  column("rat", "Radio"),
  column("rate_plan", "Rate plan"),
  column("msisdn", "MSISDN"),
  column("imei", "IMEI"),
  column("last_seen_at", "Last seen", "timestamp"),
  column("activated_at", "Activated", "timestamp"),
  column("usage_30d_bytes", "Last 30 days", "bytes"),
  column("open_ticket_count", "Open tickets"),
  column("tags", "Tags", "list"),
];
const TRIGGERED = column("triggered_at", "Triggered", "timestamp");

export function GetSim({ output }: ToolRendererProps<"get_sim">) {
  return (
    <Card aria-label={`SIM ${output.iccid}`} className="divide-y divide-line">
      <header className="flex flex-wrap items-baseline gap-x-3 px-4 py-3">
        <h3 className="font-medium">{output.label ?? "SIM"}</h3>
        <Iccid value={output.iccid} />
      </header>
      <div className="px-4 py-2">
        <DetailsTable columns={FIELDS} row={output} />
      </div>
      {output.quotas.length > 0 ? (
        <div className="flex flex-col gap-2 px-4 py-3">
          {output.quotas.map((quota) => (
            <QuotaBar key={quota.type} quota={quota} />
          ))}
        </div>
      ) : null}
      {output.open_alerts.length > 0 ? (
        <ul className="flex flex-col gap-1.5 px-4 py-3 text-sm">
          {output.open_alerts.map((alert) => (
            <li key={alert.id} className="flex items-start gap-2">
              <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-critical" />
              <span className="flex-1">
                {alert.severity}: {alert.message}
              </span>
              <span className="text-muted">
                <Cell value={alert.triggered_at} column={TRIGGERED} />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}
