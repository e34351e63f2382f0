"use client";

import { useSearchParams } from "next/navigation";
import { useRef } from "react";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { NeedsConnection } from "#app/components/needs-connection.tsx";
import { useSelection } from "#app/components/selection/use-selection.ts";
import { ActionDialog } from "#app/components/sims/actions/action-dialog.tsx";
import { useProposal } from "#app/components/sims/actions/use-proposal.ts";
import { Card } from "#app/components/ui/card.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { choicesIn, putInAddress } from "#app/lib/address.ts";
import { ANY } from "./choice.ts";
import { Filters } from "./filters.tsx";
import { InboxHead } from "./inbox-head.tsx";
import { InboxRow } from "./inbox-row.tsx";
import { NoAnomalies } from "./no-anomalies.tsx";
import { TriageBar } from "./triage-bar.tsx";
import { useAnomalies } from "./use-anomalies.ts";

/** What is odd in the fleet, to be decided one by one or many at once; the address keeps what was chosen. */
export function Inbox() {
  const choice = choicesIn(useSearchParams(), ANY);
  const found = useAnomalies(choice);
  const mayReview = useMay("sims:write");
  const inSight = found.isOfBefore ? [] : found.anomalies;
  const selection = useSelection(inSight.map(({ ref }) => ref));
  const proposal = useProposal({});
  const list = useRef<HTMLUListElement>(null);
  const lastRow = useRef(-1);
  /** Where the row has gone, the next one is at its place. */
  const toLastRow = (event: Event) => {
    const rows = list.current?.children;
    const row = rows?.item(Math.min(lastRow.current, rows.length - 1));
    if (!(row instanceof HTMLElement)) return;
    event.preventDefault();
    row.focus();
  };
  const isEmpty =
    !found.isLoading && !found.error && !found.isOfBefore && found.anomalies.length === 0;
  return (
    <>
      <Filters choice={choice} onChange={(name, value) => putInAddress({ [name]: value })} />
      {found.isLoading ? (
        <LoadingRows label="Loading the anomalies" className="h-20" count={6} />
      ) : null}
      {found.error ? (
        <LoadFailed
          title="The anomalies could not be loaded"
          error={found.error}
          retry={found.mutate}
        />
      ) : null}
      {found.needsConnection ? <NeedsConnection /> : null}
      {isEmpty ? <NoAnomalies choice={choice} onClear={() => putInAddress(ANY)} /> : null}
      {found.anomalies.length > 0 ? (
        <Card
          aria-label="Anomalies"
          aria-busy={found.isOfBefore}
          inert={found.isOfBefore}
          className="aria-busy:opacity-50"
        >
          {mayReview ? <InboxHead selection={selection} /> : null}
          <ul ref={list} className="divide-y divide-line">
            {found.anomalies.map((anomaly, index) => (
              <InboxRow
                key={anomaly.ref}
                anomaly={anomaly}
                selection={mayReview ? selection : null}
                onTriage={(triage) => {
                  lastRow.current = index;
                  proposal.begin(triage);
                }}
              />
            ))}
          </ul>
        </Card>
      ) : null}
      {found.hasMore ? <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} /> : null}
      {mayReview && selection.selected.length > 0 ? (
        <TriageBar
          refs={selection.selected}
          outOfSight={selection.selected.length - selection.inSight}
          onClear={selection.clear}
        />
      ) : null}
      <ActionDialog proposal={proposal} of="1 anomaly" onCloseAutoFocus={toLastRow} />
    </>
  );
}
