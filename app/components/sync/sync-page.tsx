"use client";

import { LoadFailed } from "#app/components/load-failed.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { AgesCard } from "./ages-card.tsx";
import { DifferencesCard } from "./differences-card.tsx";
import { RunsCard } from "./runs-card.tsx";
import { useSyncStatus } from "./use-sync-status.ts";

/** How the fleet and the provider keep in step, for owners. */
export function SyncPage() {
  const { data, error, mutate } = useSyncStatus();
  if (!data && error)
    return (
      <LoadFailed title="The synchronisation could not be loaded" error={error} retry={mutate} />
    );
  if (!data)
    return (
      <div role="status" aria-label="Loading the synchronisation" className="flex flex-col gap-6">
        <Skeleton className="h-64" />
        <Skeleton className="h-48" />
      </div>
    );
  return (
    <>
      <AgesCard status={data} />
      {data.provider === null ? null : (
        <>
          <DifferencesCard provider={data.provider} />
          <RunsCard status={data} />
        </>
      )}
    </>
  );
}
