import { AnswerChart } from "#app/components/answer/answer-chart.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const COLUMNS = [
  column("day", "Day", "day"),
  column("total_volume", "Total", "bytes", true),
  column("download_volume", "Download", "bytes"),
  column("upload_volume", "Upload", "bytes"),
  column("event_count", "Records", "number"),
];

const CHART = { kind: "line", x: "day", y: ["total_volume"] } as const;

/** The picture alone, which has the rows behind it. */
export function UsageChart({ output }: Pick<ToolRendererProps<"usage_history">, "output">) {
  return (
    <Card>
      <AnswerChart columns={COLUMNS} rows={output.usage} chart={CHART} />
    </Card>
  );
}

export function UsageHistory({ output }: ToolRendererProps<"usage_history">) {
  return (
    <div className="flex flex-col gap-3">
      <UsageChart output={output} />
      <ResultTable title={`Usage per ${output.group_by}`} columns={COLUMNS} rows={output.usage} />
    </div>
  );
}
