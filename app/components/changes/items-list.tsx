"use client";

import { type ReactNode, useId, useState } from "react";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { formatCount } from "#app/lib/format.ts";
import type { Change, ItemState } from "#domain/changes/change.ts";
import { ITEM_STATES } from "#domain/changes/states.ts";
import { ItemsTable } from "./items-table.tsx";
import { ITEM_LOOKS } from "./states.ts";
import { useItems } from "./use-items.ts";

interface ItemsListProps {
  readonly change: Change;
  readonly initialState?: ItemState | "";
}

/** All rows of a change, by their state, more on demand. */
export function ItemsList({ change, initialState = "" }: ItemsListProps) {
  const [state, setState] = useState<ItemState | "">(initialState);
  const found = useItems(change, state);
  return (
    <>
      <StateFilter change={change} value={state} onChange={setState} />
      {found.isLoading ? (
        <div role="status" aria-label="Loading the rows" className="flex flex-col gap-2 p-4">
          <Skeleton className="h-8" />
          <Skeleton className="h-8" />
          <Skeleton className="h-8" />
        </div>
      ) : null}
      {found.error ? (
        <LoadFailed
          title="The rows could not be loaded"
          error={found.error}
          retry={found.mutate}
          className="m-4"
        />
      ) : null}
      {!found.isLoading && !found.error && found.items.length === 0 ? (
        <Nothing>No row is in this state.</Nothing>
      ) : null}
      {found.items.length > 0 ? (
        <ItemsTable caption={`Rows of “${change.preview.title}”`} items={found.items} />
      ) : null}
      {found.hasMore ? (
        <div className="flex justify-center border-t border-line p-3">
          <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} />
        </div>
      ) : null}
    </>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return <p className="px-4 py-3 text-muted">{children}</p>;
}

interface StateFilterProps {
  readonly change: Change;
  readonly value: ItemState | "";
  readonly onChange: (state: ItemState | "") => void;
}

function StateFilter({ change, value, onChange }: StateFilterProps) {
  const id = useId();
  const all = ITEM_STATES.reduce((sum, state) => sum + (change.progress[state] ?? 0), 0);
  return (
    <div className="flex items-center gap-2 border-b border-line px-4 py-2 text-sm">
      <label htmlFor={id} className="text-muted">
        State
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) =>
          onChange(ITEM_STATES.find((state) => state === event.target.value) ?? "")
        }
        className="h-8 rounded-md border border-line-strong bg-raised px-2 text-fg"
      >
        <option value="">all ({formatCount(all)})</option>
        {ITEM_STATES.filter((state) => (change.progress[state] ?? 0) > 0 || state === value).map(
          (state) => (
            <option key={state} value={state}>
              {ITEM_LOOKS[state].label} ({formatCount(change.progress[state] ?? 0)})
            </option>
          ),
        )}
      </select>
    </div>
  );
}
