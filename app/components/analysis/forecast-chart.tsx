"use client";

import dynamic from "next/dynamic";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { formatVolume } from "#app/lib/format.ts";
import type { UsageForecast } from "#domain/analysis/usage-forecast.ts";
import { FigureTable } from "./figure-table.tsx";
import { FigureViews } from "./figure-views.tsx";
import {
  FORECAST_COLUMNS,
  forecastPoints,
  forecastRows,
  heightOf,
  isOfMeans,
  spentPoints,
} from "./forecast-points.ts";
import { runOutWords } from "./forecast-words.ts";
import { Legend } from "./legend.tsx";
import type { MarkedDays } from "./run-out-marks.tsx";

const loading = () => <Skeleton className="h-full w-full" />;
const ForecastPicture = dynamic(() => import("./forecast-picture.tsx"), { ssr: false, loading });
const QuotaPicture = dynamic(() => import("./quota-picture.tsx"), { ssr: false, loading });

const HEIGHT_PX = 240;
const USED_A_DAY = (
  <>
    <span className="font-medium text-fg">Data used</span> a day
  </>
);

/** What was used and what will be, a day at a time or added up against the quota, or as a table. */
export function ForecastChart({ forecast }: { readonly forecast: UsageForecast }) {
  const now = useFleetNow();
  const { quota, summary, days } = forecast;
  const points = forecastPoints(forecast);
  const runOut = marked(forecast);
  const aheadLabel = isOfMeans(forecast) ? "Expected" : "Forecast";
  const spent = spentPoints(forecast);
  const views = [
    {
      name: "Per day",
      caption: (
        <>
          {USED_A_DAY}
          <Legend
            marks={[
              { label: "Used", kind: "line" },
              { label: aheadLabel, kind: "dashed" },
              { label: "80 %", kind: "band" },
              { label: "95 %", kind: "wide-band" },
            ]}
          />
        </>
      ),
      inWords: `Line chart of the bytes of each day, with the forecast and its 80 % and 95 % bands. ${summary} The button “Table” gives the numbers.`,
      content: <ForecastPicture points={points} aheadLabel={aheadLabel} runOut={runOut} />,
    },
    ...(quota && days.length > 0
      ? [
          {
            name: "Quota",
            caption: (
              <>
                <span className="font-medium text-fg">Expected in all</span> against what is left
              </>
            ),
            inWords: `Line chart of what is expected to be used in all, against the ${formatVolume(quota.remaining).text} that are left. Runs out: ${forecast.run_out ? runOutWords(forecast.run_out, now) : "not known"}.`,
            content: <QuotaPicture points={spent} remaining={quota.remaining} runOut={runOut} />,
          },
        ]
      : []),
    {
      name: "Table",
      caption: USED_A_DAY,
      content: (
        <FigureTable
          caption={`Forecast of ${forecast.subject.name}`}
          columns={FORECAST_COLUMNS}
          rows={forecastRows(forecast)}
        />
      ),
    },
  ];
  return (
    <>
      <FigureViews heightPx={HEIGHT_PX} views={views} />
      {heightOf(points).isCut ? (
        <p className="px-4 pb-2 text-xs text-muted">
          The 95 % band goes beyond the picture; the table has its bounds.
        </p>
      ) : null}
    </>
  );
}

/** As far as these days lie in the picture. */
function marked({ run_out: runOut, days }: UsageForecast): MarkedDays | null {
  if (!runOut) return null;
  const { date: day, earliest_date: from, latest_date: to } = runOut;
  return { day, from, to: to ?? days.at(-1)?.day ?? null };
}
