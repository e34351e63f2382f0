import type { Picture } from "#app/lib/chart-data.ts";
import { SERIES_COLORS, SERIES_DASHES } from "./series-style.ts";

/** Names the series where there is more than one. */
export function ChartLegend({ picture }: { picture: Picture }) {
  if (picture.series.length < 2) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
      {picture.series.map((series, index) => (
        <span key={series.key} className="inline-flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 20 4" className="h-1 w-5">
            <path
              d="M0 2h20"
              stroke={SERIES_COLORS[index]}
              strokeWidth={picture.kind === "line" ? 2 : 4}
              strokeDasharray={picture.kind === "line" ? SERIES_DASHES[index] : undefined}
            />
          </svg>
          {series.label}
        </span>
      ))}
    </span>
  );
}
