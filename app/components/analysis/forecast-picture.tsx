"use client";

import { Area, Line } from "recharts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { formatDay, formatVolume } from "#app/lib/format.ts";
import { DayChart } from "./day-chart.tsx";
import { type ForecastPoint, heightOf } from "./forecast-points.ts";
import { type MarkedDays, RunOutMarks } from "./run-out-marks.tsx";
import { Tip } from "./tip.tsx";

interface ForecastPictureProps {
  readonly points: readonly ForecastPoint[];
  readonly aheadLabel: string;
  readonly runOut: MarkedDays | null;
}

const volume = (bytes: number) => formatVolume(bytes).text;

/** The recharts part alone, so that it loads only where there is a forecast. */
export default function ForecastPicture({ points, aheadLabel, runOut }: ForecastPictureProps) {
  const now = useFleetNow();
  return (
    <DayChart
      points={points}
      top={heightOf(points).top}
      tip={(point) => (
        <Tip title={formatDay(point.day, now).text} lines={linesOf(point, aheadLabel)} />
      )}
    >
      <RunOutMarks runOut={runOut} now={now} />
      <Area dataKey="band95" fill="var(--series-1)" fillOpacity={0.15} {...BAND} />
      <Area dataKey="band80" fill="var(--series-1)" fillOpacity={0.24} {...BAND} />
      <Line dataKey="used" {...LINE} />
      <Line dataKey="ahead" strokeDasharray="6 3" {...LINE} />
    </DayChart>
  );
}

const LINE = {
  stroke: "var(--series-1)",
  strokeWidth: 2,
  dot: false,
  activeDot: { r: 4, strokeWidth: 0 },
  isAnimationActive: false,
  connectNulls: false,
} as const;

const BAND = {
  stroke: "none",
  activeDot: false,
  isAnimationActive: false,
  connectNulls: false,
} as const;

function linesOf({ used, ahead, band80, band95 }: ForecastPoint, aheadLabel: string) {
  if (used !== null) return [["Used", volume(used)]] as const;
  const between = (band: readonly [number, number]) => band.map(volume).join(" – ");
  return [
    ...(ahead === null ? [] : ([[aheadLabel, volume(ahead)]] as const)),
    ...(band80 ? ([["80 %", between(band80)]] as const) : []),
    ...(band95 ? ([["95 %", between(band95)]] as const) : []),
  ];
}
