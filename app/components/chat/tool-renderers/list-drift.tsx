import { KIND_WORDS } from "#app/components/sync/words.ts";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const COLUMNS = [
  column("iccid", "ICCID", "iccid"),
  column("label", "Device"),
  column("what", "What"),
  column("ours", "Here"),
  column("theirs", "At the provider"),
  column("since", "Since", "timestamp"),
];

export function ListDrift({ output }: ToolRendererProps<"list_drift">) {
  return (
    <ResultTable
      title="Differences from the provider"
      columns={COLUMNS}
      rows={output.differences.map((row) => ({ ...row, what: KIND_WORDS[row.kind] }))}
      note={output.has_more ? "There are older ones." : undefined}
    />
  );
}
