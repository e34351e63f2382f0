"use client";

import { KIND_WORDS } from "#app/components/analysis/anomaly-words.ts";
import { Choice, type Option } from "#app/components/ui/choice.tsx";
import { useKnown } from "#app/components/use-known.ts";
import { ANOMALY_KINDS, ANOMALY_SEVERITIES } from "#domain/analysis/anomaly-values.ts";
import { ANY_STATUS, type AnomalyChoice } from "./choice.ts";

interface FiltersProps {
  readonly choice: AnomalyChoice;
  readonly onChange: (name: keyof AnomalyChoice, value: string) => void;
}

const STATUSES: readonly Option[] = [
  ["", "Open"],
  ["snoozed", "Snoozed"],
  ["confirmed", "Confirmed"],
  ["dismissed", "Not an anomaly"],
  [ANY_STATUS, "Any status"],
];
const SEVERITIES: readonly Option[] = [
  ["", "Any severity"],
  ["critical,high", "High and critical"],
  ...ANOMALY_SEVERITIES.toReversed().map((severity): Option => [severity, severity]),
];
const KINDS: readonly Option[] = [
  ["", "Any kind"],
  ...ANOMALY_KINDS.map((kind): Option => [kind, KIND_WORDS[kind]]),
];

/** Which anomalies are listed. */
export function Filters({ choice, onChange }: FiltersProps) {
  const customers = useKnown("sims.customer", choice.customer);
  const choose = (name: keyof AnomalyChoice) => (value: string) => onChange(name, value);
  return (
    <search className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
      <Choice label="Status" value={choice.status} options={STATUSES} onChange={choose("status")} />
      <Choice
        label="Severity"
        value={choice.severity}
        options={SEVERITIES}
        onChange={choose("severity")}
      />
      <Choice label="Kind" value={choice.kind} options={KINDS} onChange={choose("kind")} />
      <Choice
        label="Customer"
        value={choice.customer}
        options={[["", "Any customer"], ...customers.map(named)]}
        onChange={choose("customer")}
      />
    </search>
  );
}

const named = (name: string): Option => [name, name];
