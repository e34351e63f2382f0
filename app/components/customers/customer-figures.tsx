import Link from "next/link";
import type { ReactNode } from "react";
import { AskLink } from "#app/components/ask-link.tsx";
import { SOON_DAYS, soonQuestion } from "#app/components/overview/running-out.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { formatNumber, formatVolume } from "#app/lib/format.ts";
import type { Customer } from "#domain/customers/customer.ts";
import { MonthChange } from "./month-change.tsx";

interface CustomerFiguresProps {
  readonly customer: string;
  readonly figures: Customer;
}

/** A customer in six numbers; those that lead on do so. */
export function CustomerFigures({ customer, figures }: CustomerFiguresProps) {
  const { sims, active, month_volume: used, high_churn_risk: churn } = figures;
  const query = new URLSearchParams({ customer });
  const { text, exact } = formatVolume(used);
  return (
    <Card aria-label="The customer in numbers" className="overflow-hidden">
      <dl className="grid grid-cols-2 gap-px bg-line sm:grid-cols-3 lg:grid-cols-6">
        <Figure name="SIMs" note={`${formatNumber(active).text} active`}>
          <Link href={`/sims?${query}`} className="hover:text-accent hover:underline">
            {formatNumber(sims).text}
          </Link>
        </Figure>
        <Figure
          name="Used this month"
          note={
            <>
              <MonthChange percent={figures.month_change_percent} /> on the same days of last month
            </>
          }
        >
          <span title={exact}>{text}</span>
        </Figure>
        <Figure name="Run out in 7 days" note="as forecast">
          <AskLink question={soonQuestion(SOON_DAYS, customer)}>
            {formatNumber(figures.running_out_in_7_days).text}
          </AskLink>
        </Figure>
        <Figure name="Behaving oddly" note="to be decided">
          <Link href={`/anomalies?${query}`} className="hover:text-accent hover:underline">
            {formatNumber(figures.anomalous).text}
          </Link>
        </Figure>
        <Figure
          name="High churn risk"
          note={churn === null ? "not worked out" : "SIMs likely given up"}
        >
          {churn === null ? (
            "–"
          ) : (
            <AskLink question={`Which SIMs of ${customer} have a high churn risk?`}>
              {formatNumber(churn).text}
            </AskLink>
          )}
        </Figure>
        <Figure name="Open tickets">
          <AskLink question={`Which tickets of ${customer} are open?`}>
            {formatNumber(figures.open_tickets).text}
          </AskLink>
        </Figure>
      </dl>
    </Card>
  );
}

interface FigureProps {
  readonly name: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

function Figure({ name, note, children }: FigureProps) {
  return (
    <div className="flex flex-col bg-raised px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-xl font-semibold tabular-nums">{children}</dd>
      {note ? <dd className="text-sm text-muted">{note}</dd> : null}
    </div>
  );
}
