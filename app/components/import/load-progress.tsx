import { formatBytes } from "#core/bytes.ts";
import type { ImportTick } from "./watch-import.ts";

interface LoadProgressProps {
  readonly sent: number;
  readonly tick: ImportTick | null;
  readonly sizeBytes: number;
}

const number = new Intl.NumberFormat();
/** A screen reader hears every quarter, not every percent. */
const SPOKEN_STEPS = 4;

export function LoadProgress({ sent, tick, sizeBytes }: LoadProgressProps) {
  const percent = Math.min(100, Math.floor(sent * 100));
  const spoken = (Math.floor(sent * SPOKEN_STEPS) / SPOKEN_STEPS) * 100;
  return (
    <div className="flex flex-col gap-1.5">
      <progress
        aria-label="Loading"
        value={percent}
        max={100}
        className="h-2 w-full overflow-hidden rounded-full bg-sunken accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
      <p className="text-sm text-muted tabular-nums">
        {percent} % of {formatBytes(sizeBytes)}
        {tick
          ? ` · ${number.format(tick.rows)} rows · ${number.format(Math.round(tick.rowsPerSecond))} rows/s`
          : null}
        {tick && tick.bad > 0 ? ` · ${number.format(tick.bad)} bad` : null}
      </p>
      <p role="status" className="sr-only">
        {spoken} percent loaded
      </p>
    </div>
  );
}
