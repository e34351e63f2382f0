"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { countOf } from "#app/lib/format.ts";
import { pluralOf } from "#core/plural.ts";
import type { Change } from "#domain/changes/change.ts";
import { Decisions } from "./decisions.tsx";
import type { ChangeActions } from "./use-change-actions.ts";

interface DecideProps {
  readonly change: Change;
  readonly actions: ChangeActions;
}

/** Approve, named by what it does, or reject; for somebody who may not, the reason. */
export function Decide({ change, actions }: DecideProps) {
  const { approval, preview } = change;
  const [typed, setTyped] = useState("");
  const isTyped = approval.typed_count === null || digitsOf(typed) === `${approval.typed_count}`;
  const approve = (event: FormEvent) => {
    event.preventDefault();
    if (isTyped) void actions.run("approve", approval.typed_count ?? undefined);
  };
  const isBusy = actions.busyWith !== null;
  return (
    <form onSubmit={approve} className="flex flex-col gap-3 px-4 py-3">
      <People change={change} />
      {approval.may_decide ? (
        <>
          {approval.typed_count === null ? null : (
            <div className="max-w-80">
              <Field
                label={`Type ${approval.typed_count} to confirm the number of ${pluralOf(preview.target_noun)}`}
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                maxLength={12}
                onChange={(event) => setTyped(event.target.value)}
              />
            </div>
          )}
          <div className="flex flex-wrap gap-2">
            <Button
              type="submit"
              look={preview.for_good ? "danger" : "primary"}
              disabled={isBusy || !isTyped}
              className="h-auto min-h-9 py-1.5 text-left whitespace-normal"
            >
              {actions.busyWith === "approve" ? "Approving …" : preview.title}
            </Button>
            <Button disabled={isBusy} onClick={() => void actions.run("reject")}>
              {actions.busyWith === "reject" ? "Rejecting …" : "Reject"}
            </Button>
          </div>
        </>
      ) : (
        <p className="text-muted">{approval.why_not ?? "You may not decide on this."}</p>
      )}
      {approval.may_take_back ? (
        <div>
          <Button disabled={isBusy} onClick={() => void actions.run("reject")}>
            {actions.busyWith === "reject" ? "Taking it back …" : "Take back and reject"}
          </Button>
        </div>
      ) : null}
    </form>
  );
}

function People({ change }: { change: Change }) {
  const { needed, decisions, rule } = change.approval;
  const approved = decisions.filter(({ decision }) => decision === "approve").length;
  if (needed < 2 && !rule && decisions.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      {needed > 1 ? (
        <p>
          {approved} of {countOf(needed, "approval")} given.{" "}
          {rule ? <span className="text-muted">{rule}</span> : null}
        </p>
      ) : rule ? (
        <p className="text-muted">{rule}</p>
      ) : null}
      <Decisions change={change} />
    </div>
  );
}

function digitsOf(text: string): string {
  return text.replace(/[\s.,'’]/g, "");
}
