import Link from "next/link";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { NoneLikeThat } from "#app/components/ui/none-like-that.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { isAny } from "#app/lib/address.ts";
import type { AnomalyChoice } from "./choice.ts";

interface NoAnomaliesProps {
  readonly choice: AnomalyChoice;
  readonly onClear: () => void;
}

/** Why nothing is listed, and what would bring something. */
export function NoAnomalies({ choice, onClear }: NoAnomaliesProps) {
  if (!isAny(choice))
    return (
      <NoneLikeThat
        title="No anomaly is like that"
        clearLabel="Show all that are open"
        onClear={onClear}
      />
    );
  return (
    <Notice
      title="Nothing odd is waiting"
      actions={
        <Link href="/settings/jobs" className={buttonStyle({ size: "sm" })}>
          Jobs
        </Link>
      }
    >
      Every night each SIM’s use is held against what was expected of it. What stands out is listed
      here until somebody confirms it, calls it no anomaly or snoozes it. An owner starts the job
      “Analyse the fleet” at any time.
    </Notice>
  );
}
