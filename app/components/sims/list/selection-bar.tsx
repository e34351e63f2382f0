"use client";

import { ChevronDown } from "lucide-react";
import { SelectedBar } from "#app/components/selection/selected-bar.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import { ActionDialog } from "../actions/action-dialog.tsx";
import { ActionMenu } from "../actions/action-menu.tsx";
import { SIM_ACTIONS } from "../actions/sim-actions.ts";
import { useProposal } from "../actions/use-proposal.ts";
import type { Matching } from "./use-matching.ts";

const MAX_NAMED = 10_000;
const MAX_MATCHING = 50_000;
const AT_HAND = SIM_ACTIONS.filter(({ id }) => id === "activate" || id === "suspend");

interface SelectionBarProps {
  readonly iccids: readonly string[];
  /** How many of them are not among the rows in sight. */
  readonly outOfSight: number;
  readonly matching: Matching;
  readonly onClear: () => void;
}

/** What can be done with the selected SIMs, or with all that the filters leave. */
export function SelectionBar(props: SelectionBarProps) {
  const { iccids, outOfSight, matching, onClear } = props;
  const all = matching.isChosen ? matching.sims : null;
  const proposal = useProposal(all ? { query: all.query } : { iccids });
  const count = all ? all.count : iccids.length;
  const most = all ? MAX_MATCHING : MAX_NAMED;
  const isTooMany = count > most;
  const of = countOf(count, "SIM");
  return (
    <SelectedBar
      label="Selected SIMs"
      of={of}
      outOfSight={all ? 0 : outOfSight}
      problem={isTooMany ? `One change takes at most ${formatCount(most)}.` : null}
      onClear={onClear}
    >
      {matching.sims && !all ? (
        <Button look="ghost" onClick={matching.choose}>
          Select all {formatCount(matching.sims.count)} that match
        </Button>
      ) : null}
      {AT_HAND.map((action) => (
        <Button
          key={action.id}
          disabled={isTooMany}
          className="max-md:hidden"
          onClick={() => proposal.begin(action)}
        >
          <action.icon aria-hidden />
          {action.label}
        </Button>
      ))}
      <ActionMenu
        side="top"
        isForOne={count === 1}
        onChoose={proposal.begin}
        trigger={
          <Button disabled={isTooMany}>
            Actions
            <ChevronDown aria-hidden />
          </Button>
        }
      />
      <ActionDialog proposal={proposal} of={of} />
    </SelectedBar>
  );
}
