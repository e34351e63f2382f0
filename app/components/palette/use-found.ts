"use client";

import useSWR from "swr";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { usePaused } from "#app/lib/use-paused.ts";
import type { CustomerPage } from "#domain/customers/list-customers.ts";
import type { SimPage } from "#domain/sims/list-sims.ts";

const MIN_CHARACTERS = 2;
const KEPT = { keepPreviousData: true, revalidateOnFocus: false } as const;

/** SIMs and customers that are called like that, or have such a number. */
export function useFound(text: string) {
  const search = usePaused(text);
  const query = new URLSearchParams({ search });
  const isAsked = search.length >= MIN_CHARACTERS;
  const sims = useSWR<SimPage, RequestFailed>(
    isAsked ? `/api/v1/sims?limit=6&${query}` : null,
    getJson,
    KEPT,
  );
  const customers = useSWR<CustomerPage, RequestFailed>(
    isAsked ? `/api/customers?limit=4&order=sims&${query}` : null,
    getJson,
    KEPT,
  );
  const isWanted = text.length >= MIN_CHARACTERS;
  return {
    sims: (isWanted && sims.data?.sims) || [],
    customers: (isWanted && customers.data?.customers) || [],
    isLoading: isWanted && (search !== text || sims.isLoading || customers.isLoading),
    error: isWanted ? (sims.error ?? customers.error) : undefined,
  };
}
