"use client";

import useSWR from "swr";
import { sendJson } from "#app/lib/api.ts";
import type { Answer } from "#query/answer.ts";
import type { Query } from "#query/query.ts";

/** Rows that a query gives, as they are now. */
export function useRows(query: Query) {
  const { data, error, mutate } = useSWR<Answer | null, Error>(
    ["/api/v1/query", query],
    () => sendJson<Answer>("POST", "/api/v1/query", { query }),
    { revalidateOnFocus: false },
  );
  return { rows: data?.rows, error, mutate };
}
