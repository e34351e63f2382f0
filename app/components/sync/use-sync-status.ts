import useSWR from "swr";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import type { SyncStatus } from "#domain/sync/status/sync-status.ts";

const REFRESH_MS = 30_000;

export function useSyncStatus() {
  return useSWR<SyncStatus, RequestFailed>("/api/v1/sync/status", getJson, {
    refreshInterval: REFRESH_MS,
  });
}
