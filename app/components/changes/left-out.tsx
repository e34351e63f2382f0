import { countOf, formatCount } from "#app/lib/format.ts";
import type { ChangePreview } from "#domain/changes/change.ts";
import { TargetName } from "./target-name.tsx";

/** Rows that were meant but stay as they are, by reason. */
export function LeftOut({ preview }: { preview: ChangePreview }) {
  return (
    <ul className="flex flex-col gap-1">
      {preview.skipped.map(({ reason, count, targets }) => (
        <li key={reason}>
          <details>
            <summary className="marker:text-muted">
              {countOf(count, preview.target_noun)}: {reason}
            </summary>
            <ul className="my-1 flex flex-col gap-0.5 border-l border-line pl-3">
              {targets.map((target) => (
                <li key={target}>
                  <TargetName target={target} />
                </li>
              ))}
              {count > targets.length ? (
                <li className="text-muted">and {formatCount(count - targets.length)} more</li>
              ) : null}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
