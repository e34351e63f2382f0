"use client";

import { LoadFailed } from "#app/components/load-failed.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { usePages } from "#app/lib/use-pages.ts";
import type { ToolOutput } from "#tools/define.ts";
import type { listDrift } from "#tools/list-drift.ts";
import { DifferenceRow } from "./difference-row.tsx";

type Page = ToolOutput<typeof listDrift>;

/** In what the fleet differs from the provider, and who is to be followed. */
export function DifferencesCard({ provider }: { readonly provider: string }) {
  const found = usePages<Page>(
    { path: "/api/v1/sync/differences", limit: 20, filters: {} },
    { refreshInterval: 30_000 },
  );
  const differences = found.pages.flatMap((page) => page.differences);
  const refresh = async () => void (await found.mutate());
  return (
    <Card className="overflow-hidden" aria-label="Differences">
      <div className="p-4">
        <h2 className="text-lg font-semibold">Differences from {provider}</h2>
        <p className="mt-1 max-w-prose text-muted">
          What changed only there is taken over by itself. What changed here, or on both sides,
          waits for you.
        </p>
      </div>
      {found.isLoading ? <Skeleton className="m-4 h-16" /> : null}
      {found.error ? (
        <LoadFailed
          title="The differences could not be loaded"
          error={found.error}
          retry={found.mutate}
        />
      ) : null}
      {!found.isLoading && !found.error && differences.length === 0 ? (
        <p className="border-t border-line px-4 py-3">
          None: what is recorded here is what {provider} said last.
        </p>
      ) : null}
      {differences.length > 0 ? (
        <ul className="divide-y divide-line border-t border-line">
          {differences.map((difference) => (
            <DifferenceRow
              key={difference.id}
              difference={difference}
              provider={provider}
              onDecided={refresh}
            />
          ))}
        </ul>
      ) : null}
      {found.hasMore ? (
        <div className="p-2">
          <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} />
        </div>
      ) : null}
    </Card>
  );
}
