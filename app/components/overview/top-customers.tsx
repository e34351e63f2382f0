import Link from "next/link";
import { customerPath } from "#app/lib/customer-path.ts";
import { countOf, formatVolume } from "#app/lib/format.ts";
import type { ToolOutput } from "#tools/define.ts";
import type { fleetOverview } from "#tools/fleet-overview.ts";
import { AttentionCard } from "./attention-card.tsx";

const SHOWN = 5;

interface TopCustomersProps {
  readonly customers: ToolOutput<typeof fleetOverview>["top_customers"];
}

/** Who uses most. */
export function TopCustomers({ customers }: TopCustomersProps) {
  return (
    <AttentionCard
      title="Customers with most usage, 30 days"
      rows={customers.slice(0, SHOWN)}
      all={{ href: "/customers", label: "All customers" }}
      none="Nothing was used in the last 30 days."
    >
      {({ customer, sims, total_volume: bytes }) => (
        <li
          key={customer ?? "none"}
          className="flex items-baseline justify-between gap-x-4 px-4 py-2"
        >
          <span className="min-w-0 break-words">
            {customer === null ? (
              <Link href="/sims?without=customer" className="hover:text-accent hover:underline">
                No customer
              </Link>
            ) : (
              <Link
                href={customerPath(customer)}
                className="font-medium text-accent hover:underline"
              >
                {customer}
              </Link>
            )}
            <span className="text-sm text-muted"> {countOf(sims, "SIM")}</span>
          </span>
          <span className="shrink-0 tabular-nums">{formatVolume(bytes).text}</span>
        </li>
      )}
    </AttentionCard>
  );
}
