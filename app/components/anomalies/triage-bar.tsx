"use client";

import { X } from "lucide-react";
import { ActionDialog } from "#app/components/sims/actions/action-dialog.tsx";
import { useProposal } from "#app/components/sims/actions/use-proposal.ts";
import { Button } from "#app/components/ui/button.tsx";
import { countOf } from "#app/lib/format.ts";
import { triageOf } from "./triage.tsx";

interface TriageBarProps {
  readonly refs: readonly string[];
  /** How many of them are not among the rows in sight. */
  readonly outOfSight: number;
  readonly onClear: () => void;
}

/** What can be decided of all that are selected; stands above the lower edge while any is. */
export function TriageBar({ refs, outOfSight, onClear }: TriageBarProps) {
  const proposal = useProposal({});
  const close = () => {
    // What was proposed goes its own way; the next choice begins anew.
    if (proposal.changeId) onClear();
    proposal.close();
  };
  const of = countOf(refs.length, "anomaly", "anomalies");
  return (
    <section
      aria-label="Selected anomalies"
      className="sticky bottom-3 z-10 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2"
    >
      <p role="status" className="min-w-40 flex-1">
        <strong className="font-semibold">{of} selected</strong>
        {outOfSight > 0 ? (
          <span className="block text-sm text-muted">
            {outOfSight.toLocaleString()} of them not among the rows shown; they stay selected.
          </span>
        ) : null}
      </p>
      <Button look="ghost" onClick={onClear}>
        <X aria-hidden />
        Clear
      </Button>
      {triageOf(refs, []).map((triage) => (
        <Button key={triage.id} onClick={() => proposal.begin(triage)}>
          <triage.icon aria-hidden />
          {triage.label}
        </Button>
      ))}
      <ActionDialog proposal={{ ...proposal, close }} of={of} />
    </section>
  );
}
