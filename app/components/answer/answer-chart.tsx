"use client";

import { ChartLine, Download, Table2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { type ChartSpec, type Picture, type Pictured, pictureOf } from "#app/lib/chart-data.ts";
import { downloadBlob } from "#app/lib/download.ts";
import { fileNameOf } from "#app/lib/file-name.ts";
import { countOf } from "#app/lib/format.ts";
import { formatCell } from "#app/lib/format-cell.ts";
import { ChartLegend } from "./chart-legend.tsx";
import { ChartTable } from "./chart-table.tsx";
import { SERIES_COLORS } from "./series-style.ts";

const ChartPicture = dynamic(() => import("./chart-picture.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

const LINE_HEIGHT_PX = 220;
const BAR_HEIGHT_PX = 30;
const AXIS_HEIGHT_PX = 34;

interface AnswerChartProps extends Pictured {
  readonly chart: ChartSpec;
}

/** The picture of an answer, with the same numbers as a table behind it. Its height is known before it loads. */
export function AnswerChart({ columns, rows, chart }: AnswerChartProps) {
  const [isTable, setIsTable] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const figureRef = useRef<HTMLElement>(null);
  const now = useFleetNow();
  const picture = pictureOf({ columns, rows }, chart);
  if (!picture || picture.points.length < 2) return null;
  const isRanking = picture.kind === "bar" && !isTemporal(picture);
  const height = isRanking
    ? picture.points.length *
        BAR_HEIGHT_PX *
        Math.min(2, Math.max(1, picture.series.length * 0.6)) +
      AXIS_HEIGHT_PX
    : LINE_HEIGHT_PX;
  const savePng = async () => {
    const svg = figureRef.current?.querySelector<SVGSVGElement>("svg.recharts-surface");
    if (!svg) return;
    const title = `${picture.yColumn.label} by ${picture.xColumn.label.toLowerCase()}`;
    const many = picture.series.length > 1 ? picture.series : [];
    const legend = many.map(({ label }, index) => ({ label, color: SERIES_COLORS[index] ?? "" }));
    try {
      const { figurePng } = await import("#app/lib/figure-png.ts");
      downloadBlob(`${fileNameOf(title, "chart")}.png`, await figurePng({ svg, title, legend }));
      setFailure(null);
    } catch {
      setFailure("The browser could not draw the picture. The button “Table” gives the numbers.");
    }
  };
  const ToggleIcon = isTable ? ChartLine : Table2;

  return (
    <figure ref={figureRef} className="px-4 py-3">
      <div className="mb-2 flex items-start gap-3">
        <figcaption className="min-w-0 flex-1 text-sm text-muted">
          <span className="font-medium text-fg">{picture.yColumn.label}</span> by{" "}
          {picture.xColumn.label.toLowerCase()}
          <ChartLegend picture={picture} />
        </figcaption>
        {isTable ? null : (
          <Button
            look="ghost"
            size="sm"
            onClick={() => void savePng()}
            aria-label="Save the chart as PNG"
            className="-mt-1"
          >
            <Download aria-hidden />
            PNG
          </Button>
        )}
        <Button
          look="ghost"
          size="sm"
          onClick={() => setIsTable(!isTable)}
          aria-pressed={isTable}
          className="-mt-1"
        >
          <ToggleIcon aria-hidden />
          {isTable ? "Chart" : "Table"}
        </Button>
      </div>
      <div style={{ height }}>
        {isTable ? (
          <ChartTable picture={picture} />
        ) : (
          <div role="img" aria-label={pictureInWords(picture, now)} className="h-full">
            <ChartPicture picture={picture} isRanking={isRanking} />
          </div>
        )}
      </div>
      {failure ? (
        <p role="alert" className="mt-1 text-sm text-critical">
          {failure}
        </p>
      ) : null}
      <HiddenNote picture={picture} />
    </figure>
  );
}

function HiddenNote({ picture: { hidden, series, points } }: { picture: Picture }) {
  const notes = [
    hidden.series > 0 && `the ${series.length} largest of ${series.length + hidden.series} lines`,
    hidden.points > 0 && `the first ${points.length} of ${points.length + hidden.points} bars`,
  ].filter(Boolean);
  if (notes.length === 0) return null;
  return <p className="mt-1 text-xs text-muted">The picture shows {notes.join(" and ")}.</p>;
}

function isTemporal({ xColumn }: Picture): boolean {
  return (
    xColumn.kind === "day" ||
    xColumn.kind === "timestamp" ||
    /hour|weekday|week|month|quarter|year/.test(xColumn.name)
  );
}

function pictureInWords(picture: Picture, now: Date): string {
  const kind = picture.kind === "line" ? "Line chart" : "Bar chart";
  const highest = picture.points
    .flatMap((point) =>
      Object.values(point.values).map((value) => ({ x: point.x, value: value ?? 0 })),
    )
    .reduce((best, candidate) => (candidate.value > best.value ? candidate : best));
  const highestText = formatCell(highest.value, picture.yColumn, now).text;
  const where = formatCell(highest.x, picture.xColumn, now).text;
  return `${kind}: ${picture.yColumn.label} by ${picture.xColumn.label}, ${countOf(picture.points.length, "point")}, highest ${highestText} at ${where}. The button “Table” gives the numbers.`;
}
