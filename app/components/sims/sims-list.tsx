"use client";

import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { useSelection } from "#app/components/selection/use-selection.ts";
import { SyncedLine } from "#app/components/sync/synced-line.tsx";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { ExportSims } from "./export-sims.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { SimsFilters } from "./sims-filters.tsx";
import { SimsTable } from "./sims-table.tsx";
import { type SimFilters, useSims } from "./use-sims.ts";

const NO_FILTERS: SimFilters = { search: "", status: "" };

/** The fleet's SIMs, searched and filtered; the address keeps what was chosen. */
export function SimsList() {
  const router = useRouter();
  const params = useSearchParams();
  const filters = { search: params.get("search") ?? "", status: params.get("status") ?? "" };
  const choose = (next: SimFilters) => {
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ""));
    router.replace(query.size > 0 ? `/sims?${query}` : "/sims", { scroll: false });
  };
  const found = useSims(filters);
  const mayChange = useMay("sims:write");
  const selection = useSelection(found.sims.map(({ iccid }) => iccid));
  return (
    <>
      <div className="flex flex-wrap justify-between gap-2">
        <SimsFilters filters={filters} onChange={choose} />
        {found.sims.length > 0 ? <ExportSims filters={filters} /> : null}
      </div>
      {found.isLoading ? <LoadingRows /> : null}
      {found.error ? (
        <LoadFailed title="The SIMs could not be loaded" error={found.error} retry={found.mutate} />
      ) : null}
      {!found.isLoading && !found.error && found.sims.length === 0 ? (
        <NoSims
          isFiltered={filters.search !== "" || filters.status !== ""}
          onClear={() => choose(NO_FILTERS)}
        />
      ) : null}
      {found.sims.length > 0 ? <SyncedLine kinds={["list"]} /> : null}
      {found.sims.length > 0 ? (
        <SimsTable sims={found.sims} selection={mayChange ? selection : null} />
      ) : null}
      {found.hasMore ? <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} /> : null}
      {selection.selected.length > 0 ? (
        <SelectionBar
          iccids={selection.selected}
          outOfSight={selection.selected.length - selection.inSight}
          onClear={selection.clear}
        />
      ) : null}
    </>
  );
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Loading the SIMs" className="flex flex-col gap-2">
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey shapes have no identity
        <Skeleton key={index} className="h-11" />
      ))}
    </div>
  );
}

function NoSims({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  return isFiltered ? (
    <Notice
      title="No SIM is like that"
      actions={
        <Button size="sm" onClick={onClear}>
          Show all SIMs
        </Button>
      }
    >
      The search looks at device name, customer, ICCID, IMSI, MSISDN and IMEI.
    </Notice>
  ) : (
    <Notice
      title="There are no SIMs yet"
      actions={
        <Link href="/import" className={buttonStyle({ size: "sm" })}>
          Load your own CSV
        </Link>
      }
    >
      Load a list of SIMs to begin with.
    </Notice>
  );
}
