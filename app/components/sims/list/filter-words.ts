import type { MISSING as FIELDS } from "#domain/sims/sim-filters.ts";
import type { SimsChoice } from "./choice.ts";
import { SEEN } from "./seen.ts";

/** Filters that stand behind the button, as the reader knows them. */
export const FILTER_LABELS = {
  customer: "Customer",
  country: "Country",
  operator: "Operator",
  rat: "Radio",
  rate_plan: "Rate plan",
  tag: "Tag",
  list: "List",
  seen: "Seen",
  activated_from: "Activated from",
  activated_to: "Activated until",
  without: "Without",
} as const satisfies Partial<Record<keyof SimsChoice, string>>;
export type MoreFilter = keyof typeof FILTER_LABELS;
export const MORE_FILTERS = Object.keys(FILTER_LABELS) as MoreFilter[];

const MISSING_LABELS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  label: "device name",
  customer: "customer",
  country: "country",
  operator: "operator",
  rat: "radio",
  rate_plan: "rate plan",
  tags: "tags",
};
export const MISSING = Object.entries(MISSING_LABELS);

/** "Customer: VoltCharge", "Seen: not for 7 days". */
export function filterWords(filter: MoreFilter, value: string): string {
  return `${FILTER_LABELS[filter]}: ${valueWords(filter, value)}`;
}

function valueWords(filter: MoreFilter, value: string): string {
  if (filter === "seen") {
    const words = SEEN.find(([choice]) => choice === value)?.[1] ?? value;
    return words.charAt(0).toLowerCase() + words.slice(1);
  }
  if (filter !== "without") return value;
  return value
    .split(",")
    .map((field) => MISSING.find(([name]) => name === field)?.[1] ?? field)
    .join(", ");
}
