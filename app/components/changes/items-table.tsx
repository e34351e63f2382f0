import type { ChangeItem } from "#domain/changes/change.ts";
import { ItemMark } from "./state-mark.tsx";
import { TargetName } from "./target-name.tsx";
import { changedValues } from "./values.ts";

interface ItemsTableProps {
  readonly caption: string;
  readonly items: readonly ChangeItem[];
}

const HEAD = "px-3 py-2 font-medium whitespace-nowrap first:pl-4 last:pr-4";
const CELL = "px-3 py-1.5 align-top first:pl-4 last:pr-4";

/** Rows of a change: which, how far, from what to what, and why not. */
export function ItemsTable({ caption, items }: ItemsTableProps) {
  return (
    <div className="scroll-edges relative overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className={HEAD}>
              What
            </th>
            <th scope="col" className={HEAD}>
              State
            </th>
            <th scope="col" className={HEAD}>
              Change
            </th>
            <th scope="col" className={HEAD}>
              Reason
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.target} className="border-b border-line last:border-b-0 hover:bg-hover">
              <th scope="row" className={`${CELL} min-w-44 text-left font-normal`}>
                <TargetName target={item.target} label={item.label} />
              </th>
              <td className={CELL}>
                <ItemMark state={item.state} />
              </td>
              <td className={`${CELL} min-w-44`}>
                <Changed item={item} />
              </td>
              <td className={`${CELL} min-w-56 text-muted`}>{item.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Changed({ item }: { item: ChangeItem }) {
  return (
    <ul>
      {changedValues(item).map(({ field, from, to }) => (
        <li key={field}>
          <span className="text-muted">{field}: </span>
          {from} → {to}
        </li>
      ))}
    </ul>
  );
}
