"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

const MAX_PINS = 12;

interface Pins {
  /** Ids of the answers that stand beside the conversation, the latest first. */
  readonly ids: readonly string[];
  readonly toggle: (messageId: string) => void;
}

const PinsContext = createContext<Pins>({ ids: [], toggle: () => {} });

/** What was pinned in a conversation stays so in this tab, over reloads too. */
export function PinsProvider({ threadId, children }: { threadId: string; children: ReactNode }) {
  const key = `simon.pins.${threadId}`;
  const [ids, setIds] = useState(() => kept(key));
  const pins = useMemo(() => {
    const toggle = (id: string) => {
      const others = ids.filter((other) => other !== id);
      const next = ids.includes(id) ? others : [id, ...others].slice(0, MAX_PINS);
      setIds(next);
      keep(key, next);
    };
    return { ids, toggle };
  }, [ids, key]);
  return <PinsContext value={pins}>{children}</PinsContext>;
}

export function usePins(): Pins {
  return useContext(PinsContext);
}

/** A browser may refuse its storage: then pins last as long as the page. */
function kept(key: string): string[] {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}

function keep(key: string, ids: readonly string[]): void {
  try {
    if (ids.length > 0) sessionStorage.setItem(key, JSON.stringify(ids));
    else sessionStorage.removeItem(key);
  } catch {
    // see `kept`
  }
}
