"use client";

import useSWR from "swr";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { CapabilitiesCard } from "./capabilities-card.tsx";
import { ConnectCard } from "./connect-card.tsx";
import { CONNECTION_PATH, type ConnectionState } from "./connection.ts";
import { ConnectionCard } from "./connection-card.tsx";
import { StreamCard } from "./stream-card.tsx";

/** The organisation's connection to its provider, for its owners. */
export function ConnectionPage() {
  const { data, error, mutate } = useSWR<ConnectionState, RequestFailed>(CONNECTION_PATH, getJson);
  if (!data && error)
    return <LoadFailed title="The connection could not be loaded" error={error} retry={mutate} />;
  if (!data)
    return (
      <div role="status" aria-label="Loading the connection" className="flex flex-col gap-6">
        <Skeleton className="h-64" />
        <Skeleton className="h-48" />
      </div>
    );
  const { connection, capabilities, default_base_url: defaultBaseUrl } = data;
  const refresh = async () => void (await mutate());
  return (
    <>
      {connection ? (
        <ConnectionCard connection={connection} onChanged={refresh} />
      ) : (
        <ConnectCard defaultBaseUrl={defaultBaseUrl} onChanged={refresh} />
      )}
      {connection ? (
        <StreamCard
          isEmulated={connection.emulated_speed !== null}
          stream={connection.stream}
          onChanged={refresh}
        />
      ) : null}
      <CapabilitiesCard capabilities={capabilities} isConnected={connection !== null} />
    </>
  );
}
