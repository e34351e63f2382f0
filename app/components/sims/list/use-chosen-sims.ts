"use client";

import { useState } from "react";
import { type Selection, useSelection } from "#app/components/selection/use-selection.ts";
import type { MatchingSims } from "#domain/sims/matching-sims.ts";
import type { SimsChoice } from "./choice.ts";
import { useMatching } from "./use-matching.ts";
import type { FoundSims } from "./use-sims.ts";

/** The SIMs that were ticked one by one, or all that the filters leave, and then as a query. */
export function useChosenSims(found: FoundSims, choice: SimsChoice) {
  const meant = JSON.stringify(choice);
  const inSight = found.isOfBefore ? [] : found.sims;
  const rows = useSelection(inSight.map(({ iccid }) => iccid));
  const [all, setAll] = useState<{ readonly meant: string; readonly sims: MatchingSims } | null>(
    null,
  );
  const matching = useMatching(found, meant, all !== null);
  const [droppedCount, setDroppedCount] = useState(0);
  if (all && all.meant !== meant) {
    // Other filters leave other SIMs, and those that were meant have no other name.
    setAll(null);
    rows.clear();
    setDroppedCount(all.sims.count);
  }
  if (droppedCount > 0 && rows.selected.length > 0 && !all) setDroppedCount(0);
  return {
    iccids: rows.selected,
    outOfSight: rows.selected.length - rows.inSight,
    selection: all
      ? allOf(
          rows,
          inSight.map(({ iccid }) => iccid),
          () => setAll(null),
        )
      : rows,
    matching,
    /** All that the filters leave, where they are chosen and not only those that were ticked. */
    all: all && (matching ?? all.sims),
    isAllOffered: !all && found.hasMore && rows.all === "all" && matching !== null,
    chooseAll: () => matching && setAll({ meant, sims: matching }),
    /** How many were chosen by filters that have gone since. */
    droppedCount,
    forgetDropped: () => setDroppedCount(0),
    clear: () => {
      setAll(null);
      rows.clear();
    },
  };
}

export type ChosenSims = ReturnType<typeof useChosenSims>;

/** Every row is ticked; a press on any unticks it and leaves the others in sight, which no longer are all. */
function allOf(rows: Selection, inSight: readonly string[], leave: () => void): Selection {
  const toggle = (row: string) => {
    leave();
    rows.keep(inSight.filter((other) => other !== row));
  };
  const toggleAll = () => {
    leave();
    rows.clear();
  };
  return { ...rows, has: () => true, all: "all", toggle, toggleAll };
}
