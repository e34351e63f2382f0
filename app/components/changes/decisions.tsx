import { Instant } from "#app/components/instant.tsx";
import type { Change } from "#domain/changes/change.ts";

/** Who decided so far, and when. */
export function Decisions({ change }: { change: Change }) {
  const { decisions } = change.approval;
  if (decisions.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-sm text-muted">
      {decisions.map(({ by, decision, decided_at }) => (
        <li key={`${by} ${decided_at}`}>
          {decision === "approve" ? "Approved" : "Rejected"} by {by}, <Instant iso={decided_at} />
        </li>
      ))}
    </ul>
  );
}
