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
const SOON_DAYS = 7;
export const SOON_QUESTION = "Which SIMs run out of data in the next 7 days?";

interface RunningOutProps {
  readonly count: number;
  /** Of this customer only. */
  readonly customer?: string;
}

/** Whose data is likely used up within a week, the first ones first. */
export function RunningOut({ count, customer }: RunningOutProps) {
  const now = useFleetNow();
  const { rows, error, mutate } = useRows(soon(toDay(now), customer));
  const question = customer ? soonQuestionOf(customer) : SOON_QUESTION;
  return (
    <AttentionCard
      title="Running out of data soon"
      count={count > 0 ? countOf(count, "SIM") : ""}
      rows={rows}
      error={error}
      retry={mutate}
      all={{ question, label: "All that run out" }}
      none={`No SIM is expected to run out of data within ${SOON_DAYS} days.`}
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

export const soonQuestionOf = (customer: string) =>
  `Which SIMs of ${customer} run out of data in the next ${SOON_DAYS} days?`;

function soon(today: string, customer: string | undefined): Query {
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
        { member: `${of}.exhaustion_date`, op: "lte", value: addDays(today, SOON_DAYS) },
        ...(customer ? [{ member: "sims.customer", op: "eq" as const, value: customer }] : []),
      ],
    },
    orderBy: [{ by: `${of}.exhaustion_date`, direction: "asc" }],
    limit: SHOWN,
  };
}
