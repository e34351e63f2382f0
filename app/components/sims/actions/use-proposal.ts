"use client";

import { useState } from "react";
import { problemOf } from "#app/components/auth/use-submit.ts";
import type { Proposal } from "#app/components/changes/proposal.ts";
import { sendJson } from "#app/lib/api.ts";
import type { Fields, SimAction } from "./sim-actions.ts";

interface Begun {
  readonly action: SimAction;
  /** Of this dialog alone: aborted when it closes, so that what it asked for never shows in another. */
  readonly asking: AbortController;
  readonly changeId: string | null;
  readonly isBusy: boolean;
  readonly problem: string | null;
}

/**
 * From an action to the change that waits for approval. One at a time.
 *
 * @param targets What it is done to, as the server takes it.
 */
export function useProposal(targets: Fields) {
  const [begun, setBegun] = useState<Begun | null>(null);

  const ask = async ({ action, asking }: Begun, fields: Fields): Promise<void> => {
    const put = (stage: Pick<Begun, "changeId" | "isBusy" | "problem">) =>
      setBegun((now) => (now?.asking === asking ? { ...now, ...stage } : now));
    put({ changeId: null, isBusy: true, problem: null });
    try {
      const body = { ...targets, ...fields };
      const proposal = await sendJson<Proposal>("POST", action.path, body, asking.signal);
      put({ changeId: proposal?.approval.id ?? null, isBusy: false, problem: null });
    } catch (error) {
      if (asking.signal.aborted) return;
      put({ changeId: null, isBusy: false, problem: problemOf(error) });
    }
  };

  return {
    action: begun?.action ?? null,
    changeId: begun?.changeId ?? null,
    isBusy: begun?.isBusy ?? false,
    problem: begun?.problem ?? null,
    /** Opens the form of an action, or proposes at once where nothing has to be asked. */
    begin: (action: SimAction) => {
      const asking = new AbortController();
      const next = { action, asking, changeId: null, isBusy: false, problem: null };
      setBegun(next);
      if (action.fields) void ask(next, action.fields);
    },
    propose: (fields: Fields) => {
      if (begun && !begun.isBusy) void ask(begun, fields);
    },
    close: () => {
      begun?.asking.abort();
      setBegun(null);
    },
  };
}

export type ProposalInWork = ReturnType<typeof useProposal>;
