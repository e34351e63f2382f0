"use client";

import { usePages } from "#app/lib/use-pages.ts";
import type { Change, ChangeState } from "#domain/changes/change.ts";

interface ChangesPage {
  readonly changes: readonly Change[];
  readonly next_cursor: string | null;
}

const REFRESH_MS = 5000;

/** The changes of the organisation, newest first, a page at a time. The newest are looked up again. */
export function useChanges(state: ChangeState | "") {
  const { pages, ...found } = usePages<ChangesPage>(
    { path: "/api/v1/changes", limit: 30, filters: { state } },
    { refreshInterval: REFRESH_MS },
  );
  return { ...found, changes: pages.flatMap((page) => page.changes) };
}
