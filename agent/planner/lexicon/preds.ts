import type { Member } from "#query/query.ts";

/** Verbs that say when something happened: with a time they filter by it, alone they choose the date that counts. */
export interface Predicate {
  readonly say: string;
  readonly members: readonly Member[];
  /** Shown when the question asks "when". */
  readonly columns?: readonly Member[];
  /** Says that it did not happen: "offline for 3 days". */
  readonly inverse?: boolean;
}

export const PREDICATES: readonly Predicate[] = [
  {
    members: ["sims.last_seen_at"],
    columns: ["sims.last_seen_at"],
    say: "seen | last seen | been seen | online | been online | been last seen | was online | come online | came online | last online | heard | heard from | heard of | last heard | checked in | check in | last check in | last checked in | talk to the network | last talk to the network | talked | contacted | last contact | last contacted | last activity | connected | last connected | last connect | been connected | phoned home | reported in | reporting | reported | been heard | report in | responding | responded | communicated | communicate | been in contact | been active | had contact | sign of life | signs of life | seen online",
  },
  {
    members: ["sims.last_seen_at"],
    columns: ["sims.last_seen_at"],
    inverse: true,
    say: "offline | silent | been silent | been offline | dark | gone dark | been quiet | quiet | unreachable | been unreachable | gone offline | went offline | not reporting",
  },
  {
    members: ["sims.activated_at"],
    say: "activated | went live | go live | been activated | come into service | came into service | activation date | activation | activations",
  },
  { members: ["sims.deactivated_at"], say: "deactivated | been deactivated | deactivation date" },
  {
    members: ["alerts.triggered_at"],
    say: "triggered | raised | fired | went off | gone off | came up | did we get | did we have | alerted",
  },
  {
    members: ["support_tickets.resolved_at", "alerts.resolved_at"],
    say: "resolved | closed | solved | close | resolve | solve | did we close | did we resolve | did we solve | been resolved | been closed",
  },
  {
    members: [
      "support_tickets.created_at",
      "alerts.triggered_at",
      "anomalies.detected_at",
      "audit_logs.occurred_at",
      "connection_events.occurred_at",
      "sims.created_at",
    ],
    say: "created | came in | come in | arrived | opened | submitted | filed | received | reported | new | been opened | been created | were raised | was raised | logged | added | open date | did we receive | arrive | incoming",
  },
  { members: ["alerts.acknowledged_at"], say: "acknowledged | been acknowledged | acked" },
  {
    members: ["sms_messages.sent_at"],
    say: "sent | send | pushed | were sent | been sent | was sent",
  },
  { members: ["sms_messages.delivered_at"], say: "delivered | were delivered" },
  {
    members: ["anomalies.detected_at"],
    say: "detected | found | flagged | spotted | been detected",
  },
  {
    members: ["quota_data.expires_at", "sim_quota.expires_at"],
    columns: ["sim_quota.expires_at"],
    say: "expire | expires | expiring | valid until | is it valid | expiry | validity | expiry date | lapse | lapses",
  },
  {
    members: ["outlook_data.exhaustion_date"],
    columns: ["outlook_data.exhaustion_date"],
    say: "run out [of data] | runs out [of data] | running out [of data] | run out of quota | exhaust their data | exhaust their quota | be exhausted | run dry | use up their data | use up their quota | hit their data limit | run out of their data | data run out | data runs out | exhaustion date | run out of volume | be out of data | will be exhausted",
  },
  {
    members: ["outlook_sms.exhaustion_date"],
    columns: ["outlook_sms.exhaustion_date"],
    say: "run out of sms | run out of messages | runs out of sms | running out of sms | run out of texts",
  },
  {
    members: ["connection_events.occurred_at", "audit_logs.occurred_at", "alerts.triggered_at"],
    say: "happened | occurred | happen | occur | took place | recorded | made | acted | were made | was made | did",
  },
];
