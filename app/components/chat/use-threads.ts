"use client";

import useSWR from "swr";
import { getJson, sendJson } from "#app/lib/api.ts";
import type { Thread } from "#domain/threads/thread.ts";

export interface ThreadSummary extends Thread {
  readonly isAnswering: boolean;
}

interface ThreadPage {
  readonly threads: readonly ThreadSummary[];
}

const PATH = "/api/threads";
const WHILE_ANSWERING_MS = 3_000;

/** The reader's conversations, newest first. Changes show at once and are taken back if refused. */
export function useThreads() {
  const { data, error, isLoading, mutate } = useSWR<ThreadPage, Error>(PATH, getJson, {
    refreshInterval: (page) =>
      page?.threads.some(({ isAnswering }) => isAnswering) ? WHILE_ANSWERING_MS : 0,
  });
  const threads = data?.threads ?? [];

  const change = (next: readonly ThreadSummary[], request: () => Promise<unknown>) =>
    mutate(
      async () => {
        await request();
        return { threads: next };
      },
      { optimisticData: { threads: next }, rollbackOnError: true, revalidate: true },
    );
  const update = (id: string, fields: Partial<Pick<ThreadSummary, "title" | "status">>) =>
    change(
      threads.map((thread) => (thread.id === id ? { ...thread, ...fields } : thread)),
      () => sendJson("PATCH", `${PATH}/${id}`, fields),
    );

  return {
    threads,
    error,
    isLoading,
    refresh: () => void mutate(),
    rename: (id: string, title: string) => update(id, { title }),
    setStatus: (id: string, status: ThreadSummary["status"]) => update(id, { status }),
    remove: (id: string) =>
      change(
        threads.filter((thread) => thread.id !== id),
        () => sendJson("DELETE", `${PATH}/${id}`),
      ),
  };
}
