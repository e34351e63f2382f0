"use client";

import { SyncedLine } from "#app/components/sync/synced-line.tsx";
import { Key } from "#app/components/ui/key.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { putInAddress } from "#app/lib/address.ts";
import { countWords } from "./count-words.ts";
import type { SimsOrder } from "./order.ts";
import { SimsTable } from "./sims-table.tsx";
import type { ChosenSims } from "./use-chosen-sims.ts";
import { useFocusOnMore } from "./use-focus-on-more.ts";
import type { FoundSims } from "./use-sims.ts";

interface FoundRowsProps {
  readonly found: FoundSims;
  readonly chosen: ChosenSims;
  readonly columns: readonly string[];
  readonly order: SimsOrder;
}

/** How many SIMs there are, those that were read as rows, and the way to more. */
export function FoundRows({ found, chosen, columns, order }: FoundRowsProps) {
  const mayChange = useMay("sims:write");
  const focusOnMore = useFocusOnMore(found.sims.length);
  const showMore = () => {
    focusOnMore();
    found.loadMore();
  };
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p role="status" className="min-h-5 font-medium tabular-nums">
          {countOfAll(found, chosen)}
        </p>
        <SyncedLine kinds={["list"]} />
      </div>
      <SimsTable
        sims={found.sims}
        columns={columns}
        selection={mayChange ? chosen.selection : null}
        isOfBefore={found.isOfBefore}
        order={order}
        onOrder={(next) => putInAddress({ ...next })}
      />
      <p className="text-sm text-muted max-md:hidden">
        From the search <Key>↓</Key> into the list; there <Key>j</Key> <Key>k</Key> next, previous
        {mayChange ? (
          <>
            {" "}
            · <Key>x</Key> select
          </>
        ) : null}{" "}
        · <Key>Enter</Key> open · <Key>/</Key> search
      </p>
      {found.hasMore ? <ShowMore isLoading={found.isLoadingMore} onClick={showMore} /> : null}
    </>
  );
}

/** Nothing until it is known. */
function countOfAll({ sims, hasMore, isOfBefore }: FoundSims, { matching }: ChosenSims): string {
  if (isOfBefore) return "";
  if (!hasMore) return countWords({ count: sims.length, isMore: false });
  return matching ? countWords(matching) : "";
}
