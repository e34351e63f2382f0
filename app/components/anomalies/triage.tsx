import { Clock, UserRound } from "lucide-react";
import type { ComponentType } from "react";
import { REVIEW_PATH, type Review, reviewOf } from "#app/components/analysis/anomaly-review.ts";
import type { ActionFormProps, SimAction } from "#app/components/sims/actions/sim-actions.ts";
import type { AnomalyStatus } from "#domain/analysis/anomaly.ts";
import { AssignForm } from "./assign-form.tsx";
import { SnoozeForm } from "./snooze-form.tsx";

/** With the key that does it while its row has the focus. */
export interface Triage extends SimAction {
  readonly key: string;
}

/** What a person can decide of these anomalies; each is only a proposal. Where no status is known, all of it. */
export function triageOf(refs: readonly string[], statuses: readonly AnomalyStatus[]): Triage[] {
  const isAll = (status: AnomalyStatus) =>
    statuses.length > 0 && statuses.every((one) => one === status);
  const plain = (review: Review, key: string): Triage => ({
    ...reviewOf(refs, review),
    key,
  });
  return [
    ...(isAll("confirmed") ? [] : [plain("confirm", "c")]),
    ...(isAll("dismissed") ? [] : [plain("dismiss", "n")]),
    ...(isAll("open") ? [] : [plain("reopen", "o")]),
    {
      ...asked(refs, "snooze", SnoozeForm),
      label: "Snooze",
      icon: Clock,
      key: "s",
    },
    {
      ...asked(refs, "assign", AssignForm),
      label: "Assign",
      icon: UserRound,
      key: "a",
    },
  ];
}

/** One that asks for something first. */
function asked(
  refs: readonly string[],
  review: "snooze" | "assign",
  Form: ComponentType<ActionFormProps>,
) {
  return {
    id: review,
    path: REVIEW_PATH,
    Form: ({ onPropose, isBusy }: ActionFormProps) => (
      <Form isBusy={isBusy} onPropose={(fields) => onPropose({ ids: refs, review, ...fields })} />
    ),
  };
}
