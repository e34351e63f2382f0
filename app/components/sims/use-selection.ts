"use client";

import { useRef, useState } from "react";

/** ICCIDs that were ticked. They stay when the rows in sight are others; `rows` is their order. */
export function useSelection(rows: readonly string[]) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef<string | null>(null);

  const set = (iccids: readonly string[], isOn: boolean) =>
    setSelected((before) => {
      const next = new Set(before);
      for (const iccid of iccids) {
        if (isOn) next.add(iccid);
        else next.delete(iccid);
      }
      return next;
    });
  /** With `isRange`, everything from the row that was ticked last gets the same. */
  const toggle = (iccid: string, isRange: boolean) => {
    const isOn = !selected.has(iccid);
    set(isRange ? between(rows, anchor.current, iccid) : [iccid], isOn);
    anchor.current = iccid;
  };
  const inSight = rows.filter((iccid) => selected.has(iccid)).length;
  return {
    iccids: [...selected],
    has: (iccid: string) => selected.has(iccid),
    toggle,
    toggleAll: () => set(rows, inSight < rows.length),
    clear: () => setSelected(new Set()),
    inSight,
    all: inSight === 0 ? ("none" as const) : inSight < rows.length ? "some" : "all",
  };
}

export type Selection = ReturnType<typeof useSelection>;

function between(rows: readonly string[], anchor: string | null, iccid: string): readonly string[] {
  const from = anchor === null ? -1 : rows.indexOf(anchor);
  const to = rows.indexOf(iccid);
  if (from < 0 || to < 0) return [iccid];
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}
