"use client";

import useSWR from "swr";
import { getJson, type RequestFailed, sendJson } from "#app/lib/api.ts";
import type { SimList } from "#domain/lists/list-lists.ts";

const PATH = "/api/lists";

/** As it comes over the wire. */
export type ShownList = Omit<SimList, "made_at"> & { readonly made_at: string };

/** The organisation's lists of SIMs. */
export function useLists() {
  const { data, error, mutate } = useSWR<{ lists: ShownList[] }, RequestFailed>(PATH, getJson);
  const pathOf = (name: string) => `${PATH}/${encodeURIComponent(name)}`;
  return {
    lists: data?.lists,
    error,
    retry: () => void mutate(),
    rename: async (name: string, wanted: string) => {
      await sendJson("PATCH", pathOf(name), { name: wanted });
      await mutate();
    },
    remove: async (name: string) => {
      await sendJson("DELETE", pathOf(name));
      await mutate();
    },
  };
}

export type Lists = ReturnType<typeof useLists>;
