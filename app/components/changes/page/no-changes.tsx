"use client";

import Link from "next/link";
import { AskBox } from "#app/components/ask-box.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { NoneLikeThat } from "#app/components/ui/none-like-that.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useMay } from "#app/components/viewer.tsx";

interface NoChangesProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

/** Why nothing is listed, and how a first change comes about. */
export function NoChanges({ isFiltered, onClear }: NoChangesProps) {
  const mayPropose = useMay("sims:write");
  if (isFiltered)
    return (
      <NoneLikeThat
        title="No change is in this state"
        clearLabel="Show all changes"
        onClear={onClear}
      />
    );
  return (
    <>
      <Notice
        title="Nothing has been changed yet"
        actions={
          mayPropose ? (
            <Link href="/sims" className={buttonStyle({ size: "sm" })}>
              Select SIMs
            </Link>
          ) : null
        }
      >
        A change begins with words in the chat, with SIMs selected in the list, or with a script. It
        shows exactly what would happen, waits for a person to approve it, and is listed here with
        what came of every SIM.
      </Notice>
      {mayPropose ? <AskBox placeholder="Say what to change: suspend the SIMs of …" /> : null}
    </>
  );
}
