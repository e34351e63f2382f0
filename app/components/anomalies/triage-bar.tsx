"use client";

import { SelectedBar } from "#app/components/selection/selected-bar.tsx";
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

/** What can be decided of all that are selected. */
export function TriageBar({ refs, outOfSight, onClear }: TriageBarProps) {
  const proposal = useProposal({});
  const close = () => {
    // What was proposed goes its own way; the next choice begins anew.
    if (proposal.changeId) onClear();
    proposal.close();
  };
  const of = countOf(refs.length, "anomaly", "anomalies");
  return (
    <SelectedBar label="Selected anomalies" of={of} outOfSight={outOfSight} onClear={onClear}>
      {triageOf(refs, []).map((triage) => (
        <Button key={triage.id} onClick={() => proposal.begin(triage)}>
          <triage.icon aria-hidden />
          {triage.label}
        </Button>
      ))}
      <ActionDialog proposal={{ ...proposal, close }} of={of} />
    </SelectedBar>
  );
}
