import { z } from "zod";
import { defineKind } from "../kind.ts";

export const setAlertRuleEnabled = defineKind({
  tool: "set_alert_rule_enabled",
  input: z.object({ enabled: z.boolean() }),
  noun: "alert rule",
  resourceType: "alert_rule",
  undo: "reverse",
  title: ({ enabled }, rows) => `Switch ${rows} ${enabled ? "on" : "off"}`,
  present: async (sql, ids, { lock }) => {
    const rows = await sql<{ id: string; name: string; enabled: boolean }[]>`
      select id::text as id, name, enabled from store.alert_rules
      where id = any(${ids as string[]}::bigint[])
      ${lock ? sql`order by id for update` : sql``}`;
    return new Map(rows.map(({ id, name, enabled }) => [id, { label: name, values: { enabled } }]));
  },
  effect: (row, { enabled }) => {
    if (!row) return { skip: "no such alert rule" };
    return row.values.enabled === enabled
      ? { skip: `already ${enabled ? "on" : "off"}` }
      : { before: { enabled: !enabled }, after: { enabled } };
  },
  apply: async (sql, { target, after }) => {
    await sql`update store.alert_rules set enabled = ${after.enabled === true} where id = ${target}::bigint`;
  },
  auditAction: ({ after }) => (after.enabled === true ? "alert_rule.enable" : "alert_rule.disable"),
});
