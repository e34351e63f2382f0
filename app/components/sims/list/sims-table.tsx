import Link from "next/link";
import { Cell, Iccid } from "#app/components/answer/cell.tsx";
import { SelectAll } from "#app/components/selection/select-all.tsx";
import { SelectBox } from "#app/components/selection/select-box.tsx";
import type { Selection } from "#app/components/selection/use-selection.ts";
import { customerPath } from "#app/lib/customer-path.ts";
import { simPath } from "#app/lib/sim-path.ts";
import type { Sim } from "#domain/sims/sim.ts";
import { SIM_COLUMNS, shownValue } from "./columns.ts";
import { rowKeys, TABLE_ID } from "./row-keys.ts";

interface SimsTableProps {
  readonly sims: readonly Sim[];
  /** Names of those that are shown. */
  readonly columns: readonly string[];
  /** Null for somebody who cannot do anything with selected SIMs. */
  readonly selection: Selection | null;
}

/** SIMs as rows; each leads to its page. */
export function SimsTable({ sims, columns, selection }: SimsTableProps) {
  const shown = SIM_COLUMNS.filter(({ name }) => columns.includes(name));
  const select = (index: number) => {
    const sim = sims[index];
    if (sim) selection?.toggle(sim.iccid, false);
  };
  return (
    <div className="scroll-edges relative overflow-x-auto rounded-lg border border-line bg-raised">
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
                <SelectAll selection={selection} />
              </td>
            ) : null}
            <th scope="col" className="px-4 py-2 font-medium">
              Device
            </th>
            {shown.map(({ name, label }) => (
              <th key={name} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {label}
              </th>
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
