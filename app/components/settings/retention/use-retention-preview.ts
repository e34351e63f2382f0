import useSWR from "swr";
import { type RequestFailed, sendJson } from "#app/lib/api.ts";
import { usePaused } from "#app/lib/use-paused.ts";
import type { RetentionPreview } from "#domain/retention/preview-retention.ts";
import type { Draft } from "./retention-form.tsx";

/** What the next run would delete if the draft were saved; nothing while it is being typed. */
export function useRetentionPreview(draft: Draft): {
  readonly data: RetentionPreview | undefined;
  readonly error: RequestFailed | undefined;
} {
  const typed = JSON.stringify(draft);
  const settled = usePaused(typed);
  const { data, error } = useSWR<RetentionPreview | null, RequestFailed>(
    ["/api/retention/preview", settled],
    () => sendJson<RetentionPreview>("POST", "/api/retention/preview", JSON.parse(settled)),
    { revalidateOnFocus: false, shouldRetryOnError: false },
  );
  return typed === settled
    ? { data: data ?? undefined, error }
    : { data: undefined, error: undefined };
}
