"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { niceTicks, type Picture } from "#app/lib/chart-data.ts";
import { formatSize } from "#app/lib/format.ts";
import { formatCell } from "#app/lib/format-cell.ts";
import { ChartTooltip } from "./chart-tooltip.tsx";
import { SERIES_COLORS, SERIES_DASHES } from "./series-style.ts";

const TICK = { fill: "var(--muted)", fontSize: 12 };
const PHONE_WIDTH_PX = 640;
const MAX_NAME_LENGTH = 18;
const CHARACTER_WIDTH_PX = 6.8;

interface ChartPictureProps {
  readonly picture: Picture;
  readonly isRanking: boolean;
}

/** The recharts part alone, so that it loads only where an answer has a picture. */
export default function ChartPicture({ picture, isRanking }: ChartPictureProps) {
  const now = useFleetNow();
  const data = picture.points.map((point) => ({ x: point.x, ...point.values }));
  const numbers = picture.points.flatMap((point) =>
    Object.values(point.values).filter((value) => value !== null),
  );
  const isBytes = picture.yColumn.kind === "bytes" && !picture.yColumn.unit;
  const ticks = niceTicks(
    Math.min(...numbers, 0),
    Math.max(...numbers, 0),
    isBytes,
    isRanking && window.innerWidth < PHONE_WIDTH_PX ? 3 : 5,
  );
  const quantity = (value: number) =>
    isBytes ? formatSize(value) : formatCell(value, picture.yColumn, now).text;
  const name = (value: unknown) => formatCell(value, picture.xColumn, now).text;
  const shortName = (value: unknown) => {
    const text = name(value);
    return text.length > MAX_NAME_LENGTH ? `${text.slice(0, MAX_NAME_LENGTH - 1)}…` : text;
  };
  const namesWidthPx =
    Math.max(...picture.points.map((point) => shortName(point.x).length)) * CHARACTER_WIDTH_PX + 16;
  const tooltip = (
    <Tooltip
      isAnimationActive={false}
      cursor={picture.kind === "line" ? { stroke: "var(--line-strong)" } : { fill: "var(--hover)" }}
      content={<ChartTooltip picture={picture} colors={SERIES_COLORS} now={now} />}
    />
  );
  const quantityAxis = {
    type: "number" as const,
    ticks,
    domain: [ticks[0] ?? 0, ticks.at(-1) ?? 1] as [number, number],
    tickFormatter: quantity,
    tick: TICK,
    tickLine: false,
    axisLine: false,
  };

  if (picture.kind === "line") {
    return (
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={data}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="x"
            tickFormatter={name}
            tick={TICK}
            tickLine={false}
            axisLine={{ stroke: "var(--line)" }}
            minTickGap={24}
          />
          <YAxis {...quantityAxis} width={64} />
          {tooltip}
          {picture.series.map((series, index) => (
            <Line
              key={series.key}
              dataKey={series.key}
              name={series.label}
              stroke={SERIES_COLORS[index]}
              strokeDasharray={SERIES_DASHES[index]}
              strokeWidth={2}
              dot={
                data.length <= 12 ? { r: 2.5, strokeWidth: 0, fill: SERIES_COLORS[index] } : false
              }
              activeDot={{ r: 4, strokeWidth: 0 }}
              isAnimationActive={false}
              connectNulls={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    );
  }
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={data}
        layout={isRanking ? "vertical" : "horizontal"}
        margin={{ top: 4, right: 16, bottom: 0, left: 0 }}
        barCategoryGap="22%"
        barGap={1}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={isRanking} horizontal={!isRanking} stroke="var(--line)" />
        {isRanking ? (
          <>
            <YAxis
              dataKey="x"
              type="category"
              tickFormatter={shortName}
              tick={TICK}
              tickLine={false}
              axisLine={false}
              width={namesWidthPx}
              interval={0}
            />
            <XAxis {...quantityAxis} />
          </>
        ) : (
          <>
            <XAxis
              dataKey="x"
              tickFormatter={shortName}
              tick={TICK}
              tickLine={false}
              axisLine={{ stroke: "var(--line)" }}
              minTickGap={8}
            />
            <YAxis {...quantityAxis} width={64} />
          </>
        )}
        {tooltip}
        {picture.series.map((series, index) => (
          <Bar
            key={series.key}
            dataKey={series.key}
            name={series.label}
            fill={SERIES_COLORS[index]}
            radius={isRanking ? [0, 3, 3, 0] : [3, 3, 0, 0]}
            maxBarSize={28}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
