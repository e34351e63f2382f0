import { ClipboardList } from "lucide-react";
import { Iccid } from "#app/components/answer/cell.tsx";
import { ChangeCard } from "#app/components/changes/change-card.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { countOf, formatCount } from "#app/lib/format.ts";
import { ExportSims } from "./export-sims.tsx";
import { GenerateReport } from "./generate-report.tsx";
import type { ToolRendererProps } from "./types.ts";

const SHOWN_TARGETS = 5;
const ICCID = /^\d{19,20}$/;

/** A change that was proposed, as it stands now; or one that can only be described. */
export function ProposeChange({ output }: ToolRendererProps<"propose_change">) {
  const { change_id, assumptions, problem, summary, download, report, input } = output;
  if (download) return <ExportSims output={download} input={input} />;
  if (report) return <GenerateReport output={report} input={input} />;
  if (problem) return <Notice title={summary}>{problem} Nothing was changed.</Notice>;
  if (!change_id) return <OnlyDescribed output={output} />;
  return (
    <div className="flex flex-col gap-2">
      <ChangeCard id={change_id} />
      <Assumptions assumptions={assumptions} />
    </div>
  );
}

function Assumptions({ assumptions }: { assumptions: readonly string[] }) {
  return assumptions.length > 0 ? (
    <ul className="px-4 text-sm text-muted">
      {assumptions.map((assumption) => (
        <li key={assumption}>Assumed: {assumption}</li>
      ))}
    </ul>
  ) : null;
}

function OnlyDescribed({ output }: Pick<ToolRendererProps<"propose_change">, "output">) {
  const { summary, target_count, targets, assumptions } = output;
  const isOfSims = targets.every((target) => ICCID.test(target));
  return (
    <Card aria-label={`Change that cannot be carried out here: ${summary}`} className="py-3">
      <header className="flex items-start gap-3 px-4">
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
              and {formatCount(target_count - SHOWN_TARGETS)} more
            </li>
          ) : null}
        </ul>
      ) : null}
      <Assumptions assumptions={assumptions} />
      <p className="px-4 pt-2 text-sm text-muted">
        Simon cannot carry this out yet. Use this list with your provider’s portal.
      </p>
    </Card>
  );
}
