import Link from "next/link";
import { Button, buttonStyle } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { AnomalyChoice } from "./choice.ts";

interface NoAnomaliesProps {
  readonly choice: AnomalyChoice;
  readonly onClear: () => void;
}

/** Why nothing is listed, and what would bring something. */
export function NoAnomalies({ choice, onClear }: NoAnomaliesProps) {
  const isFiltered = Object.values(choice).some((value) => value !== "");
  if (isFiltered)
    return (
      <Notice
        title="No anomaly is like that"
        actions={
          <Button size="sm" onClick={onClear}>
            Show all that are open
          </Button>
        }
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
