"use client";

import Link from "next/link";
import { useHasCard } from "./shown-cards.ts";

interface FollowUpProps {
  readonly id: string | null;
  /** What the other change is to this one. */
  readonly says: string;
}

/** Says that another change follows from this one. */
export function FollowUp({ id, says }: FollowUpProps) {
  const hasOwnCard = useHasCard(id);
  if (!id) return null;
  return (
    <p className="px-4 py-3 text-sm text-muted">
      {says}{" "}
      <Link href={`/changes/${id}`} className="text-accent underline underline-offset-2">
        a change of its own
      </Link>
      {hasOwnCard ? "." : ", below."}
    </p>
  );
}
