import type { XAxisProps, YAxisProps } from "recharts";
import { niceTicks } from "#app/lib/chart-data.ts";
import { formatDay, formatSize } from "#app/lib/format.ts";

const TICK = { fill: "var(--muted)", fontSize: 12 };

export const MARGIN = { top: 18, right: 12, bottom: 0, left: 0 };

export function dayAxis(now: Date): XAxisProps {
  return {
    dataKey: "day",
    tickFormatter: (day: string) => formatDay(day, now).text,
    tick: TICK,
    tickLine: false,
    axisLine: { stroke: "var(--line)" },
    minTickGap: 24,
  };
}

/** From nothing up to a round number of bytes; what lies beyond is cut off. */
export function volumeAxis(top: number): YAxisProps {
  const ticks = niceTicks(0, top, true);
  return {
    type: "number",
    ticks,
    domain: [0, ticks.at(-1) ?? 1],
    allowDataOverflow: true,
    tickFormatter: (bytes: number) => formatSize(bytes),
    tick: TICK,
    tickLine: false,
    axisLine: false,
    width: 64,
  };
}
