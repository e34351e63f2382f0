"use client";

import { ChevronDown, X } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { countOf } from "#app/lib/format.ts";
import { ActionDialog } from "./actions/action-dialog.tsx";
import { ActionMenu } from "./actions/action-menu.tsx";
import { SIM_ACTIONS } from "./actions/sim-actions.ts";
import { useProposal } from "./actions/use-proposal.ts";

const MAX_SELECTED = 10_000;
const AT_HAND = SIM_ACTIONS.filter(({ id }) => id === "activate" || id === "suspend");

interface SelectionBarProps {
  readonly iccids: readonly string[];
  /** How many of them are not among the rows in sight. */
  readonly outOfSight: number;
  readonly onClear: () => void;
}

/** What can be done with the selected SIMs; stands above the lower edge while any is selected. */
export function SelectionBar({ iccids, outOfSight, onClear }: SelectionBarProps) {
  const proposal = useProposal({ iccids });
  const isTooMany = iccids.length > MAX_SELECTED;
  return (
    <section
      aria-label="Selected SIMs"
      className="sticky bottom-3 z-10 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2"
    >
      <p role="status" className="min-w-0 flex-1">
        <strong className="font-semibold">{countOf(iccids.length, "SIM")} selected</strong>
        {outOfSight > 0 ? (
          <span className="block text-sm text-muted">
            {outOfSight.toLocaleString()} of them not among the rows shown; they stay selected.
          </span>
        ) : null}
        {isTooMany ? (
          <span className="block text-sm text-critical">
            One change takes at most {MAX_SELECTED.toLocaleString()}.
          </span>
        ) : null}
      </p>
      <Button look="ghost" onClick={onClear}>
        <X aria-hidden />
        Clear
      </Button>
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
      <ActionDialog proposal={proposal} of={countOf(iccids.length, "SIM")} />
    </section>
  );
}
