import type { Transaction } from "../database.ts";
import { RowWriter } from "./table-writer.ts";

/** How growth brings rows up to date that were there before; what a person changed meanwhile stays. */
export interface Changes {
  readonly sims: RowWriter;
  readonly quotas: RowWriter;
  readonly alerts: RowWriter;
  readonly tickets: RowWriter;
}

const IN_ORGANIZATION = "organization_id = current_setting('app.organization_id')";

export function openChanges(): Changes {
  return {
    sims: new RowWriter(
      { iccid: "text", last_seen_at: "timestamptz", operator: "text", country: "text" },
      (rows) =>
        `update store.sims s set last_seen_at = r.last_seen_at, operator = r.operator, country = r.country
         from ${rows} r where s.${IN_ORGANIZATION} and s.iccid = r.iccid
           and (s.last_seen_at is null or s.last_seen_at < r.last_seen_at)`,
    ),
    // A new period starts from its own usage; within one, only what was used since is added.
    quotas: new RowWriter(
      {
        iccid: "text",
        type: "text",
        added: "bigint",
        used: "bigint",
        is_new_period: "boolean",
        expires_at: "timestamptz",
        updated_at: "timestamptz",
      },
      (rows) =>
        `update store.sim_quota q set
           used = case when r.is_new_period then r.used else q.used + r.added end,
           remaining = greatest(0, q.total - case when r.is_new_period then r.used else q.used + r.added end),
           expires_at = case when r.is_new_period then r.expires_at else q.expires_at end,
           updated_at = r.updated_at
         from ${rows} r where q.${IN_ORGANIZATION} and q.iccid = r.iccid and q.type = r.type`,
    ),
    alerts: new RowWriter(
      {
        iccid: "text",
        triggered_at: "timestamptz",
        resolved_at: "timestamptz",
        acknowledged_by: "text",
        acknowledged_at: "timestamptz",
      },
      (rows) =>
        `update store.alerts a set
           resolved_at = coalesce(a.resolved_at, r.resolved_at),
           acknowledged = a.acknowledged or r.acknowledged_at is not null,
           acknowledged_by = coalesce(a.acknowledged_by, r.acknowledged_by),
           acknowledged_at = coalesce(a.acknowledged_at, r.acknowledged_at)
         from ${rows} r where a.${IN_ORGANIZATION} and a.iccid = r.iccid and a.triggered_at = r.triggered_at`,
    ),
    tickets: new RowWriter(
      { iccid: "text", created_at: "timestamptz", resolved_at: "timestamptz" },
      (rows) =>
        `update store.support_tickets t set status = 'resolved', resolved_at = r.resolved_at
         from ${rows} r where t.${IN_ORGANIZATION} and t.iccid = r.iccid and t.created_at = r.created_at
           and t.status <> 'resolved'`,
    ),
  };
}

export async function flushChanges(sql: Transaction, changes: Changes): Promise<void> {
  for (const change of Object.values(changes)) await change.flush(sql);
}

/** Messages whose day has passed are not pending any more. */
export async function settleMessages(sql: Transaction, now: Date): Promise<void> {
  await sql`
    update store.sms_messages set status = 'delivered', delivered_at = sent_at + interval '40 minutes'
    where organization_id = current_setting('app.organization_id') and status = 'pending'
      and sent_at < ${now}::timestamptz - interval '1 day'`;
}
