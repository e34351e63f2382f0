"use client";

import { Line } from "recharts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { formatDay, formatVolume } from "#app/lib/format.ts";
import type { AnomalyPoint } from "./anomaly-points.ts";
import { DayChart } from "./day-chart.tsx";
import { Tip } from "./tip.tsx";

const RING = { r: 4, fill: "var(--raised)", stroke: "var(--critical)", strokeWidth: 2 };

/** Observed against expected, anomalous days ringed. */
export default function AnomalyPicture({ points }: { readonly points: readonly AnomalyPoint[] }) {
  const now = useFleetNow();
  const top = Math.max(0, ...points.flatMap((point) => [point.observed ?? 0, point.expected ?? 0]));
  return (
    <DayChart
      points={points}
      top={top}
      tip={(point) => <Tip title={formatDay(point.day, now).text} lines={linesOf(point)} />}
    >
      <Line
        dataKey="expected"
        stroke="var(--series-6)"
        strokeDasharray="6 3"
        strokeWidth={1.5}
        {...LINE}
      />
      <Line dataKey="observed" stroke="var(--series-1)" strokeWidth={2} {...LINE} />
      <Line dataKey="ringed" stroke="none" {...LINE} dot={RING} />
    </DayChart>
  );
}

const LINE = {
  dot: false,
  activeDot: false,
  isAnimationActive: false,
  connectNulls: false,
} as const;

function linesOf({ observed, expected, anomaly }: AnomalyPoint) {
  const volume = (bytes: number | null) =>
    bytes === null ? "not known" : formatVolume(bytes).text;
  return [
    ["Observed", volume(observed)] as const,
    ["Expected", volume(expected)] as const,
    ...(anomaly ? [["Anomaly", anomaly] as const] : []),
  ];
}
