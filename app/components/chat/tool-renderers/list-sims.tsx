import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const COLUMNS = [
  column("iccid", "ICCID", "iccid"),
  column("label", "Label"),
  column("status", "Status"),
  column("customer", "Customer"),
  column("country", "Country"),
  column("operator", "Operator"),
  column("last_seen_at", "Last seen", "timestamp"),
];

export function ListSims({ output }: ToolRendererProps<"list_sims">) {
  return (
    <ResultTable
      title="SIMs"
      columns={COLUMNS}
      rows={output.sims}
      note={output.has_more ? "There are more; ask for a narrower selection." : undefined}
    />
  );
}
