import { Download } from "lucide-react";
import Link from "next/link";
import { Instant } from "#app/components/instant.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { countOf } from "#app/lib/format.ts";
import { readersLocale } from "#app/lib/reader.ts";
import type { MonthlyReport } from "#domain/reports/list-monthly-reports.ts";

/** The monthly reports that are kept, each a file. */
export function ReportsCard({ reports }: { readonly reports: readonly MonthlyReport[] }) {
  if (reports.length === 0) return null;
  return (
    <Card className="p-4">
      <h2 className="text-lg font-semibold">Monthly reports</h2>
      <p className="text-sm text-muted">
        Usage by customer, as CSV.{" "}
        <Link href="/settings/retention" className="text-accent underline">
          How long they are kept
        </Link>
      </p>
      <ul className="mt-2 divide-y divide-line text-sm">
        {reports.map(({ id, month, rows, created_at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 py-2">
            <span className="w-36 font-medium">{monthName(month)}</span>
            <span className="min-w-0 flex-1 text-muted">
              {countOf(rows, "row")}, made <Instant iso={created_at} />
            </span>
            <a
              href={`/api/reports/${id}`}
              download
              aria-label={`Download the report of ${monthName(month)}`}
              className={buttonStyle({ look: "ghost", size: "sm" })}
            >
              <Download aria-hidden />
              Download
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function monthName(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(readersLocale(), {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
