"use client";

import dynamic from "next/dynamic";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import type { SimAnomalies } from "#domain/analysis/sim-anomalies.ts";
import { ANOMALY_COLUMNS, type AnomalyPoint, anomalyPoints } from "./anomaly-points.ts";
import { FigureTable } from "./figure-table.tsx";
import { FigureViews } from "./figure-views.tsx";
import { Legend, type Mark } from "./legend.tsx";

const AnomalyPicture = dynamic(() => import("./anomaly-picture.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

const HEIGHT_PX = 220;

/** What was observed against what was expected, with what is strange ringed, or as a table. */
export function AnomalyChart({ found }: { readonly found: SimAnomalies }) {
  const points = anomalyPoints(found);
  const rows = points.map((point) => ({ ...point })).toReversed();
  return (
    <FigureViews
      heightPx={HEIGHT_PX}
      views={[
        {
          name: "Per day",
          caption: (
            <>
              <span className="font-medium text-fg">Data used</span> a day
              <Legend marks={marksOf(points)} />
            </>
          ),
          inWords: `Line chart of the bytes of each day, observed and expected, with anomalous days ringed. ${found.summary} The button “Table” gives the numbers.`,
          content: <AnomalyPicture points={points} />,
        },
        {
          name: "Table",
          caption: "Data used a day",
          content: (
            <FigureTable
              caption={`Observed and expected use of ${found.subject.name}`}
              columns={ANOMALY_COLUMNS}
              rows={rows}
            />
          ),
        },
      ]}
    />
  );
}

function marksOf(points: readonly AnomalyPoint[]): Mark[] {
  const isRinged = points.some(({ ringed }) => ringed !== null);
  return [
    { label: "Observed", kind: "line" },
    { label: "Expected", kind: "expected" },
    ...(isRinged ? [{ label: "Anomaly", kind: "ring" } as const] : []),
  ];
}
