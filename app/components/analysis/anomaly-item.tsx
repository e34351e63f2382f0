"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import type { SimAction } from "#app/components/sims/actions/sim-actions.ts";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { useMay } from "#app/components/viewer.tsx";
import type { Anomaly } from "#domain/analysis/anomaly.ts";
import { reviewsOf } from "./anomaly-review.ts";
import { daysWords, KIND_WORDS, STATUS_WORDS, volumesWords } from "./anomaly-words.ts";
import { Severity } from "./severity.tsx";

interface AnomalyItemProps {
  readonly anomaly: Anomaly;
  /** Whose it is, where that is not said above. */
  readonly whose?: ReactNode;
  /** What was proposed of it here, which is told there. */
  readonly changeId?: string | null;
  readonly onReview: (review: SimAction) => void;
}

/** One anomaly: what, when, how far off, why, what to do, and what a person says of it. */
export function AnomalyItem({ anomaly, whose, changeId, onReview }: AnomalyItemProps) {
  const now = useFleetNow();
  const mayReview = useMay("sims:write");
  const { kind, severity, reason, next_step: nextStep, status, assigned_to: who } = anomaly;
  const volumes = volumesWords(anomaly);
  const state = [
    status === "open" ? null : STATUS_WORDS[status],
    who ? `assigned to ${who}` : null,
  ].filter(Boolean);
  const name = `${KIND_WORDS[kind]}, ${daysWords(anomaly, now)}`;
  return (
    <li className="flex flex-col gap-1 px-4 py-3" aria-label={name}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Severity of={severity} />
        <span className="font-medium">{KIND_WORDS[kind]}</span>
        <span className="text-sm text-muted">{daysWords(anomaly, now)}</span>
        {state.length > 0 ? <span className="text-sm text-muted">({state.join(", ")})</span> : null}
        {whose}
      </div>
      <p className="break-words">{reason}</p>
      {volumes ? <p className="text-sm text-muted">{volumes}</p> : null}
      {nextStep ? (
        <p className="text-sm">
          <span className="text-muted">Next:</span> {nextStep}
        </p>
      ) : null}
      {changeId ? (
        <Link
          href={`/changes/${changeId}`}
          className={buttonStyle({ size: "sm", className: "mt-1 self-start" })}
        >
          See the change
        </Link>
      ) : null}
      {mayReview && !changeId ? (
        <div className="mt-1 flex flex-wrap gap-2">
          {reviewsOf(anomaly).map((review) => (
            <Button key={review.id} size="sm" onClick={() => onReview(review)}>
              <review.icon aria-hidden />
              {review.label}
              <span className="sr-only">: {name}</span>
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
