"use client";

import { useFleetChange } from "#app/lib/fleet-changed.ts";
import { usePages } from "#app/lib/use-pages.ts";
import type { AuditPage } from "#domain/audit/list-audit-log.ts";
import type { AuditChoice } from "./choice.ts";

/** The entries that are like that, the newest first, a page at a time. */
export function useAudit(choice: AuditChoice) {
  const { pages, ...found } = usePages<AuditPage>(
    { path: "/api/v1/audit-logs", limit: 50, filters: { ...choice } },
    { refreshInterval: 30_000, keepPreviousData: true, revalidateFirstPage: false },
  );
  useFleetChange(found.mutate);
  return { ...found, entries: pages.flatMap(({ audit_logs }) => audit_logs) };
}
