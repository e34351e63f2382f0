import { Iccid } from "#app/components/answer/cell.tsx";
import { countOf } from "#app/lib/format.ts";
import type { Subject } from "#domain/analysis/subject.ts";

interface SubjectTitleProps {
  /** "Forecast" */
  readonly what: string;
  readonly subject: Subject;
  /** The page is about it and names it. */
  readonly isOnItsPage?: boolean;
}

/** Whom a card is about: one SIM, or a group with its size. */
export function SubjectTitle({ what, subject, isOnItsPage = false }: SubjectTitleProps) {
  const { kind, name, iccid, sims } = subject;
  if (isOnItsPage) return <h2 className="text-lg font-semibold">{what}</h2>;
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
      <h3 className="min-w-0 font-medium break-words">
        {what}: {kind === "fleet" ? "the fleet" : name}
      </h3>
      {iccid && iccid !== name ? <Iccid value={iccid} /> : null}
      {kind === "sim" ? null : <span className="text-sm text-muted">{countOf(sims, "SIM")}</span>}
    </div>
  );
}
