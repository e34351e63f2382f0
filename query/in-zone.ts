import { memberOf } from "./catalogue.ts";
import type { Query } from "./query.ts";

/** The query with its instants in days and hours of a zone. Days of usage are UTC in any zone. */
export function inZone(query: Query, zone: string): Query {
  return zone === "UTC" || query.zone !== undefined || !hasInstants(query)
    ? query
    : { ...query, zone };
}

/** Whether a period, a grain or a weekday is of a member that has a time of the day. */
function hasInstants(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(hasInstants);
  if (typeof part !== "object" || part === null) return false;
  return isOfInstants(part) || Object.values(part).some(hasInstants);
}

function isOfInstants(part: object): boolean {
  if ("time" in part) return isInstant(part.time);
  if ("recurring" in part) return isInstant(part.recurring);
  return "grain" in part && "member" in part && isInstant(part.member);
}

function isInstant(member: unknown): boolean {
  return typeof member === "string" && memberOf(member).definition.type === "timestamp";
}
