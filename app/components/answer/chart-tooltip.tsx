import type { Picture } from "#app/lib/chart-data.ts";
import { formatCell } from "#app/lib/format-cell.ts";

interface ChartTooltipProps {
  readonly picture: Picture;
  readonly colors: readonly string[];
  readonly now: Date;
  /** Given by recharts. */
  readonly active?: boolean;
  readonly label?: unknown;
  readonly payload?: readonly { readonly dataKey?: unknown; readonly value?: unknown }[];
}

export function ChartTooltip({ picture, colors, now, active, label, payload }: ChartTooltipProps) {
  if (!active || !payload?.length) return null;
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-sm">
      <p className="text-muted">{formatCell(label, picture.xColumn, now).text}</p>
      {picture.series.map((series, index) => {
        const entry = payload.find((candidate) => candidate.dataKey === series.key);
        if (!entry || entry.value === null || entry.value === undefined) return null;
        const { text } = formatCell(Number(entry.value), picture.yColumn, now);
        return (
          <p key={series.key} className="flex items-center gap-2">
            <span
              aria-hidden
              className="size-2 rounded-full"
              style={{ background: colors[index] }}
            />
            {picture.series.length > 1 ? <span className="text-muted">{series.label}</span> : null}
            <span className="ml-auto font-medium">{text}</span>
          </p>
        );
      })}
    </div>
  );
}
