"use client";

import type { ReactNode } from "react";
import { CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { dayAxis, MARGIN, volumeAxis } from "./axes.tsx";

interface DayChartProps<Point> {
  readonly points: readonly Point[];
  /** The height in bytes, before it is rounded up. */
  readonly top: number;
  /** What stands beside the pointer. */
  readonly tip: (point: Point) => ReactNode;
  /** Lines and areas. */
  readonly children: ReactNode;
}

/** Volumes over days: the frame of every picture of an analysis. */
export function DayChart<Point>({ points, top, tip, children }: DayChartProps<Point>) {
  const now = useFleetNow();
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={[...points]} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis {...dayAxis(now)} />
        <YAxis {...volumeAxis(top)} />
        {children}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          content={({ active, payload }) => {
            const point = payload?.[0]?.payload as Point | undefined;
            return active && point ? tip(point) : null;
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
