import type { SimAnomalies } from "./sim-anomalies.ts";

type Told = Omit<SimAnomalies, "summary">;

/** What is strange about a SIM, in one or two sentences. */
export function anomaliesSummary({ subject, is_judged, reason, anomalies }: Told): string {
  const { name } = subject;
  const open = anomalies.filter(({ status }) => status !== "dismissed");
  if (open.length === 0) {
    if (!is_judged) return `${name} cannot be judged: ${lowerFirst(reason ?? "")}`;
    return reason
      ? `Nothing to say about ${name}: ${lowerFirst(reason)}`
      : `Nothing is odd about ${name} in the last 90 days.`;
  }
  const [newest] = open;
  const more = open.length - 1;
  const others =
    more > 0 ? ` ${more} more ${more === 1 ? "was" : "were"} found in the last 90 days.` : "";
  const next = newest?.next_step ? ` ${newest.next_step}` : "";
  return `${name}: ${newest?.reason ?? ""}${next}${others}`;
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
