"use client";

import { useRows } from "#app/components/sims/actions/use-rows.ts";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { RATS } from "#domain/sims/values.ts";
import type { Member, Query } from "#query/query.ts";
import type { SimsChoice } from "./choice.ts";
import { FILTER_LABELS, MISSING, type MoreFilter } from "./filter-words.ts";
import { SEEN } from "./seen.ts";

interface MoreFiltersProps {
  readonly choice: SimsChoice;
  readonly onChange: (name: keyof SimsChoice, value: string) => void;
}

type Option = readonly [value: string, label: string];

/** A choice for each column of the list; what can be chosen is what the fleet has. */
export function MoreFilters({ choice, onChange }: MoreFiltersProps) {
  const one = (name: MoreFilter, options: readonly Option[], any = "Any") => (
    <Select
      key={name}
      label={FILTER_LABELS[name]}
      value={choice[name]}
      onChange={({ target }) => onChange(name, target.value)}
    >
      <option value="">{any}</option>
      {options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {one("customer", useKnown("sims.customer", "customer", choice.customer))}
      {one("rate_plan", useKnown("sims.rate_plan", "rate_plan", choice.rate_plan))}
      {one("country", useKnown("sims.country", "country", choice.country))}
      {one("operator", useKnown("sims.operator", "operator", choice.operator))}
      {one("rat", RATS.map(same))}
      {one("tag", useKnown("sims.tags", "tags", choice.tag))}
      {one("seen", SEEN, "At any time")}
      {one(
        "without",
        MISSING.map(([field, label]): Option => [field, `no ${label}`]),
        "Nothing in particular",
      )}
      <Field
        label={FILTER_LABELS.activated_from}
        type="date"
        value={choice.activated_from}
        max={choice.activated_to || undefined}
        onChange={({ target }) => onChange("activated_from", target.value)}
      />
      <Field
        label={FILTER_LABELS.activated_to}
        type="date"
        value={choice.activated_to}
        min={choice.activated_from || undefined}
        onChange={({ target }) => onChange("activated_to", target.value)}
      />
    </div>
  );
}

const same = (value: string): Option => [value, value];

/** What the fleet has of that, with what is chosen even where it has none. */
function useKnown(member: Member, name: string, chosen: string): Option[] {
  const { rows } = useRows(distinct(member));
  const known = rows?.flatMap((row) => (row[name] ? [String(row[name])] : [])) ?? [];
  return (chosen === "" || known.includes(chosen) ? known : [chosen, ...known]).map(same);
}

function distinct(member: Member): Query {
  return {
    from: "sims",
    groupBy: [{ member }],
    orderBy: [{ by: member, direction: "asc" }],
    limit: 1000,
  };
}
