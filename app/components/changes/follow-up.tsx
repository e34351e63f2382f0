import Link from "next/link";

interface FollowUpProps {
  readonly followUpId: string | null;
  readonly isUndo: boolean;
  readonly isBelow: boolean;
}

/** Says that another change follows from this one. */
export function FollowUp({ followUpId, isUndo, isBelow }: FollowUpProps) {
  if (!followUpId) return null;
  return (
    <p className="px-4 py-3 text-sm text-muted">
      {isUndo ? "Its undo is" : "Trying the failed ones again is"}{" "}
      <Link href={`/changes/${followUpId}`} className="text-accent underline underline-offset-2">
        a change of its own
      </Link>
      {isBelow ? ", below." : "."}
    </p>
  );
}
