import { SqlDetails } from "#app/components/answer/sql-details.tsx";
import type { ColumnKind } from "#query/answer.ts";
import { column } from "./columns.ts";
import { ResultTable } from "./result-table.tsx";
import type { ToolRendererProps } from "./types.ts";

const KINDS: Readonly<Record<string, ColumnKind>> = {
  smallint: "number",
  integer: "number",
  bigint: "number",
  real: "number",
  "double precision": "number",
  numeric: "number",
  date: "day",
  timestamptz: "timestamp",
  boolean: "boolean",
  json: "json",
  jsonb: "json",
  "text[]": "list",
};

export function RunSql({ output }: ToolRendererProps<"run_sql">) {
  return (
    <div className="flex flex-col gap-2">
      <ResultTable
        title="Result of the SQL"
        columns={output.columns.map(({ name, type }) => column(name, name, kindOf(name, type)))}
        rows={output.rows}
        note={output.has_more ? "There are more rows; aggregate, or add a condition." : undefined}
      />
      <SqlDetails sql={output.sql} />
    </div>
  );
}

function kindOf(name: string, type: string): ColumnKind {
  return name === "iccid" && type === "text" ? "iccid" : (KINDS[type] ?? "text");
}
