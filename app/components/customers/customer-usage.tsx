"use client";

import { useState } from "react";
import { AnswerChart } from "#app/components/answer/answer-chart.tsx";
import { column } from "#app/components/chat/tool-renderers/columns.ts";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { useRows } from "#app/components/sims/actions/use-rows.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { addDays, toDay } from "#core/day.ts";
import type { Query } from "#query/query.ts";

const PERIODS_DAYS = [30, 90, 365] as const;
const COLUMNS = [column("day", "Day", "day"), column("used", "Data used", "bytes", true)];
const CHART = { kind: "line", x: "day", y: ["used"] } as const;

/** What a customer's SIMs used, day by day. */
export function CustomerUsage({ customer }: { readonly customer: string }) {
  const [days, setDays] = useState<number>(PERIODS_DAYS[0]);
  const { rows, error, mutate } = useRows(perDay(customer, days, toDay(useFleetNow())));
  return (
    <Card aria-label="Usage">
      <header className="flex flex-wrap items-center justify-between gap-2 px-4 pt-3">
        <h2 className="font-medium">Usage, {days} days</h2>
        <fieldset className="flex gap-1" aria-label="Period">
          {PERIODS_DAYS.map((choice) => (
            <Button
              key={choice}
              size="sm"
              look={choice === days ? "plain" : "ghost"}
              aria-pressed={choice === days}
              onClick={() => setDays(choice)}
            >
              {choice} days
            </Button>
          ))}
        </fieldset>
      </header>
      {error && !rows ? (
        <LoadFailed
          className="m-4"
          title="Its usage could not be loaded"
          error={error}
          retry={mutate}
        />
      ) : rows ? (
        <AnswerChart columns={COLUMNS} rows={rows} chart={CHART} />
      ) : (
        <div role="status" aria-label="Loading its usage" className="px-4 py-3">
          <Skeleton className="h-[256px]" />
        </div>
      )}
    </Card>
  );
}

function perDay(customer: string, days: number, today: string): Query {
  const of = "sim_usage_daily";
  return {
    from: of,
    measures: [{ as: "used", measure: { agg: "sum", of: `${of}.total_volume` } }],
    groupBy: [{ member: `${of}.day`, grain: "day" }],
    where: {
      and: [
        { member: "sims.customer", op: "eq", value: customer },
        { time: `${of}.day`, from: addDays(today, -days), to: today },
      ],
    },
    fillGaps: true,
    orderBy: [{ by: `${of}.day`, direction: "asc" }],
    limit: 400,
  };
}
