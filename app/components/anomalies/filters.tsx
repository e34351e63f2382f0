"use client";

import { KIND_WORDS } from "#app/components/analysis/anomaly-words.ts";
import { useRows } from "#app/components/sims/actions/use-rows.ts";
import { ANOMALY_KINDS, ANOMALY_SEVERITIES } from "#domain/analysis/anomaly.ts";
import { ANY_STATUS, type AnomalyChoice } from "./choice.ts";

interface FiltersProps {
  readonly choice: AnomalyChoice;
  readonly onChange: (name: keyof AnomalyChoice, value: string) => void;
}

const CUSTOMERS = { from: "sims" as const, groupBy: [{ member: "sims.customer" }], limit: 500 };

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

type Option = readonly [value: string, label: string];

/** Which anomalies are listed. */
export function Filters({ choice, onChange }: FiltersProps) {
  const { rows } = useRows(CUSTOMERS);
  const known = rows?.flatMap(({ customer }) => (customer ? [String(customer)] : [])) ?? [];
  const customers = known.includes(choice.customer) ? known : [choice.customer, ...known];
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
        options={[["", "Any customer"], ...customers.filter(Boolean).map(named)]}
        onChange={choose("customer")}
      />
    </search>
  );
}

const named = (name: string): Option => [name, name];

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      className="h-9 w-full min-w-0 rounded-md sm:w-auto sm:max-w-56 border border-line-strong bg-raised px-2 text-base text-fg"
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}
