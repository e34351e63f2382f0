import { ChangeCard } from "#app/components/changes/change-card.tsx";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const CHANGES = [
  column("title", "Change"),
  column("state", "State"),
  column("proposed_by", "Asked for by"),
  column("created_at", "Asked for", "timestamp"),
];

export function ListChanges({ output }: ToolRendererProps<"list_changes">) {
  const rows = output.changes.map((change) => ({ ...change, title: change.preview.title }));
  return (
    <ResultTable
      title="Changes"
      columns={CHANGES}
      rows={rows}
      note={output.has_more ? "There are more, further back." : undefined}
    />
  );
}

const ITEMS = [
  column("target", "Row", "iccid"),
  column("label", "Name"),
  column("state", "State"),
  column("reason", "Why"),
];

export function ListChangeItems({ output }: ToolRendererProps<"list_change_items">) {
  return (
    <ResultTable
      title="Rows of the change"
      columns={ITEMS}
      rows={output.items}
      note={output.has_more ? "There are more rows." : undefined}
    />
  );
}

export function GetChange({ output }: ToolRendererProps<"get_change">) {
  return <ChangeCard id={output.id} />;
}
