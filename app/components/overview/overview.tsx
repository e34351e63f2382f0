"use client";

import { useCallback } from "react";
import useSWR from "swr";
import { AnswerChart } from "#app/components/answer/answer-chart.tsx";
import { column } from "#app/components/chat/tool-renderers/columns.ts";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { SyncedLine } from "#app/components/sync/synced-line.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { useFleetChange } from "#app/lib/fleet-changed.ts";
import type { ToolOutput } from "#tools/define.ts";
import type { fleetOverview } from "#tools/fleet-overview.ts";
import { Anomalous, Silent } from "./anomalous.tsx";
import { FailingJobs } from "./failing-jobs.tsx";
import { Figures } from "./figures.tsx";
import { NoFleet } from "./no-fleet.tsx";
import { RunningOut } from "./running-out.tsx";
import { TopCustomers } from "./top-customers.tsx";

const TRAFFIC = [column("day", "Day", "day"), column("total_volume", "Data used", "bytes", true)];
const CHART = { kind: "line", x: "day", y: ["total_volume"] } as const;
const KINDS = ["list", "quota", "usage", "events", "prices"] as const;

/** What needs somebody today, then how the fleet is. */
export function Overview() {
  const { data, error, mutate } = useSWR<ToolOutput<typeof fleetOverview>, RequestFailed>(
    "/api/v1/overview",
    getJson,
    { refreshInterval: 30_000, keepPreviousData: true },
  );
  useFleetChange(useCallback(() => void mutate(), [mutate]));
  const isOwner = useMay("org:admin");
  if (error && !data)
    return <LoadFailed title="The overview could not be loaded" error={error} retry={mutate} />;
  if (!data) return <Loading />;
  if (data.sims === 0) return <NoFleet />;
  return (
    <>
      <SyncedLine kinds={KINDS} />
      <Figures overview={data} />
      {isOwner ? <FailingJobs /> : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <RunningOut
          count={data.attention.running_out}
          withinDays={data.attention.running_out_days}
        />
        <Anomalous />
        <Silent />
        <TopCustomers customers={data.top_customers} />
      </div>
      <Card aria-label="Usage of the fleet">
        <h2 className="px-4 pt-3 font-medium">Usage of the fleet, 30 days</h2>
        <AnswerChart columns={TRAFFIC} rows={data.traffic} chart={CHART} />
      </Card>
    </>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Loading the overview" className="flex flex-col gap-4">
      <Skeleton className="h-20" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
      </div>
      <Skeleton className="h-72" />
    </div>
  );
}
