"use client";

import { ListFilter, X } from "lucide-react";
import { Button } from "#app/components/ui/button.tsx";
import { Choice, type Option } from "#app/components/ui/choice.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { SearchField } from "#app/components/ui/search-field.tsx";
import { SIM_STATUSES } from "#domain/sims/values.ts";
import type { SimsChoice } from "./choice.ts";
import { filterWords, MORE_FILTERS, type MoreFilter } from "./filter-words.ts";
import { MoreFilters } from "./more-filters.tsx";
import { SEARCH_ID, toFirstRow } from "./row-keys.ts";

interface SimsFiltersProps {
  readonly choice: SimsChoice;
  readonly onChange: (choices: Partial<SimsChoice>) => void;
}

const STATUSES: readonly Option[] = [
  ["", "Any status"],
  ...SIM_STATUSES.map((status): Option => [status, status]),
];

/** To where filters are chosen, as what took one off goes with it. */
export function focusFilters(): void {
  document.querySelector<HTMLElement>("[data-filters]")?.focus();
}

/** Search and status at hand, a filter for every other column behind a button. */
export function SimsFilters({ choice, onChange }: SimsFiltersProps) {
  const change = (name: keyof SimsChoice, value: string) => onChange({ [name]: value });
  const count = MORE_FILTERS.filter((name) => choice[name] !== "").length;
  return (
    <search className="contents sm:flex sm:flex-1 sm:basis-80 sm:flex-wrap sm:gap-2">
      <SearchField
        id={SEARCH_ID}
        onKeyDown={toFirstRow}
        value={choice.search}
        onChange={(search) => change("search", search)}
        label="Search the SIMs"
        placeholder="Device, customer, ICCID, IMSI, MSISDN, IMEI or IP"
        className="max-w-96 min-w-0 flex-1 basis-52"
      />
      <Choice
        label="Status"
        value={choice.status}
        options={STATUSES}
        onChange={(status) => change("status", status)}
        className="max-sm:w-32"
      />
      <Popover
        label="Filters"
        trigger={
          <Button data-filters>
            <ListFilter aria-hidden />
            Filters
            {count > 0 ? <span className="text-muted tabular-nums">{count}</span> : null}
          </Button>
        }
      >
        <MoreFilters choice={choice} onChange={change} />
      </Popover>
    </search>
  );
}

interface ChosenFiltersProps extends SimsFiltersProps {
  readonly onClear: () => void;
}

/** What is filtered by, each to be taken off. */
export function ChosenFilters({ choice, onChange, onClear }: ChosenFiltersProps) {
  const chosen = MORE_FILTERS.filter((name) => choice[name] !== "");
  if (chosen.length === 0) return null;
  const remove = (name: MoreFilter) => {
    onChange({ [name]: "" });
    focusFilters();
  };
  return (
    <ul aria-label="Filters in use" className="flex flex-wrap items-center gap-2">
      {chosen.map((name) => (
        <li key={name}>
          <Chip name={name} value={choice[name]} onRemove={() => remove(name)} />
        </li>
      ))}
      <li>
        <Button look="ghost" size="sm" onClick={onClear}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}

interface ChipProps {
  readonly name: MoreFilter;
  readonly value: string;
  readonly onRemove: () => void;
}

function Chip({ name, value, onRemove }: ChipProps) {
  const words = filterWords(name, value);
  return (
    <span className="inline-flex h-7 max-w-full items-center gap-1 rounded-md border border-line bg-raised pl-2 text-sm">
      <span className="truncate">{words}</span>
      <Button look="ghost" size="icon-sm" aria-label={`Remove: ${words}`} onClick={onRemove}>
        <X aria-hidden />
      </Button>
    </span>
  );
}
