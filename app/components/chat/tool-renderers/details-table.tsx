import { Cell } from "#app/components/answer/cell.tsx";
import type { Column } from "#query/answer.ts";

interface DetailsTableProps {
  readonly columns: readonly Column[];
  readonly row: Readonly<Record<string, unknown>>;
}

/** One thing's fields, two beside each other where there is room. */
export function DetailsTable({ columns, row }: DetailsTableProps) {
  return (
    <dl className="grid grid-cols-1 gap-x-8 text-sm sm:grid-cols-2">
      {columns.map((column) => (
        <div key={column.name} className="flex min-h-8 items-center gap-3">
          <dt className="w-28 shrink-0 text-muted">{column.label}</dt>
          <dd className="min-w-0 truncate">
            <Cell value={row[column.name]} column={column} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
