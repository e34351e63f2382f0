"use client";

import { useRouter } from "next/navigation";
import type { KeyboardEvent } from "react";
import { AnomalyItem } from "#app/components/analysis/anomaly-item.tsx";
import { Whose } from "#app/components/analysis/whose.tsx";
import { SelectBox } from "#app/components/selection/select-box.tsx";
import type { Selection } from "#app/components/selection/use-selection.ts";
import { simPath } from "#app/lib/sim-path.ts";
import type { ListedAnomaly } from "#domain/analysis/anomaly-list.ts";
import { type Triage, triageOf } from "./triage.tsx";

interface InboxRowProps {
  readonly anomaly: ListedAnomaly;
  /** Null for somebody who decides nothing. */
  readonly selection: Selection | null;
  readonly onTriage: (triage: Triage) => void;
}

/** One anomaly of the inbox, with all that can be decided of it by mouse and by key. */
export function InboxRow({ anomaly, selection, onTriage }: InboxRowProps) {
  const router = useRouter();
  const { ref, iccid, label, cohort, status } = anomaly;
  const triage = triageOf([ref], [status]);
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    const row = event.currentTarget;
    if (event.target !== row || event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = selection ? triage.find(({ key }) => key === event.key) : undefined;
    if (chosen) onTriage(chosen);
    else if (event.key === "x" && selection) selection.toggle(ref, false);
    else if (event.key === "j" || event.key === "ArrowDown") focusOn(row.nextElementSibling);
    else if (event.key === "k" || event.key === "ArrowUp") focusOn(row.previousElementSibling);
    else if (event.key === "Enter" && iccid) router.push(simPath(iccid));
    else return;
    event.preventDefault();
  };
  return (
    <AnomalyItem
      anomaly={anomaly}
      whose={<Whose anomaly={anomaly} />}
      reviews={triage}
      onReview={(review) => {
        const chosen = triage.find(({ id }) => id === review.id);
        if (chosen) onTriage(chosen);
      }}
      row={{ tabIndex: 0, onKeyDown, className: "scroll-my-16 gap-x-2 pl-2" }}
      lead={
        selection ? (
          <SelectBox
            label={`Select ${label ?? iccid ?? cohort ?? "the group"}`}
            checked={selection.has(ref)}
            onToggle={(isRange) => selection.toggle(ref, isRange)}
          />
        ) : null
      }
    />
  );
}

function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement) element.focus();
}
