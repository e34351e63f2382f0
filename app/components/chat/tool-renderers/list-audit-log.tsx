import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const COLUMNS = [
  column("occurred_at", "Time", "timestamp"),
  column("actor", "Actor"),
  column("action", "Action"),
  column("resource_type", "Resource type"),
  column("resource_id", "Resource"),
  column("changes", "Changes", "json"),
  column("channel", "Channel"),
];

export function ListAuditLog({ output }: ToolRendererProps<"list_audit_log">) {
  return (
    <ResultTable
      title="Audit log"
      columns={COLUMNS}
      rows={output.audit_logs}
      note={output.has_more ? "There are older entries; ask for a narrower selection." : undefined}
    />
  );
}
