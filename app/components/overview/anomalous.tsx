"use client";

import type { ComponentProps } from "react";
import useSWR from "swr";
import { daysWords, kindWords } from "#app/components/analysis/anomaly-words.ts";
import { Severity } from "#app/components/analysis/severity.tsx";
import { Whose } from "#app/components/analysis/whose.tsx";
import { useFleetNow } from "#app/components/fleet-clock.tsx";
import { getJson, type RequestFailed } from "#app/lib/api.ts";
import type { AnomalyList, ListedAnomaly } from "#domain/analysis/anomaly-list.ts";
import { ANOMALY_KINDS } from "#domain/analysis/anomaly-values.ts";
import { AttentionCard } from "./attention-card.tsx";

const SILENT = "kind=silence";
const ODD = `severity=critical,high&kind=${ANOMALY_KINDS.filter((kind) => kind !== "silence")}`;
const SHOWN = 5;

/** What is most odd and nobody has decided of, the newest first. */
export function Anomalous() {
  return (
    <Listed
      filter={ODD}
      title="Behaving oddly"
      none="Nothing of high severity is waiting for a decision."
      all={{ href: "/anomalies?severity=critical%2Chigh", label: "All of high severity" }}
    >
      {(anomaly) => <Row key={anomaly.ref} anomaly={anomaly} what={kindWords(anomaly)} />}
    </Listed>
  );
}

/** Devices that should talk and do not. */
export function Silent() {
  return (
    <Listed
      filter={SILENT}
      title="Gone silent"
      none="Every SIM that usually talks does."
      all={{ href: `/anomalies?${SILENT}`, label: "All that are silent" }}
    >
      {(anomaly) => <Row key={anomaly.ref} anomaly={anomaly} what={null} />}
    </Listed>
  );
}

/** What nobody has decided of at one customer, the newest first. */
export function OddOf({ customer }: { readonly customer: string }) {
  const filter = `customer=${encodeURIComponent(customer)}`;
  return (
    <Listed
      filter={filter}
      title="Behaving oddly"
      none="Nothing odd of this customer is waiting for a decision."
      all={{ href: `/anomalies?${filter}`, label: "All of this customer" }}
    >
      {(anomaly) => (
        <Row key={anomaly.ref} anomaly={{ ...anomaly, customer: null }} what={kindWords(anomaly)} />
      )}
    </Listed>
  );
}

interface ListedProps
  extends Pick<
    ComponentProps<typeof AttentionCard<ListedAnomaly>>,
    "title" | "none" | "all" | "children"
  > {
  readonly filter: string;
}

function Listed({ filter, ...card }: ListedProps) {
  const { data, error, mutate } = useSWR<AnomalyList, RequestFailed>(
    `/api/v1/ai/anomalies?${filter}&limit=${SHOWN}`,
    getJson,
    { refreshInterval: 60_000, keepPreviousData: true },
  );
  return <AttentionCard {...card} rows={data?.anomalies} error={error} retry={mutate} />;
}

interface RowProps {
  readonly anomaly: ListedAnomaly;
  /** Said where the card holds more than one kind. */
  readonly what: string | null;
}

function Row({ anomaly, what }: RowProps) {
  const now = useFleetNow();
  return (
    <li className="flex items-center justify-between gap-x-4 px-4 py-2">
      <span className="flex min-w-0 flex-wrap items-center gap-x-3">
        <Severity of={anomaly.severity} />
        <Whose anomaly={anomaly} />
        {what ? <span className="text-sm text-muted">{what}</span> : null}
      </span>
      <span className="shrink-0 text-sm text-muted">{daysWords(anomaly, now)}</span>
    </li>
  );
}
