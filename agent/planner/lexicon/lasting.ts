import type { Filter, Member, View } from "#query/query.ts";

/** What takes its time: the figure that says how long, where it stands, and what holds until it is done. */
export interface Lasting {
  readonly member: Member;
  readonly unit: "minute" | "hour";
  /** When it was done. */
  readonly at: Member;
  readonly undone: Filter;
}

export type LastingName = "acknowledge" | "resolve" | "deliver";

export const LASTING: Readonly<Record<LastingName, Partial<Record<View, Lasting>>>> = {
  acknowledge: {
    alerts: {
      member: "alerts.minutes_to_acknowledge",
      unit: "minute",
      at: "alerts.acknowledged_at",
      undone: { member: "alerts.acknowledged", op: "eq", value: false },
    },
  },
  resolve: {
    support_tickets: {
      member: "support_tickets.hours_to_resolve",
      unit: "hour",
      at: "support_tickets.resolved_at",
      undone: { member: "support_tickets.status", op: "ne", value: "resolved" },
    },
    alerts: {
      member: "alerts.minutes_to_resolve",
      unit: "minute",
      at: "alerts.resolved_at",
      undone: { member: "alerts.resolved_at", op: "is_null" },
    },
  },
  deliver: {
    sms_messages: {
      member: "sms_messages.minutes_to_deliver",
      unit: "minute",
      at: "sms_messages.delivered_at",
      undone: { member: "sms_messages.status", op: "ne", value: "delivered" },
    },
  },
};

/** What a verb's dates, or a state, say was done. */
export function lastingOf(members: readonly Member[]): LastingName | null {
  for (const name of ["acknowledge", "resolve", "deliver"] as const)
    for (const { at, undone } of Object.values(LASTING[name]))
      if (members.includes(at) || ("member" in undone && members.includes(undone.member)))
        return name;
  return null;
}
