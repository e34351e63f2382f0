import { column } from "#app/components/chat/tool-renderers/columns.ts";
import type { Sim } from "#domain/sims/sim.ts";

/** What a row of the list can show beside the device itself. */
export const SIM_COLUMNS = [
  column("status", "Status"),
  column("customer", "Customer"),
  column("country", "Country"),
  column("operator", "Operator"),
  column("rat", "Radio"),
  column("rate_plan", "Rate plan"),
  column("last_seen_at", "Last seen", "timestamp"),
  column("tags", "Tags", "list"),
  column("activated_at", "Activated", "timestamp"),
  column("msisdn", "MSISDN"),
  column("imsi", "IMSI"),
  column("imei", "IMEI"),
  column("ip_address", "IP address"),
] as const;
const NAMES = SIM_COLUMNS.map(({ name }) => name);

const SHOWN_AT_FIRST = "status,customer,country,operator,rat,rate_plan,last_seen_at";

/** Comma-separated names: how the reader left the columns. Read on the server, so nothing jumps. */
export const COLUMNS_COOKIE = "simon-sim-columns";

/** Says that there is no column, which an empty value would not. */
const NONE = "none";

/** From an address or a cookie; what is no column is left out, and nothing at all is the usual ones. */
export function columnsIn(text: string | null | undefined): string[] {
  const asked = (text || SHOWN_AT_FIRST).split(",");
  return NAMES.filter((name) => asked.includes(name));
}

/** With one column more, or less, in their order. */
export function toggled(columns: readonly string[], name: string): string {
  const next = NAMES.filter((one) => columns.includes(one) !== (one === name));
  return next.length > 0 ? next.join(",") : NONE;
}

export function shownValue(sim: Sim, name: string): unknown {
  return sim[name as keyof Sim];
}
