import { type Filter, VIEWS, type View } from "#query/query.ts";
import { memberOf } from "./compose.ts";
import type { Option, Sem } from "./items.ts";

type ValueSem = Extract<Sem, { cat: "value" }>;

/** A value with its readings, one for each member that has it. */
export function valueSem(dim: string, filters: readonly Filter[], said: string): ValueSem {
  const options = filters.map((filter): Option => ({ view: viewOfFilter(filter), dim, filter }));
  return { cat: "value", cond: { k: "value", options, said }, dim };
}

function viewOfFilter(filter: Filter): View {
  const prefix = memberOf(filter)?.split(".")[0];
  return VIEWS.find((view) => view === prefix) ?? "sims";
}
