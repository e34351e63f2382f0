"use client";

import useSWR from "swr";
import { getJson, type RequestFailed, sendJson } from "#app/lib/api.ts";
import type {
  ChangedView,
  NewSavedView,
  SavedPage,
  SavedView,
} from "#domain/saved-views/saved-view.ts";

/** Views of a page that the person or a colleague keeps. */
export function useSavedViews(page: SavedPage) {
  const { data, error, mutate } = useSWR<{ views: SavedView[] }, RequestFailed>(
    `/api/saved-views?page=${page}`,
    getJson,
    { revalidateOnFocus: false },
  );
  const pathOf = (id: string) => `/api/saved-views/${encodeURIComponent(id)}`;
  return {
    views: data?.views,
    error,
    retry: () => void mutate(),
    save: async (view: Omit<NewSavedView, "page">) => {
      await sendJson("POST", "/api/saved-views", { page, ...view });
      await mutate();
    },
    change: async (id: string, fields: ChangedView) => {
      await sendJson("PATCH", pathOf(id), fields);
      await mutate();
    },
    remove: async (id: string) => {
      await sendJson("DELETE", pathOf(id));
      await mutate();
    },
  };
}

export type SavedViews = ReturnType<typeof useSavedViews>;
