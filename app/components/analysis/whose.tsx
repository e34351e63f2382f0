import Link from "next/link";
import { simPath } from "#app/lib/sim-path.ts";
import type { ListedAnomaly } from "#domain/analysis/anomaly-list.ts";

/** Whose an anomaly is: a SIM with its customer, or the group that moved together. */
export function Whose({ anomaly }: { readonly anomaly: ListedAnomaly }) {
  const { iccid, label, customer, cohort, moved, members } = anomaly;
  if (iccid === null) {
    const share = moved !== null && members !== null ? `, ${moved} of ${members} SIMs` : "";
    return <span className="font-medium">{`${cohort ?? "a group"}${share}`}</span>;
  }
  return (
    <span className="min-w-0 break-words">
      <Link href={simPath(iccid)} className="font-medium text-accent hover:underline">
        {label ?? iccid}
      </Link>
      {customer ? <span className="text-sm text-muted"> {customer}</span> : null}
    </span>
  );
}
