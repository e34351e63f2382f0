import type { View } from "#query/query.ts";
import { Trouble } from "./trouble.ts";

/**
 * Rows that only share a SIM: a ticket has no messages, attachments or sessions of its own, and a SIM is
 * not delivered.
 *
 * @throws Trouble where one is said of the other without the SIM.
 */
export function refuseFarRelation(from: View, view: View): void {
  if (from === "support_tickets" && (view === "sms_messages" || view === "connection_events"))
    throw new Trouble(
      "Tickets have no replies, attachments or connections of their own. Is that said of their SIMs?",
      "value",
    );
}

/** "SIMs delivered last month": messages were. */
export function refuseFarDate(from: View, view: View): void {
  if (from === "sims" && view === "sms_messages")
    throw new Trouble("Is that said of the SIMs, or of messages to them?", "time");
}
