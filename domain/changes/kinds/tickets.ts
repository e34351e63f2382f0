import { z } from "zod";
import type { Transaction } from "#db/database.ts";
import { defineKind, type Present } from "../kind.ts";

export const setTicketStatus = defineKind({
  tool: "set_ticket_status",
  input: z.object({ status: z.enum(["open", "pending", "resolved"]) }),
  noun: "ticket",
  resourceType: "support_ticket",
  undo: "reverse",
  title: ({ status }, rows) => `Set ${rows} to ${status}`,
  present: presentTickets,
  effect: (row, { status }) => {
    if (!row) return { skip: "no such ticket" };
    return row.values.status === status
      ? { skip: `already ${status}` }
      : { before: { status: row.values.status }, after: { status } };
  },
  apply: async (sql, { target, after }, { now }) => {
    await sql`
      update store.support_tickets set status = ${String(after.status)},
        resolved_at = case when ${after.status === "resolved"} then ${now}::timestamptz end
      where id = ${target}::bigint`;
  },
  auditAction: () => "ticket.set_status",
});

export const setTicketPriority = defineKind({
  tool: "set_ticket_priority",
  input: z.object({ priority: z.enum(["high", "medium", "low"]) }),
  noun: "ticket",
  resourceType: "support_ticket",
  undo: "reverse",
  title: ({ priority }, rows) => `Give ${rows} ${priority} priority`,
  present: presentTickets,
  effect: (row, { priority }) => {
    if (!row) return { skip: "no such ticket" };
    return row.values.priority === priority
      ? { skip: `already ${priority}` }
      : { before: { priority: row.values.priority }, after: { priority } };
  },
  apply: async (sql, { target, after }) => {
    await sql`
      update store.support_tickets set priority = ${after.priority as string | null}
      where id = ${target}::bigint`;
  },
  auditAction: () => "ticket.set_priority",
});

async function presentTickets(
  sql: Transaction,
  ids: readonly string[],
  { lock }: { lock: boolean },
): Promise<Map<string, Present>> {
  const rows = await sql<
    { id: string; subject: string; status: string; priority: string | null }[]
  >`
    select id::text as id, subject, status, priority
    from store.support_tickets where id = any(${ids as string[]}::bigint[])
    ${lock ? sql`order by id for update` : sql``}`;
  return new Map(
    rows.map(({ id, subject, ...values }) => [id, { label: subject, values: { ...values } }]),
  );
}
