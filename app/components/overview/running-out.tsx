"use client";

import Link from "next/link";
import { chanceText } from "#app/components/analysis/forecast-words.ts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { useRows } from "#app/components/sims/actions/use-rows.ts";
import { countOf, formatDay } from "#app/lib/format.ts";
import { simPath } from "#app/lib/sim-path.ts";
import { addDays, toDay } from "#core/day.ts";
import type { Query } from "#query/query.ts";
import { AttentionCard } from "./attention-card.tsx";

const SHOWN = 5;
/** Of a customer, as its figures say. */
export const SOON_DAYS = 7;

interface RunningOutProps {
  readonly count: number;
  readonly withinDays: number;
  /** Of this customer only. */
  readonly customer?: string;
}

/** Whose data is likely used up soon, the first ones first. */
export function RunningOut({ count, withinDays, customer }: RunningOutProps) {
  const now = useFleetNow();
  const { rows, error, mutate } = useRows(soon(toDay(now), withinDays, customer));
  const question = soonQuestion(withinDays, customer);
  return (
    <AttentionCard
      title="Running out of data soon"
      count={count > 0 ? countOf(count, "SIM") : ""}
      rows={rows}
      error={error}
      retry={mutate}
      all={{ question, label: "All that run out" }}
      none={`No SIM is expected to run out of data within ${countOf(withinDays, "day")}.`}
    >
      {(row) => (
        <li
          key={String(row.iccid)}
          className="flex items-baseline justify-between gap-x-4 px-4 py-2"
        >
          <span className="min-w-0 break-words">
            <Link
              href={simPath(String(row.iccid))}
              className="font-medium text-accent hover:underline"
            >
              {String(row.label ?? row.iccid)}
            </Link>
            {row.customer && !customer ? (
              <span className="text-sm text-muted"> {String(row.customer)}</span>
            ) : null}
          </span>
          <span className="shrink-0 text-sm">
            {formatDay(String(row.exhaustion_date), now).text}
            {typeof row.exhaustion_probability_30d === "number" ? (
              <span className="text-muted">
                , {chanceText(row.exhaustion_probability_30d)} within 30 days
              </span>
            ) : null}
          </span>
        </li>
      )}
    </AttentionCard>
  );
}

export const soonQuestion = (withinDays: number, customer?: string) =>
  `Which SIMs ${customer ? `of ${customer} ` : ""}run out of data in the next ${countOf(withinDays, "day")}?`;

function soon(today: string, withinDays: number, customer: string | undefined): Query {
  const of = "quota_outlook";
  return {
    from: of,
    columns: [
      `${of}.iccid`,
      "sims.label",
      "sims.customer",
      `${of}.exhaustion_date`,
      `${of}.exhaustion_probability_30d`,
    ],
    where: {
      and: [
        { member: `${of}.type`, op: "eq", value: "data" },
        { member: `${of}.exhaustion_date`, op: "gte", value: today },
        { member: `${of}.exhaustion_date`, op: "lte", value: addDays(today, withinDays) },
        ...(customer ? [{ member: "sims.customer", op: "eq" as const, value: customer }] : []),
      ],
    },
    orderBy: [{ by: `${of}.exhaustion_date`, direction: "asc" }],
    limit: SHOWN,
  };
}
