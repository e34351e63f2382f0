import type { Picture } from "#app/lib/chart-data.ts";

/** Names the series where there is more than one. */
export function ChartLegend({ picture }: { picture: Picture }) {
  if (picture.series.length < 2) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
      {picture.series.map((series, index) => (
        <span key={series.key} className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className="h-0.5 w-3.5 rounded-full"
            style={{ background: `var(--series-${index + 1})` }}
          />
          {series.label}
        </span>
      ))}
    </span>
  );
}
