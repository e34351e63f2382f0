"use client";

import { useSearchParams } from "next/navigation";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Choice, type Option } from "#app/components/ui/choice.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { putInAddress } from "#app/lib/address.ts";
import { CHANGE_STATES } from "#domain/changes/states.ts";
import { CHANGE_LOOKS } from "../states.ts";
import { ChangeRow } from "./change-row.tsx";
import { NoChanges } from "./no-changes.tsx";
import { useChanges } from "./use-changes.ts";

const STATES: readonly Option[] = [
  ["", "Any state"],
  ...CHANGE_STATES.map((state): Option => [state, CHANGE_LOOKS[state].label]),
];

/** Every change that was proposed; the address keeps the state that was chosen. */
export function ChangesList() {
  const asked = useSearchParams().get("state");
  const state = CHANGE_STATES.find((known) => known === asked) ?? "";
  const choose = (next: string) => putInAddress({ state: next });
  const found = useChanges(state);
  const isEmpty = !found.isLoading && !found.error && found.changes.length === 0;
  return (
    <>
      {isEmpty && state === "" ? null : (
        <Choice
          label="State"
          value={state}
          options={STATES}
          onChange={choose}
          className="w-auto self-start"
        />
      )}
      {found.isLoading ? (
        <LoadingRows label="Loading the changes" className="h-16" count={4} />
      ) : null}
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
