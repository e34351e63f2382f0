"use client";

import Link from "next/link";
import useSWR, { type SWRResponse } from "swr";
import type { z } from "zod";
import { AskBox } from "#app/components/ask-box.tsx";
import { GetSim } from "#app/components/chat/tool-renderers/get-sim.tsx";
import { UsageChart } from "#app/components/chat/tool-renderers/usage-history.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { SimActions } from "#app/components/sims/actions/sim-actions-menu.tsx";
import { SimAnalysis } from "#app/components/sims/sim-analysis.tsx";
import { SyncedLine } from "#app/components/sync/synced-line.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { customerPath } from "#app/lib/customer-path.ts";
import type { getSim } from "#tools/get-sim.ts";
import type { usageHistory } from "#tools/usage-history.ts";

const REFRESH = { refreshInterval: 30_000, keepPreviousData: true };

/** What is known of one SIM now, its last 30 days, what comes, and a field for questions about it. */
export function SimView({ iccid }: { iccid: string }) {
  const path = `/api/v1/sims/${encodeURIComponent(iccid)}`;
  const sim = useSWR<z.infer<typeof getSim.output>, RequestFailed>(path, getJson, REFRESH);
  const usage = useSWR<z.infer<typeof usageHistory.output>, RequestFailed>(
    sim.data ? `${path}/usage` : null,
    getJson,
    REFRESH,
  );
  if (sim.error && !sim.data)
    return <LoadFailed title="This SIM could not be loaded" error={sim.error} retry={sim.mutate} />;
  if (!sim.data) return <LoadingSim />;
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold tracking-tight break-words">
            {sim.data.label ?? "SIM"}
          </h1>
          {sim.data.customer ? (
            <Link
              href={customerPath(sim.data.customer)}
              className="break-words text-muted hover:text-accent hover:underline"
            >
              {sim.data.customer}
            </Link>
          ) : null}
        </div>
        <SimActions iccid={sim.data.iccid} />
      </div>
      <AskBox
        about={sim.data.iccid}
        placeholder="Ask about this SIM: when will it run out of data?"
      />
      <GetSim input={{ iccid }} output={sim.data} />
      <SyncedLine kinds={["list", "quota", "usage"]} />
      <SimUsage usage={usage} />
      <SimAnalysis iccid={iccid} />
    </>
  );
}

interface SimUsageProps {
  readonly usage: SWRResponse<z.infer<typeof usageHistory.output>, RequestFailed>;
}

function SimUsage({ usage }: SimUsageProps) {
  if (usage.data) return <UsageChart output={usage.data} />;
  if (usage.error)
    return (
      <LoadFailed title="Its usage could not be loaded" error={usage.error} retry={usage.mutate} />
    );
  return (
    <div role="status" aria-label="Loading its usage">
      <Skeleton className="h-72" />
    </div>
  );
}

function LoadingSim() {
  return (
    <div role="status" aria-label="Loading the SIM" className="flex flex-col gap-4">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-9" />
      <Skeleton className="h-96" />
    </div>
  );
}
