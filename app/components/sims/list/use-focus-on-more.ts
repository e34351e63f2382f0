"use client";

import { useEffect, useRef } from "react";
import { rowLinks } from "./row-keys.ts";

/**
 * Puts the focus on the first of the rows that come next, once they are there: the button that asked for them stands
 * below them by then, or is gone.
 */
export function useFocusOnMore(rowCount: number): () => void {
  const pressed = useRef<{ readonly on: Element | null; readonly rowCount: number } | null>(null);
  useEffect(() => {
    if (pressed.current === null || rowCount === pressed.current.rowCount) return;
    const { on, rowCount: before } = pressed.current;
    pressed.current = null;
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && activeElement !== on;
    if (rowCount > before && !isElsewhere) rowLinks()[before]?.focus();
  }, [rowCount]);
  return () => {
    pressed.current = { on: document.activeElement, rowCount };
  };
}
