"use client";

import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import type { SimAction } from "#app/components/sims/actions/sim-actions.ts";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { useMay } from "#app/components/viewer.tsx";
import { cn } from "#app/lib/cn.ts";
import { formatDay } from "#app/lib/format.ts";
import type { Anomaly } from "#domain/analysis/anomaly.ts";
import type { ListedAnomaly } from "#domain/analysis/anomaly-list.ts";
import { reviewsOf } from "./anomaly-review.ts";
import { daysWords, kindWords, STATUS_WORDS, volumesWords } from "./anomaly-words.ts";
import { Severity } from "./severity.tsx";

interface AnomalyItemProps {
  readonly anomaly: Anomaly & Partial<Pick<ListedAnomaly, "iccid" | "snoozed_until">>;
  /** Whose it is, where that is not said above. */
  readonly whose?: ReactNode;
  /** What was proposed of it here, which is told there. */
  readonly changeId?: string | null;
  /** What can be decided of it, where that is more than a card offers. */
  readonly reviews?: readonly SimAction[];
  /** Stands before it. */
  readonly lead?: ReactNode;
  readonly row?: ComponentProps<"li">;
  readonly onReview: (review: SimAction) => void;
}

/** One anomaly: what, when, how far off, why, what to do, and what a person says of it. */
export function AnomalyItem(props: AnomalyItemProps) {
  const { anomaly, whose, changeId, reviews = reviewsOf(anomaly), lead, row, onReview } = props;
  const now = useFleetNow();
  const mayReview = useMay("sims:write");
  const { severity, reason, next_step: nextStep, status, assigned_to: who } = anomaly;
  const until = anomaly.snoozed_until;
  const volumes = volumesWords(anomaly);
  const state = [
    status === "open" ? null : STATUS_WORDS[status],
    status === "snoozed" && until ? `until ${formatDay(until.slice(0, 10), now).text}` : null,
    who ? `assigned to ${who}` : null,
  ].filter(Boolean);
  const what = kindWords(anomaly);
  const name = `${what}, ${daysWords(anomaly, now)}`;
  return (
    <li
      {...row}
      className={cn(
        "flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:flex-nowrap",
        row?.className,
      )}
      aria-label={name}
    >
      {lead}
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Severity of={severity} />
          {whose ?? <span className="font-medium">{what}</span>}
          <span className="text-sm text-muted">{daysWords(anomaly, now)}</span>
          {state.length > 0 ? (
            <span className="min-w-0 text-sm break-words text-muted">({state.join(", ")})</span>
          ) : null}
        </div>
        <p className="break-words">
          {whose ? <span className="font-medium">{what}. </span> : null}
          {reason}
          {volumes ? <span className="text-sm text-muted"> {volumes}.</span> : null}
        </p>
        {nextStep ? (
          <p className="text-sm">
            <span className="text-muted">Next:</span> {nextStep}
          </p>
        ) : null}
      </div>
      {changeId ? (
        <Link href={`/changes/${changeId}`} className={buttonStyle({ size: "sm" })}>
          See the change
        </Link>
      ) : null}
      {mayReview && !changeId ? (
        <div className="flex flex-wrap gap-2 max-sm:w-full sm:shrink-0">
          {reviews.map((review) => (
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
