"use client";

import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import { RequestFailed, sendJson } from "#app/lib/api.ts";
import type { Change } from "#domain/changes/change.ts";
import type { Proposal } from "./proposal.ts";
import type { useChange } from "./use-change.ts";

type Act = "approve" | "reject" | "pause" | "resume" | "cancel" | "retry" | "undo";

const BEGINS_ANOTHER: readonly Act[] = ["retry", "undo"];

/** What a person can do with a change. One request at a time; the server decides whether it counts. */
export function useChangeActions(id: string, update: ReturnType<typeof useChange>["update"]) {
  const [act, setAct] = useState<Act | null>(null);
  const { submit, isBusy, problem } = useSubmit(async (next: Act, typedCount?: number) => {
    setAct(next);
    try {
      const { path, body } = requestOf(id, next, typedCount);
      if (BEGINS_ANOTHER.includes(next)) {
        await sendJson<Proposal>("POST", path, body);
        await update(); // names the other one
      } else {
        await update((await sendJson<Change>("POST", path, body)) ?? undefined);
      }
    } catch (error) {
      // Refused since something moved in the meantime: show how it is now, beside the reason.
      if (error instanceof RequestFailed && error.status !== 0) await update();
      throw error;
    }
  });
  return {
    run: submit,
    /** What is being sent, to say so on its button. */
    busyWith: isBusy ? act : null,
    lastAct: act,
    problem,
  };
}

export type ChangeActions = ReturnType<typeof useChangeActions>;

function requestOf(id: string, act: Act, typedCount?: number) {
  const path = `/api/changes/${encodeURIComponent(id)}`;
  if (act === "undo") return { path: `/api/v1/changes/${encodeURIComponent(id)}/undo`, body: {} };
  if (act === "retry") return { path: `${path}/retry`, body: {} };
  if (act === "approve" || act === "reject") {
    const typed = typedCount === undefined ? {} : { typed_count: typedCount };
    return { path: `${path}/decision`, body: { decision: act, ...typed } };
  }
  return { path: `${path}/control`, body: { action: act } };
}
