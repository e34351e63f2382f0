import { countOf } from "#app/lib/format.ts";
import type { Change } from "#domain/changes/change.ts";
import { TargetName } from "./target-name.tsx";

const OPEN_UP_TO = 5;

/** Rows that were no longer as the person saw them, and were therefore left alone. */
export function ChangedSince({ change }: { change: Change }) {
  const { changed_since, preview } = change;
  if (changed_since.length === 0) return null;
  return (
    <details open={changed_since.length <= OPEN_UP_TO} className="px-4 py-3">
      <summary className="font-medium marker:text-muted">
        {countOf(changed_since.length, preview.target_noun)} left out: changed since the preview
      </summary>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {changed_since.map(({ target, reason }) => (
          <li key={target} className="flex flex-col">
            <TargetName target={target} />
            <span className="text-sm text-muted">{reason}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
