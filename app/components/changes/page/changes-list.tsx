"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import type { ChangeState } from "#domain/changes/change.ts";
import { CHANGE_STATES } from "#domain/changes/states.ts";
import { CHANGE_LOOKS } from "../states.ts";
import { ChangeRow } from "./change-row.tsx";
import { NoChanges } from "./no-changes.tsx";
import { useChanges } from "./use-changes.ts";

/** Every change that was proposed; the address keeps the state that was chosen. */
export function ChangesList() {
  const router = useRouter();
  const asked = useSearchParams().get("state");
  const state = CHANGE_STATES.find((known) => known === asked) ?? "";
  const choose = (next: ChangeState | "") =>
    router.replace(next === "" ? "/changes" : `/changes?state=${next}`, { scroll: false });
  const found = useChanges(state);
  const isEmpty = !found.isLoading && !found.error && found.changes.length === 0;
  return (
    <>
      {isEmpty && state === "" ? null : <StateFilter value={state} onChange={choose} />}
      {found.isLoading ? <LoadingRows /> : null}
      {found.error ? (
        <LoadFailed
          title="The changes could not be loaded"
          error={found.error}
          retry={found.mutate}
        />
      ) : null}
      {isEmpty ? <NoChanges isFiltered={state !== ""} onClear={() => choose("")} /> : null}
      {found.changes.length > 0 ? (
        <Card aria-label="Changes" className="overflow-hidden">
          <ul className="divide-y divide-line">
            {found.changes.map((change) => (
              <ChangeRow key={change.id} change={change} />
            ))}
          </ul>
        </Card>
      ) : null}
      {found.hasMore ? <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} /> : null}
    </>
  );
}

interface StateFilterProps {
  readonly value: ChangeState | "";
  readonly onChange: (state: ChangeState | "") => void;
}

function StateFilter({ value, onChange }: StateFilterProps) {
  return (
    <select
      aria-label="State"
      value={value}
      onChange={(event) =>
        onChange(CHANGE_STATES.find((state) => state === event.target.value) ?? "")
      }
      className="h-9 self-start rounded-md border border-line-strong bg-raised px-2 text-base text-fg"
    >
      <option value="">Any state</option>
      {CHANGE_STATES.map((state) => (
        <option key={state} value={state}>
          {CHANGE_LOOKS[state].label}
        </option>
      ))}
    </select>
  );
}

function LoadingRows() {
  return (
    <div role="status" aria-label="Loading the changes" className="flex flex-col gap-2">
      {["a", "b", "c", "d"].map((key) => (
        <Skeleton key={key} className="h-16" />
      ))}
    </div>
  );
}
