"use client";

import { useEffect, useRef } from "react";
import { Card } from "#app/components/ui/card.tsx";
import type { Change } from "#domain/changes/change.ts";
import { ApprovalBody } from "./approval-body.tsx";
import { ChangeFailed, ChangeLoading } from "./card-states.tsx";
import { ChangeHeader, type TitleTag } from "./change-header.tsx";
import { EndedBody } from "./ended-body.tsx";
import { FollowUp } from "./follow-up.tsx";
import { LiveWords } from "./live-words.tsx";
import { ProgressBody } from "./progress-body.tsx";
import { RefusedNotice } from "./refused-notice.tsx";
import { ResultBody } from "./result-body.tsx";
import { useHasCard, useShownCard } from "./shown-cards.ts";
import { useChange } from "./use-change.ts";
import { type ChangeActions, useChangeActions } from "./use-change-actions.ts";

interface ChangeCardProps {
  readonly id: string;
  /** `h1` where the card is what the page is about. */
  readonly titleAs?: TitleTag;
  /** Stands below the change that it follows from. */
  readonly isFollowUp?: boolean;
}

/** A change as it stands: the approval, then its progress, then its result, in the same place. */
export function ChangeCard({ id, titleAs = "h2", isFollowUp = false }: ChangeCardProps) {
  const { change, error, update } = useChange(id);
  const actions = useChangeActions(id, update);
  useShownCard(id, !isFollowUp);
  const titleRef = useFocusAfterAct(change, actions);
  if (!change) {
    return error ? <ChangeFailed error={error} retry={() => void update()} /> : <ChangeLoading />;
  }
  const staleness = error ? `What you see may be old. ${error.message}` : null;
  return (
    <div className="flex flex-col gap-3">
      <Card
        aria-label={change.preview.title}
        aria-busy={actions.busyWith !== null}
        className="divide-y divide-line"
      >
        <ChangeHeader change={change} titleRef={titleRef} titleAs={titleAs} />
        <RefusedNotice sentence={actions.problem ?? staleness} />
        <Body change={change} actions={actions} onExpire={() => void update()} />
        <FollowUp id={change.retry.by} says="The failed ones are proposed again as" />
        <FollowUp id={change.undo.by} says="Its undo is" />
      </Card>
      <LiveWords change={change} />
      <FollowUpCard id={change.retry.by} below={titleAs} />
      <FollowUpCard id={change.undo.by} below={titleAs} />
    </div>
  );
}

/** The card of a change that follows from another one, unless it stands on the page already. */
function FollowUpCard({ id, below }: { readonly id: string | null; readonly below: TitleTag }) {
  const hasOwnCard = useHasCard(id);
  if (!id || hasOwnCard) return null;
  return <ChangeCard id={id} titleAs={below === "h1" ? "h2" : below} isFollowUp />;
}

interface BodyProps {
  readonly change: Change;
  readonly actions: ChangeActions;
  readonly onExpire: () => void;
}

function Body({ change, actions, onExpire }: BodyProps) {
  switch (change.state) {
    case "proposed":
      return <ApprovalBody change={change} actions={actions} onExpire={onExpire} />;
    case "running":
    case "paused":
      return <ProgressBody change={change} actions={actions} />;
    case "done":
    case "cancelled":
      return <ResultBody change={change} actions={actions} />;
    case "rejected":
    case "expired":
      return <EndedBody change={change} />;
  }
}

/** The button that was pressed goes with the stage it belonged to; the focus then stands on the title. */
function useFocusAfterAct(change: Change | undefined, actions: ChangeActions) {
  const titleRef = useRef<HTMLHeadingElement>(null);
  const stage = `${change?.state} ${change?.approval.may_decide}`;
  const acted = actions.lastAct !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what can be done has changed, nothing else
  useEffect(() => {
    if (acted && document.activeElement === document.body) {
      titleRef.current?.focus({ preventScroll: true });
    }
  }, [stage]);
  return titleRef;
}
