import { CATALOGUE, findMember } from "#query/catalogue.ts";
import type { Filter, Member, View } from "#query/query.ts";
import { reachable } from "#query/relations.ts";
import { dimension } from "../lexicon/dims.ts";
import { memberOf } from "../parse/compose.ts";
import { Trouble } from "./trouble.ts";

export const FUTURE_MEMBERS =
  /^(forecasts|outlook_data|outlook_sms|quota_outlook)\.|(expires_at|predicted_date)$/;

/** A SIM's own operator and country are those that it was last seen on: never two of them. */
export const ONE_PLACE =
  "A SIM is in one place at a time. Counted by its events, or by where it used data?";

/** Whether a row of `from` has at most one value of `member`. */
export function isPlaceable(member: Member, from: View): boolean {
  const found = findMember(member);
  return found !== null && reachable(from).has(found.joined);
}

export function isFilterPlaceable(filter: Filter, from: View): boolean {
  const member = memberOf(filter);
  return member !== null && isPlaceable(member, from);
}

export function memberKind(member: Member): string {
  const found = findMember(member);
  if (!found) throw new Trouble(`The catalogue has no ${member}.`);
  return found.definition.type;
}

export function defaultTime(view: View): Member | null {
  const time = CATALOGUE[view].time;
  return time ? `${view}.${time}` : null;
}

/** The member of a dimension that `from` has: its own before the SIM's. */
export function dimMember(dim: string, from: View, prefer: View | null = null): Member | null {
  const members = dimension(dim).members;
  const own = members.find(
    (member) => member.startsWith(`${prefer ?? from}.`) && isPlaceable(member, from),
  );
  return (
    own ??
    members.find((member) => isPlaceable(member, from) && member.startsWith("sims.")) ??
    members.find((member) => isPlaceable(member, from)) ??
    null
  );
}
