import { z } from "zod";
import type { Transaction } from "#db/database.ts";
import { defineKind, type Present } from "../kind.ts";

export const acknowledgeAlerts = defineKind({
  tool: "acknowledge_alerts",
  input: z.object({}),
  noun: "alert",
  resourceType: "alert",
  undo: "reverse",
  title: (_input, rows) => `Acknowledge ${rows}`,
  present: presentAlerts,
  effect: (row) => {
    if (!row) return { skip: "no such alert" };
    return row.values.acknowledged === true
      ? { skip: "already acknowledged" }
      : { before: { acknowledged: false }, after: { acknowledged: true } };
  },
  apply: async (sql, { target, after }, { now, by }) => {
    const isNow = after.acknowledged === true;
    await sql`
      update store.alerts set acknowledged = ${isNow},
        acknowledged_at = case when ${isNow} then ${now}::timestamptz end,
        acknowledged_by = case when ${isNow} then ${by}::text end
      where id = ${target}::bigint`;
  },
  auditAction: ({ after }) =>
    after.acknowledged === true ? "alert.acknowledge" : "alert.unacknowledge",
});

export const resolveAlerts = defineKind({
  tool: "resolve_alerts",
  input: z.object({}),
  noun: "alert",
  resourceType: "alert",
  undo: "reverse",
  title: (_input, rows) => `Resolve ${rows}`,
  present: presentAlerts,
  effect: (row) => {
    if (!row) return { skip: "no such alert" };
    return row.values.resolved === true
      ? { skip: "already resolved" }
      : { before: { resolved: false }, after: { resolved: true } };
  },
  apply: async (sql, { target, after }, { now }) => {
    await sql`
      update store.alerts
      set resolved_at = case when ${after.resolved === true} then ${now}::timestamptz end
      where id = ${target}::bigint`;
  },
  auditAction: ({ after }) => (after.resolved === true ? "alert.resolve" : "alert.reopen"),
});

async function presentAlerts(
  sql: Transaction,
  ids: readonly string[],
  { lock }: { lock: boolean },
): Promise<Map<string, Present>> {
  const rows = await sql<
    { id: string; message: string; acknowledged: boolean; resolved: boolean }[]
  >`
    select id::text as id, message, acknowledged, resolved_at is not null as resolved
    from store.alerts where id = any(${ids as string[]}::bigint[])
    ${lock ? sql`order by id for update` : sql``}`;
  return new Map(
    rows.map(({ id, message, ...values }) => [id, { label: message, values: { ...values } }]),
  );
}
