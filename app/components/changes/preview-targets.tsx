"use client";

import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { formatCount } from "#app/lib/format.ts";
import type { Change } from "#domain/changes/change.ts";
import { ItemsSheet } from "./items-sheet.tsx";
import { TargetName } from "./target-name.tsx";

const SHOWN = 5;

/** The first rows that would change; all of them on demand. */
export function PreviewTargets({ change }: { change: Change }) {
  const [isOpen, setOpen] = useState(false);
  const { first_targets, target_count } = change.preview;
  const shown = first_targets.slice(0, SHOWN);
  return (
    <>
      <ul className="flex flex-col gap-0.5">
        {shown.map(({ target, label }) => (
          <li key={target}>
            <TargetName target={target} label={label} />
          </li>
        ))}
      </ul>
      {target_count > shown.length ? (
        <Button
          look="ghost"
          size="sm"
          className="-ml-2 mt-0.5 text-accent"
          onClick={() => setOpen(true)}
        >
          Show all {formatCount(target_count)}
        </Button>
      ) : null}
      <ItemsSheet change={change} open={isOpen} onOpenChange={setOpen} />
    </>
  );
}
