import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface FieldNoteProps {
  readonly id: string;
  readonly hint: ReactNode;
  /** Stands in the place of the hint. */
  readonly problem: string | undefined;
}

/** Below a field: what is wrong with it, else what helps to fill it in. */
export function FieldNote({ id, hint, problem }: FieldNoteProps) {
  if (problem) {
    return (
      <p id={id} className="flex items-start gap-1.5 text-sm text-critical">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {problem}
      </p>
    );
  }
  return hint ? (
    <p id={id} className="text-sm text-muted">
      {hint}
    </p>
  ) : null;
}
