import { Cell, Iccid } from "#app/components/answer/cell.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { column } from "./columns.ts";
import { QuotaBar } from "./quota-bar.tsx";
import type { ToolRendererProps } from "./types.ts";

const RUNS_OUT = column("exhaustion_date", "Runs out", "day");
const EXPIRES = column("expires_at", "Expires", "timestamp");

export function QuotaStatus({ output }: ToolRendererProps<"quota_status">) {
  return (
    <Card aria-label={`Quota of ${output.iccid}`} className="divide-y divide-line">
      <h3 className="px-4 py-2 text-sm font-medium">
        Quota of <Iccid value={output.iccid} />
      </h3>
      {output.quotas.length === 0 ? (
        <p className="px-4 py-3 text-muted">This SIM has no quota.</p>
      ) : null}
      {output.quotas.map((quota) => (
        <div key={quota.type} className="px-4 py-3">
          <QuotaBar quota={quota} />
          <p className="mt-1.5 flex flex-wrap gap-x-4 text-sm text-muted">
            <span>
              Expires <Cell value={quota.expires_at} column={EXPIRES} />
            </span>
            {quota.remaining <= 0 ? (
              <span>Used up already</span>
            ) : quota.exhaustion_date ? (
              <span>
                Expected to run out <Cell value={quota.exhaustion_date} column={RUNS_OUT} />
              </span>
            ) : null}
          </p>
        </div>
      ))}
    </Card>
  );
}
