import { simPath } from "#app/lib/sim-path.ts";
import type { AuditRow } from "#domain/audit/list-audit-log.ts";
import { nounOf } from "./action-words.ts";

interface Target {
  readonly text: string;
  /** Where it is shown, if it has a page. */
  readonly href: string | null;
}

/** Actions that say all without what they were done to. */
const IS_SAID = /^(session|user)\./;

/** What something was done to, by the name it is known under. */
export function targetOf(row: AuditRow): Target | null {
  if (IS_SAID.test(row.action)) return null;
  const { resource_type: type, resource_id: id } = row;
  const name = nameIn(row.changes);
  if (type === "organization") return { text: "the organisation", href: null };
  if (id === null) return { text: nounOf(type), href: null };
  if (type === "sim") return { text: `SIM ${id}`, href: simPath(id) };
  if (type === "change") return { text: `change ${short(id)}`, href: `/changes/${id}` };
  if (type === "list") return { text: `the list “${id}”`, href: "/lists" };
  if (type === "connection")
    return { text: "the provider’s connection", href: "/settings/connection" };
  if (type === "job") return { text: `the job ${id.replaceAll("_", " ")}`, href: "/settings/jobs" };
  if (type === "user" || type === "member" || type === "invitation")
    return { text: name ?? id, href: "/settings/members" };
  if (type === "api_key") return { text: `the key ${name ?? short(id)}`, href: "/settings/keys" };
  return { text: `${nounOf(type)} ${name ?? short(id)}`, href: null };
}

/** A long id is known by its beginning. */
function short(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? id.slice(0, 8) : id;
}

function nameIn(changes: unknown): string | null {
  if (typeof changes !== "object" || changes === null) return null;
  for (const key of ["email", "name", "fileName"] as const) {
    const value = (changes as Readonly<Record<string, unknown>>)[key];
    if (typeof value === "string" && value !== "") return value;
  }
  return null;
}
