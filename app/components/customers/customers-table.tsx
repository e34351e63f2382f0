import Link from "next/link";
import { SortHeading } from "#app/components/ui/sort-heading.tsx";
import { cn } from "#app/lib/cn.ts";
import { customerPath } from "#app/lib/customer-path.ts";
import { countOf, formatNumber, formatVolume } from "#app/lib/format.ts";
import type { Customer, CustomerOrder } from "#domain/customers/customer.ts";
import { MonthChange } from "./month-change.tsx";

/** `short`: on a phone, which shows what somebody has to act on and no more. */
const COLUMNS: readonly { of: CustomerOrder; label: string; short?: string; isWide?: true }[] = [
  { of: "name", label: "Customer" },
  { of: "sims", label: "SIMs", isWide: true },
  { of: "month_volume", label: "Used this month", short: "Used" },
  { of: "running_out_in_7_days", label: "Run out in 7 days", short: "Run out" },
  { of: "anomalous", label: "Behaving oddly", short: "Odd" },
  { of: "high_churn_risk", label: "High churn risk", isWide: true },
];
/** Names from A, figures from the largest. */
const wayOf = (of: CustomerOrder) => (of === "name" ? "ascending" : "descending");
const NUMBER = "px-3 py-1.5 text-right whitespace-nowrap max-sm:px-1.5";
const ONLY_WIDE = "max-sm:hidden";

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
            {COLUMNS.map(({ of, label, short, isWide }) => (
              <SortHeading
                key={of}
                label={label}
                short={short}
                sorted={of === order ? wayOf(of) : null}
                next={wayOf(of)}
                onSort={() => onOrder(of)}
                isNumber={of !== "name"}
                className={cn(of === "name" ? "pl-2" : "max-sm:px-0", isWide && ONLY_WIDE)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {customers.map((row) => (
            <tr
              key={row.customer ?? ""}
              className="h-11 border-b border-line last:border-b-0 hover:bg-hover"
            >
              <th
                scope="row"
                className="max-w-64 truncate px-4 py-1.5 max-sm:max-w-36 max-sm:px-3 text-left font-medium"
              >
                {row.customer === null ? (
                  <Link href="/sims?without=customer" className="text-muted hover:text-accent">
                    No customer
                  </Link>
                ) : (
                  <Link href={customerPath(row.customer)} className="hover:text-accent">
                    {row.customer}
                  </Link>
                )}
                <span className="block font-normal text-muted sm:hidden">
                  {countOf(row.sims, "SIM")}
                </span>
              </th>
              <td className={cn(NUMBER, ONLY_WIDE)}>
                {formatNumber(row.sims).text}
                <span className="text-muted"> ({formatNumber(row.active).text} active)</span>
              </td>
              <td className={NUMBER} title={formatVolume(row.month_volume).exact}>
                {formatVolume(row.month_volume).text}{" "}
                <span className="inline-flex w-18 items-baseline justify-end max-sm:hidden">
                  <MonthChange percent={row.month_change_percent} />
                </span>
              </td>
              <Noteworthy count={row.running_out_in_7_days} />
              <Noteworthy count={row.anomalous} />
              <Noteworthy count={row.high_churn_risk} className={ONLY_WIDE} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface NoteworthyProps {
  readonly count: number | null;
  readonly className?: string;
}

/** Nothing of it is no number to read. */
function Noteworthy({ count, className }: NoteworthyProps) {
  return (
    <td
      title={count === null ? "Not worked out" : undefined}
      className={cn(NUMBER, count ? "font-medium" : "text-muted", className)}
    >
      {count === null ? "–" : formatNumber(count).text}
    </td>
  );
}
