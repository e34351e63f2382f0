"use client";

import { Notice } from "#app/components/ui/notice.tsx";
import type { Change } from "#domain/changes/change.ts";
import { Countdown } from "./countdown.tsx";
import { Decide } from "./decide.tsx";
import { Fact } from "./fact.tsx";
import { PreviewFacts } from "./preview-facts.tsx";
import type { ChangeActions } from "./use-change-actions.ts";

interface ApprovalBodyProps {
  readonly change: Change;
  readonly actions: ChangeActions;
  readonly onExpire: () => void;
}

/** Everything a person needs to decide, and the decision. */
export function ApprovalBody({ change, actions, onExpire }: ApprovalBodyProps) {
  return (
    <>
      {change.preview.warnings?.map((warning) => (
        <Notice key={warning} tone="attention" className="mx-4 my-3">
          {warning}
        </Notice>
      ))}
      <dl className="px-4 py-2">
        <PreviewFacts change={change} />
        <Fact name="Expires">
          <Countdown until={change.expires_at} onEnd={onExpire} />
        </Fact>
      </dl>
      <Decide change={change} actions={actions} />
    </>
  );
}
