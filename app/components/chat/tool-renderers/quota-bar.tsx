import { cn } from "#app/lib/cn.ts";
import { formatNumber, formatPercent, formatVolume } from "#app/lib/format.ts";

interface QuotaBarProps {
  readonly quota: { readonly type: "data" | "sms"; readonly total: number; readonly used: number };
}

const ATTENTION_PERCENT = 80;
const CRITICAL_PERCENT = 95;

/** How much of a quota is used; the colour is said in words by the percentage beside it. */
export function QuotaBar({ quota: { type, total, used } }: QuotaBarProps) {
  const percent = total > 0 ? (100 * used) / total : 0;
  const amount = (value: number) =>
    (type === "data" ? formatVolume(value) : formatNumber(value)).text;
  return (
    <div className="text-sm">
      <div className="flex justify-between gap-3">
        <span className="text-muted">{type === "data" ? "Data quota" : "SMS quota"}</span>
        <span>
          {amount(used)} of {amount(total)} ({formatPercent(percent).text})
        </span>
      </div>
      <div className="mt-1 h-1.5 overflow-hidden rounded-full bg-hover">
        <div
          className={cn(
            "h-full rounded-full",
            percent >= CRITICAL_PERCENT
              ? "bg-critical"
              : percent >= ATTENTION_PERCENT
                ? "bg-attention"
                : "bg-accent",
          )}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </div>
    </div>
  );
}
