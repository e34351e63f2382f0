"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { NeedsConnection } from "#app/components/needs-connection.tsx";
import { SavedViewsMenu } from "#app/components/saved-views/saved-views-menu.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { choicesIn, isAny, putInAddress } from "#app/lib/address.ts";
import { rememberCookie } from "#app/lib/cookie.ts";
import { ANY } from "./choice.ts";
import { COLUMNS_COOKIE, columnsIn } from "./columns.ts";
import { ColumnsMenu } from "./columns-menu.tsx";
import { DroppedNotice } from "./dropped-notice.tsx";
import { ExportSims } from "./export-sims.tsx";
import { FoundRows } from "./found-rows.tsx";
import { NoSims } from "./no-sims.tsx";
import { orderIn } from "./order.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { ChosenFilters, focusFilters, SimsFilters } from "./sims-filters.tsx";
import { useChosenSims } from "./use-chosen-sims.ts";
import { useSims } from "./use-sims.ts";

interface SimsListProps {
  /** As the reader left them the last time. */
  readonly keptColumns: string;
}

/** The fleet's SIMs, searched and filtered; the address keeps what was chosen. */
export function SimsList({ keptColumns }: SimsListProps) {
  const params = useSearchParams();
  const choice = choicesIn(params, ANY);
  const [kept, setKept] = useState(keptColumns);
  const columns = columnsIn(params.get("columns") ?? kept);
  const order = orderIn(params);
  const found = useSims(choice, order);
  const chosen = useChosenSims(found, choice);
  const clearFilters = () => {
    putInAddress(ANY);
    focusFilters();
  };
  const chooseColumns = (next: string) => {
    setKept(next);
    rememberCookie(COLUMNS_COOKIE, next);
    if (params.has("columns")) putInAddress({ columns: next });
  };
  const isKnown = !found.isLoading && !found.error && !found.isOfBefore;
  const isEmpty = isKnown && found.sims.length === 0;
  const isNothingYet = isEmpty && isAny(choice);
  return (
    <>
      {isNothingYet ? null : (
        <div className="flex flex-wrap gap-2 sm:justify-between">
          <SimsFilters choice={choice} onChange={(next) => putInAddress(next)} />
          <div className="contents sm:flex sm:flex-wrap sm:gap-2">
            <SavedViewsMenu
              page="sims"
              query={viewOf(params, columns)}
              onChoose={(query) => window.history.pushState(null, "", `/sims?${query}`)}
            />
            <ColumnsMenu columns={columns} onChange={chooseColumns} />
            {found.sims.length > 0 ? <ExportSims filters={found.filters} /> : null}
            <Link href="/lists" className={buttonStyle()}>
              Lists
            </Link>
          </div>
        </div>
      )}
      <ChosenFilters
        choice={choice}
        onChange={(next) => putInAddress(next)}
        onClear={clearFilters}
      />
      {found.isLoading ? <LoadingRows label="Loading the SIMs" className="h-11" /> : null}
      {found.error ? (
        <LoadFailed title="The SIMs could not be loaded" error={found.error} retry={found.mutate} />
      ) : null}
      {isEmpty ? <NoSims isFiltered={!isAny(choice)} onClear={clearFilters} /> : null}
      {found.needsConnection ? <NeedsConnection /> : null}
      {found.sims.length > 0 ? (
        <FoundRows found={found} chosen={chosen} columns={columns} order={order} />
      ) : null}
      {chosen.iccids.length > 0 ? <SelectionBar chosen={chosen} /> : null}
      {chosen.droppedCount > 0 ? (
        <DroppedNotice count={chosen.droppedCount} onClose={chosen.forgetDropped} />
      ) : null}
    </>
  );
}

/** What a view keeps: the columns too, whoever opens it. */
function viewOf(params: URLSearchParams, columns: readonly string[]): string {
  const view = new URLSearchParams(params);
  view.set("columns", columns.join(",") || "none");
  return view.toString();
}
