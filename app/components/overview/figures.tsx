import Link from "next/link";
import { AskLink } from "#app/components/ask-link.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { countOf, formatNumber, formatPercent } from "#app/lib/format.ts";
import type { ToolOutput } from "#tools/define.ts";
import type { fleetOverview } from "#tools/fleet-overview.ts";
import { soonQuestion } from "./running-out.tsx";

/** The fleet in six numbers; those that lead on do so. */
export function Figures({ overview }: { readonly overview: ToolOutput<typeof fleetOverview> }) {
  const { sims, by_status: statuses, seen_24h: seen, open_alerts: alerts, attention } = overview;
  const active = statuses.find(({ status }) => status === "active")?.sims ?? 0;
  const grave = alerts.filter(({ severity }) => severity === "critical" || severity === "high");
  const total = (rows: typeof alerts) => rows.reduce((sum, row) => sum + row.alerts, 0);
  const figures = [
    { name: "SIMs", value: sims, note: `${formatNumber(active).text} active`, href: "/sims" },
    {
      name: "Seen in 24 hours",
      value: seen,
      note: active === 0 ? "" : `${formatPercent((100 * seen) / active).text} of the active`,
    },
    {
      name: `Run out in ${countOf(attention.running_out_days, "day")}`,
      value: attention.running_out,
      note: "as forecast",
      question: soonQuestion(attention.running_out_days),
    },
    {
      name: `Over ${attention.nearly_used_up_percent} % of quota`,
      value: attention.nearly_used_up,
      note: "of data",
      question: `Which SIMs have used more than ${attention.nearly_used_up_percent} % of their data quota?`,
    },
    {
      name: "Open alerts",
      value: total(alerts),
      note: `${formatNumber(total(grave)).text} high or critical`,
      question: "Which alerts are open?",
    },
    {
      name: "Open tickets",
      value: overview.open_tickets,
      note: "",
      question: "Which tickets are open?",
    },
  ];
  return (
    <Card aria-label="The fleet in numbers" className="overflow-hidden">
      <dl className="grid grid-cols-2 gap-px bg-line sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(({ name, value, note, href, question }) => (
          <div key={name} className="flex flex-col bg-raised px-4 py-3">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="text-xl font-semibold tabular-nums">
              {href ? (
                <Link href={href} className="hover:text-accent hover:underline">
                  {formatNumber(value).text}
                </Link>
              ) : question ? (
                <AskLink question={question}>{formatNumber(value).text}</AskLink>
              ) : (
                formatNumber(value).text
              )}
            </dd>
            {note ? <dd className="text-sm text-muted">{note}</dd> : null}
          </div>
        ))}
      </dl>
    </Card>
  );
}
