"use client";

import { useState } from "react";
import { useSubmit } from "#app/components/auth/use-submit.ts";
import type { Proposal } from "#app/components/changes/proposal.ts";
import { sendJson } from "#app/lib/api.ts";
import type { Fields, SimAction } from "./sim-actions.ts";

interface Begun {
  readonly action: SimAction;
  readonly changeId: string | null;
}

/**
 * From an action to the change that waits for approval. One at a time.
 *
 * @param targets What it is done to, as the server takes it.
 */
export function useProposal(targets: Fields) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const { submit, isBusy, problem } = useSubmit(async (action: SimAction, fields: Fields) => {
    const proposal = await sendJson<Proposal>("POST", action.path, { ...targets, ...fields });
    setBegun({ action, changeId: proposal?.approval.id ?? null });
  });
  return {
    action: begun?.action ?? null,
    changeId: begun?.changeId ?? null,
    isBusy,
    problem,
    /** Opens the form of an action, or proposes at once where nothing has to be asked. */
    begin: (action: SimAction) => {
      setBegun({ action, changeId: null });
      if (action.fields) void submit(action, action.fields);
    },
    propose: (fields: Fields) => {
      if (begun) void submit(begun.action, fields);
    },
    close: () => setBegun(null),
  };
}

export type ProposalInWork = ReturnType<typeof useProposal>;
