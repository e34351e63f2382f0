import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { cn } from "#app/lib/cn.ts";
import { customerPath } from "#app/lib/customer-path.ts";
import { formatNumber, formatVolume } from "#app/lib/format.ts";
import type { Customer, CustomerOrder } from "#domain/customers/customer.ts";
import { MonthChange } from "./month-change.tsx";

const COLUMNS: readonly (readonly [order: CustomerOrder, label: string])[] = [
  ["name", "Customer"],
  ["sims", "SIMs"],
  ["month_volume", "Used this month"],
  ["running_out_in_7_days", "Run out in 7 days"],
  ["anomalous", "Behaving oddly"],
  ["high_churn_risk", "High churn risk"],
];
const NUMBER = "px-3 py-1.5 text-right whitespace-nowrap";

interface CustomersTableProps {
  readonly customers: readonly Customer[];
  readonly order: CustomerOrder;
  readonly onOrder: (order: CustomerOrder) => void;
}

/** Customers as rows; each leads to its page, and what stands out to those SIMs. */
export function CustomersTable({ customers, order, onOrder }: CustomersTableProps) {
  return (
    <div className="scroll-edges relative overflow-x-auto rounded-lg border border-line bg-raised">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Customers</caption>
        <thead>
          <tr className="border-b border-line">
            {COLUMNS.map(([of, label]) => (
              <Heading key={of} of={of} label={label} isChosen={of === order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {customers.map((row) => (
            <tr
              key={row.customer ?? ""}
              className="h-11 border-b border-line last:border-b-0 hover:bg-hover"
            >
              <th scope="row" className="max-w-64 truncate px-4 py-1.5 text-left font-medium">
                {row.customer === null ? (
                  <Link href="/sims?without=customer" className="text-muted hover:text-accent">
                    No customer
                  </Link>
                ) : (
                  <Link href={customerPath(row.customer)} className="hover:text-accent">
                    {row.customer}
                  </Link>
                )}
              </th>
              <td className={NUMBER}>
                {formatNumber(row.sims).text}
                <span className="text-muted max-sm:hidden">
                  {" "}
                  ({formatNumber(row.active).text} active)
                </span>
              </td>
              <td className={NUMBER} title={formatVolume(row.month_volume).exact}>
                {formatVolume(row.month_volume).text}{" "}
                <span className="inline-flex w-18 items-baseline justify-end max-sm:hidden">
                  <MonthChange percent={row.month_change_percent} />
                </span>
              </td>
              <Noteworthy count={row.running_out_in_7_days} />
              <Noteworthy count={row.anomalous} />
              <Noteworthy count={row.high_churn_risk} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Nothing of it is no number to read. */
function Noteworthy({ count }: { readonly count: number | null }) {
  return (
    <td
      title={count === null ? "Not worked out" : undefined}
      className={cn(NUMBER, count ? "font-medium" : "text-muted")}
    >
      {count === null ? "–" : formatNumber(count).text}
    </td>
  );
}

interface HeadingProps {
  readonly of: CustomerOrder;
  readonly label: string;
  readonly isChosen: boolean;
  readonly onOrder: (order: CustomerOrder) => void;
}

function Heading({ of, label, isChosen, onOrder }: HeadingProps) {
  const isName = of === "name";
  const Arrow = isName ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={!isChosen ? "none" : isName ? "ascending" : "descending"}
      className={cn("px-1 py-1 font-medium", isName ? "pl-2 text-left" : "text-right")}
    >
      <button
        type="button"
        onClick={() => onOrder(of)}
        className={cn(
          "group/sort inline-flex h-7 items-center gap-1 rounded-sm px-2 whitespace-nowrap text-muted hover:bg-hover hover:text-fg",
          !isName && "flex-row-reverse",
          isChosen && "text-fg",
        )}
      >
        {label}
        <Arrow
          aria-hidden
          className={cn(
            "size-3.5",
            isChosen ? "opacity-100" : "opacity-0 group-hover/sort:opacity-50",
          )}
        />
      </button>
    </th>
  );
}
