import { SearchX } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { countOf } from "#app/lib/format.ts";
import { without } from "#query/edit.ts";
import type { ChangedAnswer } from "./use-changed-answer.ts";

const MAX_OFFERED = 3;

/** No row: which condition rules them out, and the nearest question that has some. */
export function EmptyAnswer({ asked }: { asked: ChangedAnswer }) {
  const { answer, query, change, isBusy } = asked;
  const offered = (answer.loosened ?? []).slice(0, MAX_OFFERED);
  return (
    <div className="flex items-start gap-3 px-4 py-4">
      <SearchX aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0">
        <p className="font-medium">Nothing matches</p>
        <p className="text-sm text-muted">
          {offered.length > 0
            ? "Leaving out one condition finds something:"
            : "Below is how the question was read. Change the period or a filter to widen it."}
        </p>
        {query ? (
          <ul className="mt-2 flex flex-col items-start gap-1">
            {offered.map(({ text, part, row_count }) => (
              <li key={text} className="max-w-full">
                <Button
                  look="plain"
                  size="sm"
                  className="max-w-full"
                  disabled={isBusy}
                  onClick={() => void change(without(query, part))}
                >
                  <span className="truncate">Without “{text}”</span>
                  <span className="text-muted">{countOf(row_count, "row")}</span>
                </Button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
