"use client";

import Link from "next/link";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { AttentionCard } from "#app/components/overview/attention-card.tsx";
import { useRows } from "#app/components/sims/actions/use-rows.ts";
import { formatVolume } from "#app/lib/format.ts";
import { simPath } from "#app/lib/sim-path.ts";
import { addDays, toDay } from "#core/day.ts";
import type { Query } from "#query/query.ts";

const DAYS = 30;

/** Those of a customer's SIMs that used most. */
export function HeaviestSims({ customer }: { readonly customer: string }) {
  const { rows, error, mutate } = useRows(heaviest(customer, toDay(useFleetNow())));
  return (
    <AttentionCard
      title={`SIMs with most usage, ${DAYS} days`}
      rows={rows}
      error={error}
      retry={mutate}
      none={`None of its SIMs used data in the last ${DAYS} days.`}
      all={{
        question: `Which SIMs of ${customer} used most data in the last ${DAYS} days?`,
        label: "More of them",
      }}
    >
      {({ iccid, label, used }) => (
        <li key={String(iccid)} className="flex items-baseline justify-between gap-x-4 px-4 py-2">
          <Link
            href={simPath(String(iccid))}
            className="min-w-0 font-medium break-words text-accent hover:underline"
          >
            {String(label ?? iccid)}
          </Link>
          <span className="shrink-0 tabular-nums">{formatVolume(Number(used)).text}</span>
        </li>
      )}
    </AttentionCard>
  );
}

function heaviest(customer: string, today: string): Query {
  const of = "sim_usage_daily";
  return {
    from: of,
    measures: [{ as: "used", measure: { agg: "sum", of: `${of}.total_volume` } }],
    groupBy: [{ member: `${of}.iccid` }, { member: "sims.label" }],
    where: {
      and: [
        { member: "sims.customer", op: "eq", value: customer },
        { time: `${of}.day`, from: addDays(today, -DAYS), to: today },
      ],
    },
    orderBy: [{ by: "used", direction: "desc" }],
    limit: 5,
  };
}
