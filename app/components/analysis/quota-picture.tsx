"use client";

import { Line, ReferenceLine } from "recharts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { formatDay, formatVolume } from "#app/lib/format.ts";
import { DayChart } from "./day-chart.tsx";
import type { LeftPoint } from "./forecast-points.ts";
import { type MarkedDays, RunOutMarks } from "./run-out-marks.tsx";
import { Tip } from "./tip.tsx";

interface QuotaPictureProps {
  readonly points: readonly LeftPoint[];
  readonly remaining: number;
  readonly runOut: MarkedDays | null;
}

const volume = (bytes: number) => formatVolume(bytes).text;

/** What is expected to be used, added up, against what is left of the quota. */
export default function QuotaPicture({ points, remaining, runOut }: QuotaPictureProps) {
  const now = useFleetNow();
  const top = Math.max(remaining, points.at(-1)?.spent ?? 0) * 1.08;
  return (
    <DayChart
      points={points}
      top={top}
      tip={(point) => (
        <Tip
          title={`by the end of ${formatDay(point.day, now).text}`}
          lines={[
            ["Used by then", volume(point.spent)],
            ["Then left", volume(Math.max(0, remaining - point.spent))],
          ]}
        />
      )}
    >
      <RunOutMarks runOut={runOut} now={now} />
      <ReferenceLine
        y={remaining}
        stroke="var(--fg)"
        strokeDasharray="3 2"
        label={{
          value: `left: ${volume(remaining)}`,
          position: "insideBottomRight",
          fill: "var(--fg)",
          fontSize: 12,
        }}
      />
      <Line
        dataKey="spent"
        stroke="var(--series-1)"
        strokeWidth={2}
        strokeDasharray="6 3"
        dot={false}
        activeDot={{ r: 4, strokeWidth: 0 }}
        isAnimationActive={false}
      />
    </DayChart>
  );
}
