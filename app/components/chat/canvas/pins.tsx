"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import useSWR from "swr";
import { getJson, RequestFailed, sendJson } from "#app/lib/api.ts";

interface Pins {
  /** Ids of the answers that stand beside the conversation, the latest first. */
  readonly ids: readonly string[];
  readonly toggle: (messageId: string) => void;
  /** Why the last press did nothing, and on which answer. */
  readonly problem: { readonly id: string; readonly sentence: string } | null;
}

const PinsContext = createContext<Pins>({ ids: [], toggle: () => {}, problem: null });

interface PinsProviderProps {
  readonly threadId: string;
  /** Nothing of the conversation is there yet, so nothing can be pinned. */
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** What was pinned in a conversation, on whatever device. It shows at once, and is taken back if refused. */
export function PinsProvider({ threadId, isEmpty, children }: PinsProviderProps) {
  const path = `/api/threads/${threadId}`;
  const { data, mutate } = useSWR<{ pins: string[] }, Error>(
    isEmpty ? null : `${path}/pins`,
    getJson,
  );
  const [problem, setProblem] = useState<Pins["problem"]>(null);
  const ids = useMemo(() => data?.pins ?? [], [data]);
  const pins = useMemo(() => {
    const toggle = (id: string) => {
      const isPinned = ids.includes(id);
      const others = ids.filter((other) => other !== id);
      const put = () =>
        sendJson<{ pins: string[] }>("PUT", `${path}/messages/${id}/pin`, { pinned: !isPinned });
      setProblem(null);
      mutate(async (before) => (await put()) ?? before, {
        optimisticData: { pins: isPinned ? others : [id, ...others] },
        rollbackOnError: true,
        revalidate: false,
      }).catch((failed: unknown) => setProblem({ id, sentence: sentenceOf(failed) }));
    };
    return { ids, toggle, problem };
  }, [ids, path, problem, mutate]);
  return <PinsContext value={pins}>{children}</PinsContext>;
}

function sentenceOf(failed: unknown): string {
  return failed instanceof RequestFailed ? failed.message : "The pin could not be kept.";
}

export function usePins(): Pins {
  return useContext(PinsContext);
}
