import Link from "next/link";
import { Cell, Iccid } from "#app/components/answer/cell.tsx";
import { SelectAll } from "#app/components/selection/select-all.tsx";
import { SelectBox } from "#app/components/selection/select-box.tsx";
import type { Selection } from "#app/components/selection/use-selection.ts";
import { SortHeading, WAYS } from "#app/components/ui/sort-heading.tsx";
import { customerPath } from "#app/lib/customer-path.ts";
import { simPath } from "#app/lib/sim-path.ts";
import type { Sim } from "#domain/sims/sim.ts";
import { SIM_COLUMNS, shownValue } from "./columns.ts";
import { isSortable, nextOrder, type SimsOrder } from "./order.ts";
import { rowKeys, TABLE_ID } from "./row-keys.ts";

interface SimsTableProps {
  readonly sims: readonly Sim[];
  /** Names of those that are shown. */
  readonly columns: readonly string[];
  /** Null for somebody who cannot do anything with selected SIMs. */
  readonly selection: Selection | null;
  /** These rows are not what the filters ask for, so nothing can be begun with them. */
  readonly isOfBefore: boolean;
  readonly order: SimsOrder;
  readonly onOrder: (order: SimsOrder) => void;
}

/** SIMs as rows; each leads to its page. */
export function SimsTable(props: SimsTableProps) {
  const { sims, columns, selection, isOfBefore, order, onOrder } = props;
  const ordered = { order, onOrder };
  const shown = SIM_COLUMNS.filter(({ name }) => columns.includes(name));
  const select = (index: number) => {
    const sim = sims[index];
    if (sim && !isOfBefore) selection?.toggle(sim.iccid, false);
  };
  return (
    <div
      aria-busy={isOfBefore}
      className="scroll-edges relative overflow-x-auto rounded-lg border border-line bg-raised aria-busy:opacity-50"
    >
      <table
        id={TABLE_ID}
        onKeyDown={(event) => rowKeys(event, select)}
        className="w-full border-collapse text-sm"
      >
        <caption className="sr-only">SIMs</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            {selection ? (
              <td className="w-9 pl-2">
                <SelectAll selection={selection} disabled={isOfBefore} />
              </td>
            ) : null}
            <Heading name="iccid" label="Device" title="By ICCID" className="pl-2" {...ordered} />
            {shown.map(({ name, label }) => (
              <Heading key={name} name={name} label={label} {...ordered} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sims.map((sim) => (
            <tr key={sim.iccid} className="border-b border-line last:border-b-0 hover:bg-hover">
              {selection ? (
                <td className="w-9 pl-2">
                  <SelectBox
                    label={`Select ${sim.label ?? sim.iccid}`}
                    checked={selection.has(sim.iccid)}
                    disabled={isOfBefore}
                    onToggle={(isRange) => selection.toggle(sim.iccid, isRange)}
                  />
                </td>
              ) : null}
              <th scope="row" className="px-4 py-1.5 text-left font-normal">
                <Link data-row href={simPath(sim.iccid)} className="block hover:text-accent">
                  <span className="block font-medium">{sim.label ?? "No label"}</span>
                  <span className="text-muted">
                    <Iccid value={sim.iccid} />
                  </span>
                </Link>
              </th>
              {shown.map((column) => (
                <td key={column.name} className="max-w-56 truncate px-3 py-1.5">
                  {column.name === "customer" && sim.customer ? (
                    <Link
                      href={customerPath(sim.customer)}
                      className="hover:text-accent hover:underline"
                    >
                      {sim.customer}
                    </Link>
                  ) : (
                    <Cell value={shownValue(sim, column.name)} column={column} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface HeadingProps {
  readonly name: string;
  readonly label: string;
  readonly title?: string;
  readonly className?: string;
  readonly order: SimsOrder;
  readonly onOrder: (order: SimsOrder) => void;
}

function Heading({ name, label, title, className, order, onOrder }: HeadingProps) {
  if (!isSortable(name)) {
    return (
      <th
        scope="col"
        title="Cannot be sorted: of a large fleet, each page would sort all SIMs"
        className="px-3 py-2 font-medium whitespace-nowrap"
      >
        {label}
      </th>
    );
  }
  const next = nextOrder(order, name);
  return (
    <SortHeading
      label={label}
      title={title}
      className={className}
      sorted={order.sort === name ? WAYS[order.direction] : null}
      next={WAYS[next.direction]}
      onSort={() => onOrder(next)}
    />
  );
}
