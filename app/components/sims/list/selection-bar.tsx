"use client";

import { ChevronDown } from "lucide-react";
import { type RefObject, useRef } from "react";
import { SelectedBar } from "#app/components/selection/selected-bar.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import { ActionDialog } from "../actions/action-dialog.tsx";
import { ActionMenu } from "../actions/action-menu.tsx";
import { SIM_ACTIONS } from "../actions/sim-actions.ts";
import { useProposal } from "../actions/use-proposal.ts";
import { countWords } from "./count-words.ts";
import type { ChosenSims } from "./use-chosen-sims.ts";

const MAX_NAMED = 10_000;
const AT_HAND = SIM_ACTIONS.filter(({ id }) => id === "activate" || id === "suspend");

/** What can be done with the selected SIMs, or with all that the filters leave. */
export function SelectionBar({ chosen }: { readonly chosen: ChosenSims }) {
  const { iccids, all, matching } = chosen;
  const proposal = useProposal(all ? { query: all.query } : { iccids });
  const actions = useRef<HTMLDivElement>(null);
  const count = all ? all.count : iccids.length;
  const problem = problemOf(chosen);
  const of = countOf(count, "SIM");
  const chooseAll = () => {
    chosen.chooseAll();
    focusButtonIn(actions);
  };
  return (
    <SelectedBar
      label="Selected SIMs"
      of={of}
      outOfSight={all ? 0 : chosen.outOfSight}
      problem={problem}
      onClear={chosen.clear}
    >
      {chosen.isAllOffered && matching ? (
        <Button look="ghost" onClick={chooseAll} disabled={matching.isMore}>
          {matching.isMore
            ? `${countWords(matching)} match: one change takes no more`
            : `Select all ${formatCount(matching.count)} that match`}
        </Button>
      ) : null}
      {AT_HAND.map((action) => (
        <Button
          key={action.id}
          disabled={problem !== null}
          className="max-md:hidden"
          onClick={() => proposal.begin(action)}
        >
          <action.icon aria-hidden />
          {action.label}
        </Button>
      ))}
      <div ref={actions}>
        <ActionMenu
          side="top"
          isForOne={count === 1}
          onChoose={proposal.begin}
          trigger={
            <Button disabled={problem !== null}>
              Actions
              <ChevronDown aria-hidden />
            </Button>
          }
        />
      </div>
      <ActionDialog
        proposal={proposal}
        of={of}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          focusButtonIn(actions);
        }}
      />
    </SelectedBar>
  );
}

function problemOf({ all, iccids }: ChosenSims): string | null {
  if (all?.isMore) return `One change takes at most ${formatCount(all.count)}.`;
  if (!all && iccids.length > MAX_NAMED) {
    return `One change takes at most ${formatCount(MAX_NAMED)} that were selected one by one.`;
  }
  return null;
}

/** What was pressed may have gone with what it stood for; here one goes on. */
function focusButtonIn(place: RefObject<HTMLElement | null>): void {
  place.current?.querySelector("button")?.focus();
}
