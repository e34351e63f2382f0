import type { ReactNode } from "react";

interface ProgressBarProps {
  /** What is going on: "Checking". */
  readonly label: string;
  /** 0 to 1; null while it is not known. */
  readonly share: number | null;
  readonly children: ReactNode;
}

/** A screen reader hears every quarter, not every percent. */
const SPOKEN_STEPS = 4;

export function ProgressBar({ label, share, children }: ProgressBarProps) {
  const percent = share === null ? null : Math.min(100, Math.floor(share * 100));
  const spoken = share === null ? 0 : (Math.floor(share * SPOKEN_STEPS) / SPOKEN_STEPS) * 100;
  return (
    <div className="flex flex-col gap-1.5">
      <progress
        aria-label={label}
        value={percent ?? undefined}
        max={100}
        className="h-2 w-full overflow-hidden rounded-full bg-sunken accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      <p className="text-sm text-muted tabular-nums">{children}</p>
      <p role="status" className="sr-only">
        {label}: {spoken} percent
      </p>
    </div>
  );
}
