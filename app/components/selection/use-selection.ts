"use client";

import { useRef, useState } from "react";

/** Rows that were ticked, by what names each. They stay when the rows in sight are others; `rows` is their order. */
export function useSelection(rows: readonly string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);

  const set = (some: readonly string[], isOn: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      for (const row of some) {
        if (isOn) next.add(row);
        else next.delete(row);
      }
      return next;
    });
  /** With `isRange`, everything from the row that was ticked last gets the same. */
  const toggle = (row: string, isRange: boolean) => {
    const isOn = !selected.has(row);
    set(isRange ? between(rows, anchor.current, row) : [row], isOn);
    anchor.current = row;
  };
  const inSight = rows.filter((row) => selected.has(row)).length;
  return {
    selected: [...selected],
    has: (row: string) => selected.has(row),
    toggle,
    toggleAll: () => set(rows, inSight < rows.length),
    clear: () => setSelected(new Set()),
    /** These and no others. */
    keep: (some: readonly string[]) => setSelected(new Set(some)),
    inSight,
    all: inSight === 0 ? ("none" as const) : inSight < rows.length ? "some" : "all",
  };
}

export type Selection = ReturnType<typeof useSelection>;

function between(rows: readonly string[], anchor: string | null, row: string): readonly string[] {
  const from = anchor === null ? -1 : rows.indexOf(anchor);
  const to = rows.indexOf(row);
  if (from < 0 || to < 0) return [row];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}
