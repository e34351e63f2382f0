"use client";

import { ChevronDown } from "lucide-react";
import { SelectedBar } from "#app/components/selection/selected-bar.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import { ActionDialog } from "../actions/action-dialog.tsx";
import { ActionMenu } from "../actions/action-menu.tsx";
import { SIM_ACTIONS } from "../actions/sim-actions.ts";
import { useProposal } from "../actions/use-proposal.ts";

const MAX_SELECTED = 10_000;
const AT_HAND = SIM_ACTIONS.filter(({ id }) => id === "activate" || id === "suspend");

interface SelectionBarProps {
  readonly iccids: readonly string[];
  /** How many of them are not among the rows in sight. */
  readonly outOfSight: number;
  readonly onClear: () => void;
}

/** What can be done with the selected SIMs. */
export function SelectionBar({ iccids, outOfSight, onClear }: SelectionBarProps) {
  const proposal = useProposal({ iccids });
  const isTooMany = iccids.length > MAX_SELECTED;
  const of = countOf(iccids.length, "SIM");
  return (
    <SelectedBar
      label="Selected SIMs"
      of={of}
      outOfSight={outOfSight}
      problem={isTooMany ? `One change takes at most ${formatCount(MAX_SELECTED)}.` : null}
      onClear={onClear}
    >
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
        isForOne={iccids.length === 1}
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
