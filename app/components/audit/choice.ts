/** Each empty for any. */
export interface AuditChoice {
  readonly actor: string;
  readonly action: string;
  readonly channel: string;
  readonly resource_id: string;
  /** UTC days, both included. */
  readonly from: string;
  readonly to: string;
}

/** As an address says it. */
export function choiceIn(query: Pick<URLSearchParams, "get">): AuditChoice {
  const of = (name: keyof AuditChoice) => query.get(name) ?? "";
  return {
    actor: of("actor"),
    action: of("action"),
    channel: of("channel"),
    resource_id: of("resource_id"),
    from: of("from"),
    to: of("to"),
  };
}

export const ANY: AuditChoice = {
  actor: "",
  action: "",
  channel: "",
  resource_id: "",
  from: "",
  to: "",
};
