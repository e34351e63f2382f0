"use client";

import Link from "next/link";
import { useCallback } from "react";
import useSWR from "swr";
import { AskBox } from "#app/components/ask-box.tsx";
import { LoadFailed } from "#app/components/load-failed.tsx";
import { OddOf } from "#app/components/overview/anomalous.tsx";
import { RunningOut, SOON_DAYS } from "#app/components/overview/running-out.tsx";
import { SyncedLine } from "#app/components/sync/synced-line.tsx";
import { buttonStyle } from "#app/components/ui/button.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import { useFleetChange } from "#app/lib/fleet-changed.ts";
import { countOf } from "#app/lib/format.ts";
import type { Customer } from "#domain/customers/customer.ts";
import { CustomerFigures } from "./customer-figures.tsx";
import { CustomerUsage } from "./customer-usage.tsx";
import { HeaviestSims } from "./heaviest-sims.tsx";
import { QuestionsAbout } from "./questions-about.tsx";

/** How one customer's SIMs are, what of them wants somebody, and a field for questions about them. */
export function CustomerView({ customer }: { readonly customer: string }) {
  const { data, error, mutate } = useSWR<Customer, RequestFailed>(
    `/api/customers/${encodeURIComponent(customer)}`,
    getJson,
    { refreshInterval: 60_000, keepPreviousData: true },
  );
  useFleetChange(useCallback(() => void mutate(), [mutate]));
  if (error && !data)
    return <LoadFailed title="This customer could not be loaded" error={error} retry={mutate} />;
  if (!data) return <Loading />;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="min-w-0 text-xl font-semibold tracking-tight break-words">{customer}</h1>
        <Link href={simsPath(customer)} className={buttonStyle()}>
          {data.sims === 1 ? "Its SIM" : `All ${countOf(data.sims, "SIM")}`}
        </Link>
      </div>
      <AskBox
        about={customer}
        placeholder="Ask about this customer: which SIMs used most data last week?"
      />
      <SyncedLine kinds={["list", "quota", "usage"]} />
      <CustomerFigures customer={customer} figures={data} />
      <CustomerUsage customer={customer} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <RunningOut count={data.running_out_in_7_days} withinDays={SOON_DAYS} customer={customer} />
        <OddOf customer={customer} />
        <HeaviestSims customer={customer} />
        <QuestionsAbout customer={customer} />
      </div>
    </>
  );
}

const simsPath = (customer: string) => `/sims?${new URLSearchParams({ customer })}`;

function Loading() {
  return (
    <div role="status" aria-label="Loading the customer" className="flex flex-col gap-4">
      <Skeleton className="h-9 w-56" />
      <Skeleton className="h-9" />
      <Skeleton className="h-20" />
      <Skeleton className="h-72" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
      </div>
    </div>
  );
}
