"use client";

import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import type { Change, ChangeItem } from "#domain/changes/change.ts";
import { ItemsSheet } from "./items-sheet.tsx";
import { ItemMark } from "./state-mark.tsx";
import { tallyOf } from "./tally.ts";
import { TargetName } from "./target-name.tsx";

const UNKNOWN_NOTE =
  "The provider's answer was lost, and what happened there cannot be looked up. They are not tried again, since that could do it twice. Check them at the provider.";

/** Rows that failed, with reasons, then those of which nobody knows, apart. */
export function Problems({ change }: { change: Change }) {
  const { failed, unknown } = tallyOf(change);
  return (
    <>
      <ProblemList change={change} state="failed" count={failed} />
      <ProblemList change={change} state="unknown" count={unknown} note={UNKNOWN_NOTE} />
    </>
  );
}

interface ProblemListProps {
  readonly change: Change;
  readonly state: "failed" | "unknown";
  readonly count: number;
  readonly note?: string;
}

const SHOWN = 5;

function ProblemList({ change, state, count, note }: ProblemListProps) {
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  const shown = change.failures.filter((item) => item.state === state).slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-1.5 px-4 py-3">
      <p className="flex items-center gap-2 font-medium">
        {countOf(count, change.preview.target_noun)}
        <ItemMark state={state} />
      </p>
      {note ? <p className="text-sm text-muted">{note}</p> : null}
      <ul className="flex flex-col gap-1.5">
        {shown.map((item) => (
          <Problem key={item.target} item={item} />
        ))}
      </ul>
      {count > shown.length ? (
        <Button
          look="ghost"
          size="sm"
          className="-ml-2 self-start text-accent"
          onClick={() => setOpen(true)}
        >
          Show all {formatCount(count)}
        </Button>
      ) : null}
      <ItemsSheet change={change} open={isOpen} onOpenChange={setOpen} initialState={state} />
    </div>
  );
}

function Problem({ item }: { item: ChangeItem }) {
  return (
    <li className="flex flex-col">
      <TargetName target={item.target} label={item.label} />
      {item.reason ? <span className="text-sm text-muted">{item.reason}</span> : null}
    </li>
  );
}
