import { cn } from "#app/lib/cn.ts";
import type { Tally } from "./tally.ts";
import { tallyWords } from "./tally-words.ts";

const PARTS = [
  ["done", "bg-accent"],
  ["undone", "bg-line-strong"],
  ["failed", "bg-critical"],
  ["unknown", "bg-attention"],
  ["cancelled", "bg-line-strong"],
] as const;

/** How far a change is; the words beside it say what the colours mean. */
export function ProgressBar({ tally }: { tally: Tally }) {
  const share = (count: number) => `${tally.total > 0 ? (100 * count) / tally.total : 0}%`;
  return (
    <div
      role="progressbar"
      aria-label="Progress of the change"
      aria-valuemin={0}
      aria-valuemax={tally.total}
      aria-valuenow={tally.total - tally.waiting}
      aria-valuetext={tallyWords(tally)}
      className="flex h-2 overflow-hidden rounded-full bg-hover"
    >
      {PARTS.map(([part, color]) =>
        tally[part] > 0 ? (
          <span
            key={part}
            className={cn(
              "h-full border-r border-raised transition-[width] last:border-r-0",
              color,
            )}
            style={{ width: share(tally[part]) }}
          />
        ) : null,
      )}
    </div>
  );
}
