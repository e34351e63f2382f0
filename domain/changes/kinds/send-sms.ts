import { z } from "zod";
import { smsSize } from "#core/sms.ts";
import { defineKind } from "../kind.ts";
import { NOT_THERE, presentSims } from "../sim-values.ts";

/** A message costs little, so that it needs no second person for its price; many do by their number. */
const PRICE = "Each message counts against the SMS quota, or is charged as your contract says.";

export const sendSms = defineKind({
  tool: "send_sms",
  input: z.object({
    body: z.string().min(1).max(1600).meta({ description: "What the device receives" }),
  }),
  noun: "SIM",
  resourceType: "sim",
  undo: { never: "A message that was sent cannot be taken back." },
  title: (_input, rows) => `Send an SMS to ${rows}`,
  saysNeeds: "sms:read",
  says: ({ body }) => [{ field: "Message", from: null, to: body }],
  present: presentSims,
  effect: (row) => {
    if (!row) return { skip: NOT_THERE };
    const { status } = row.values;
    if (status !== "active") return { skip: `${status}: it cannot receive` };
    return { before: { status }, after: {} };
  },
  price: async (_sql, { body }, items) => ({
    costs: [],
    notes: [...partsNote(body, items.length), PRICE],
  }),
  needs: () => "sms",
  operation: ({ target }, { body }) => ({ kind: "send_sms", iccid: target, text: body }),
  apply: async (sql, { target }, { input, now }) => {
    await sql`
      insert into store.sms_messages (iccid, direction, status, body, sent_at)
      values (${target}, 'mt', 'pending', ${input.body}, ${now})`;
  },
  auditAction: () => "sim.send_sms",
});

function partsNote(body: string, simCount: number): string[] {
  const { parts } = smsSize(body);
  if (parts === 1) return [];
  const inAll = simCount > 1 ? `, ${(parts * simCount).toLocaleString("en")} in all` : "";
  return [`The text is sent as ${parts} SMS to each SIM${inAll}.`];
}
