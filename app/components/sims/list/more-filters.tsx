"use client";

import type { Option } from "#app/components/ui/choice.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { useKnown } from "#app/components/use-known.ts";
import { RATS } from "#domain/sims/values.ts";
import type { Member } from "#query/query.ts";
import type { SimsChoice } from "./choice.ts";
import { FILTER_LABELS, MISSING, type MoreFilter } from "./filter-words.ts";
import { SEEN } from "./seen.ts";

interface MoreFiltersProps {
  readonly choice: SimsChoice;
  readonly onChange: (name: keyof SimsChoice, value: string) => void;
}

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
      {one("customer", useOptions("sims.customer", choice.customer))}
      {one("rate_plan", useOptions("sims.rate_plan", choice.rate_plan))}
      {one("country", useOptions("sims.country", choice.country))}
      {one("operator", useOptions("sims.operator", choice.operator))}
      {one("rat", RATS.map(same))}
      {one("tag", useOptions("sims.tags", choice.tag))}
      {one("list", useOptions("sims.lists", choice.list))}
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

function useOptions(member: Member, chosen: string): Option[] {
  return useKnown(member, chosen).map(same);
}
