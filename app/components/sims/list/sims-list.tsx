"use client";

import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { SavedViewsMenu } from "#app/components/saved-views/saved-views-menu.tsx";
import { type Selection, useSelection } from "#app/components/selection/use-selection.ts";
import { SyncedLine } from "#app/components/sync/synced-line.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Key } from "#app/components/ui/key.tsx";
import { LoadingRows } from "#app/components/ui/loading-rows.tsx";
import { ShowMore } from "#app/components/ui/show-more.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { choicesIn, isAny, putInAddress } from "#app/lib/address.ts";
import { rememberCookie } from "#app/lib/cookie.ts";
import { ANY } from "./choice.ts";
import { COLUMNS_COOKIE, columnsIn } from "./columns.ts";
import { ColumnsMenu } from "./columns-menu.tsx";
import { ExportSims } from "./export-sims.tsx";
import { NoSims } from "./no-sims.tsx";
import { orderIn } from "./order.ts";
import { SelectionBar } from "./selection-bar.tsx";
import { ChosenFilters, SimsFilters } from "./sims-filters.tsx";
import { SimsTable } from "./sims-table.tsx";
import { useMatching } from "./use-matching.ts";
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
  const mayChange = useMay("sims:write");
  const rows = useSelection(found.sims.map(({ iccid }) => iccid));
  const matching = useMatching(found.filters, found.hasMore && rows.all === "all");
  const selection = matching.isChosen ? allOf(rows, matching.clear) : rows;
  const clear = () => {
    matching.clear();
    rows.clear();
  };
  const chooseColumns = (next: string) => {
    setKept(next);
    rememberCookie(COLUMNS_COOKIE, next);
    if (params.has("columns")) putInAddress({ columns: next });
  };
  const isEmpty = !found.isLoading && !found.error && found.sims.length === 0;
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
        onClear={() => putInAddress(ANY)}
      />
      {found.isLoading ? <LoadingRows label="Loading the SIMs" className="h-11" /> : null}
      {found.error ? (
        <LoadFailed title="The SIMs could not be loaded" error={found.error} retry={found.mutate} />
      ) : null}
      {isEmpty ? <NoSims isFiltered={!isAny(choice)} onClear={() => putInAddress(ANY)} /> : null}
      {found.sims.length > 0 ? (
        <>
          <SyncedLine kinds={["list"]} />
          <SimsTable
            sims={found.sims}
            columns={columns}
            selection={mayChange ? selection : null}
            order={order}
            onOrder={(next) => putInAddress({ ...next })}
          />
          <p className="text-sm text-muted max-md:hidden">
            From the search <Key>↓</Key> into the list; there <Key>j</Key> <Key>k</Key> next,
            previous
            {mayChange ? (
              <>
                {" "}
                · <Key>x</Key> select
              </>
            ) : null}{" "}
            · <Key>Enter</Key> open · <Key>/</Key> search
          </p>
        </>
      ) : null}
      {found.hasMore ? <ShowMore isLoading={found.isLoadingMore} onClick={found.loadMore} /> : null}
      {rows.selected.length > 0 ? (
        <SelectionBar
          iccids={rows.selected}
          outOfSight={rows.selected.length - rows.inSight}
          matching={matching}
          onClear={clear}
        />
      ) : null}
    </>
  );
}

/** Every row is ticked; a press on any leaves those that were before, which no longer are all. */
function allOf(rows: Selection, leave: () => void): Selection {
  const toggle = (row: string, isRange: boolean) => {
    leave();
    rows.toggle(row, isRange);
  };
  const toggleAll = () => {
    leave();
    rows.clear();
  };
  return { ...rows, has: () => true, all: "all", toggle, toggleAll };
}

/** What a view keeps: the columns too, whoever opens it. */
function viewOf(params: URLSearchParams, columns: readonly string[]): string {
  const view = new URLSearchParams(params);
  view.set("columns", columns.join(",") || "none");
  return view.toString();
}
