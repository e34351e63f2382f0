"use client";

import { useSearchParams } from "next/navigation";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { SyncedLine } from "#app/components/sync/synced-line.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { SearchField } from "#app/components/ui/search-field.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { putInAddress } from "#app/lib/address.ts";
import { CustomersTable } from "./customers-table.tsx";
import { NoCustomers } from "./no-customers.tsx";
import { choiceIn, useCustomers } from "./use-customers.ts";

/** Whom the devices belong to; the address keeps the search and the order. */
export function CustomersList() {
  const choice = choiceIn(useSearchParams());
  const found = useCustomers(choice);
  const isEmpty = !found.isLoading && !found.error && found.customers.length === 0;
  const isFiltered = choice.search !== "";
  return (
    <>
      {isEmpty && !isFiltered ? null : (
        <search>
          <SearchField
            value={choice.search}
            onChange={(search) => putInAddress({ search })}
            label="Search the customers"
            placeholder="Name of a customer"
            className="max-w-96"
          />
        </search>
      )}
      {found.isLoading ? <LoadingRows label="Loading the customers" className="h-11" /> : null}
      {found.error ? (
        <LoadFailed
          title="The customers could not be loaded"
          error={found.error}
          retry={found.mutate}
        />
      ) : null}
      {isEmpty ? (
        <NoCustomers isFiltered={isFiltered} onClear={() => putInAddress({ search: "" })} />
      ) : null}
      {found.customers.length > 0 ? (
        <>
          <SyncedLine kinds={["list", "usage"]} />
          <CustomersTable
            customers={found.customers}
            order={choice.order}
            onOrder={(order) => putInAddress({ order })}
          />
        </>
      ) : null}
      {found.hasMore ? <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} /> : null}
    </>
  );
}
