import { z } from "zod";
import { Invalid } from "#core/errors.ts";
import { AuditRow, CHANNELS, listAuditLog as list } from "#domain/audit/list-audit-log.ts";
import { defineTool } from "./define.ts";

const DAY_MS = 86_400_000;
const name = z.string().trim().min(1).max(300);
const dayOrInstant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

export const listAuditLog = defineTool({
  name: "list_audit_log",
  title: "Audit log",
  description:
    "Who changed or was refused what, when and through which door, the newest first, a page at a time; also sign-ins. For counts over the log use query_fleet.",
  input: z.object({
    actor: name.optional().meta({ description: "e-mail or key name, in full" }),
    action: name.optional().meta({ description: "such as sim.suspend" }),
    resource_type: name.optional().meta({ description: "such as sim" }),
    resource_id: name.optional().meta({ description: "the ICCID for a SIM" }),
    channel: z.enum(CHANNELS).optional(),
    from: dayOrInstant.optional().meta({ description: "a UTC day or an instant, included" }),
    to: dayOrInstant
      .optional()
      .meta({ description: "a UTC day, included, or an instant, not included" }),
    cursor: z.string().max(200).optional().meta({ description: "next_cursor of the page before" }),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({
    audit_logs: z.array(AuditRow),
    next_cursor: z.string().nullable(),
    has_more: z.boolean(),
  }),
  scope: "audit:read",
  effect: "read",
  route: { method: "GET", path: "/api/v1/audit-logs" },
  run: ({ actor, input: { from, to, ...input } }) => {
    const start = from === undefined ? undefined : new Date(from);
    const end = to === undefined ? undefined : endOf(to);
    if (start && end && start >= end) throw new Invalid("from: must be before to.");
    return list(actor, { ...input, from: start, to: end });
  },
});

function endOf(text: string): Date {
  const start = new Date(text);
  return text.length > "2026-10-21".length ? start : new Date(start.getTime() + DAY_MS);
}
