import { ClipboardList } from "lucide-react";
import { Iccid } from "#app/components/answer/cell.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { countOf } from "#app/lib/format.ts";
import type { ToolRendererProps } from "./types.ts";

const SHOWN_TARGETS = 5;
const ICCID = /^\d{19,20}$/;

/** A change that was only worked out: nothing has happened. */
export function ProposeChange({ output }: ToolRendererProps<"propose_change">) {
  const { summary, target_count, targets, assumptions } = output;
  const isOfSims = targets.every((target) => ICCID.test(target));
  return (
    <Card aria-label={`Proposed change: ${summary}`} className="divide-y divide-line">
      <header className="flex items-start gap-3 px-4 py-3">
        <ClipboardList aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        <div>
          <p className="font-medium">{summary}</p>
          <p className="text-sm text-muted">
            Affects {countOf(target_count, isOfSims ? "SIM" : "row")}. Nothing has been changed.
          </p>
        </div>
      </header>
      {targets.length > 0 ? (
        <ul className="flex flex-col gap-1 px-4 py-3">
          {targets.slice(0, SHOWN_TARGETS).map((target) => (
            <li key={target}>{isOfSims ? <Iccid value={target} /> : target}</li>
          ))}
          {target_count > SHOWN_TARGETS ? (
            <li className="text-sm text-muted">
              and {(target_count - SHOWN_TARGETS).toLocaleString()} more
            </li>
          ) : null}
        </ul>
      ) : null}
      {assumptions.length > 0 ? (
        <ul className="px-4 py-3 text-sm text-muted">
          {assumptions.map((assumption) => (
            <li key={assumption}>Assumed: {assumption}</li>
          ))}
        </ul>
      ) : null}
      <p className="px-4 py-3 text-sm text-muted">
        Approving changes comes with a later version. Until then, use this list with your provider’s
        portal.
      </p>
    </Card>
  );
}
