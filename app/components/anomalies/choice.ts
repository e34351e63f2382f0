/** Each empty for any. */
export interface AnomalyChoice {
  readonly status: string;
  readonly kind: string;
  readonly severity: string;
  readonly customer: string;
}

export const ANY_STATUS = "open,confirmed,dismissed,snoozed";

/** As an address says it. */
export function choiceIn(query: Pick<URLSearchParams, "get">): AnomalyChoice {
  const of = (name: keyof AnomalyChoice) => query.get(name) ?? "";
  return {
    status: of("status"),
    kind: of("kind"),
    severity: of("severity"),
    customer: of("customer"),
  };
}

/** Begins from the address itself, which knows of a choice before the page does. */
export function choose(name: keyof AnomalyChoice, value: string): void {
  const query = new URLSearchParams(window.location.search);
  if (value === "") query.delete(name);
  else query.set(name, value);
  window.history.replaceState(null, "", query.size > 0 ? `?${query}` : "/anomalies");
}

export const clear = () => window.history.replaceState(null, "", "/anomalies");
