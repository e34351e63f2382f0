import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { formatCount } from "#app/lib/format.ts";

interface SelectedBarProps {
  readonly label: string;
  /** "3 SIMs" */
  readonly of: string;
  /** How many of them are not among the rows in sight. */
  readonly outOfSight: number;
  /** Why nothing can be done with so many. */
  readonly problem?: string | null;
  readonly onClear: () => void;
  /** What can be done with them. */
  readonly children: ReactNode;
}

/** Stands above the lower edge while any row is selected. */
export function SelectedBar(props: SelectedBarProps) {
  const { label, of, outOfSight, problem, onClear, children } = props;
  return (
    <section
      aria-label={label}
      className="sticky bottom-3 z-10 flex flex-wrap items-center gap-2 rounded-lg border border-line-strong bg-raised px-3 py-2"
    >
      <p role="status" className="min-w-24 flex-1">
        <strong className="font-semibold">{of} selected</strong>
        {outOfSight > 0 ? (
          <span className="block text-sm text-muted">
            {formatCount(outOfSight)} of them not among the rows shown; they stay selected.
          </span>
        ) : null}
        {problem ? <span className="block text-sm text-critical">{problem}</span> : null}
      </p>
      <Button look="ghost" onClick={onClear}>
        <X aria-hidden />
        Clear
      </Button>
      <div className="flex flex-wrap gap-2">{children}</div>
    </section>
  );
}
