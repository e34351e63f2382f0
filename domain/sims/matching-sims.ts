import type { Actor } from "#core/actor.ts";
import { Forbidden } from "#core/errors.ts";
import { readAsActor } from "#db/guard.ts";
import type { Filter, Member, Query } from "#query/query.ts";
import { meantBy, type SimFilters, simConditions } from "./sim-filters.ts";

/** Beyond so many nobody counts on: a change takes no more, and a large fleet would be counted for seconds. */
const COUNTED_AT_MOST = 50_000;

export interface MatchingSims {
  readonly count: number;
  /** There are more than `count`. */
  readonly isMore: boolean;
  /** Names them all, for a change of them. */
  readonly query: Query;
}

/** All SIMs that the filters of the list leave, however many. @throws Forbidden for who may not see SIMs */
export async function matchingSims(
  actor: Actor,
  filters: SimFilters,
  atMost = COUNTED_AT_MOST,
): Promise<MatchingSims> {
  if (!actor.scopes.has("sims:read")) throw new Forbidden("You do not see SIMs.");
  const [row] = await readAsActor(
    actor,
    (sql) => sql<{ count: number }[]>`
      select count(*) as count from (
        select 1 from store.sims where ${simConditions(sql, filters)} limit ${atMost + 1}
      ) as found`,
  );
  const count = row?.count ?? 0;
  return { count: Math.min(count, atMost), isMore: count > atMost, query: queryOf(filters) };
}

/** The SIMs that `simConditions` leaves, as a question names them. */
export function queryOf(filters: SimFilters): Query {
  const conditions = [...Object.entries(EQUAL).flatMap(equalTo(filters)), ...othersIn(filters)];
  return {
    from: "sims",
    columns: ["sims.iccid"],
    ...(conditions.length > 0 ? { where: { and: conditions } } : {}),
  };
}

const EQUAL = {
  customer: "sims.customer",
  country: "sims.country",
  operator: "sims.operator",
  rat: "sims.rat",
  rate_plan: "sims.rate_plan",
} as const satisfies Partial<Record<keyof SimFilters, Member>>;

const equalTo =
  (filters: SimFilters) =>
  ([name, member]: [string, Member]): Filter[] => {
    const value = filters[name as keyof typeof EQUAL];
    return value === undefined ? [] : [{ member, op: "eq", value }];
  };

function othersIn(filters: SimFilters): Filter[] {
  const { status, tag, list, without, search } = filters;
  const { seen_since: seen, not_seen_since: notSeen } = filters;
  const { activated_since: from, activated_before: to } = filters;
  const lastSeen = "sims.last_seen_at";
  return [
    ...(status?.length ? [{ member: "sims.status", op: "in", values: status } as const] : []),
    ...(tag === undefined ? [] : [{ member: "sims.tags", op: "has", value: tag } as const]),
    ...(list === undefined ? [] : [{ member: "sims.lists", op: "has", value: list } as const]),
    ...(without ?? []).map((field) => ({ member: `sims.${field}`, op: "is_null" }) as const),
    ...(seen === undefined ? [] : [{ time: lastSeen, from: instant(seen) }]),
    ...(notSeen === undefined
      ? []
      : [
          {
            or: [
              { member: lastSeen, op: "is_null" } as const,
              { time: lastSeen, to: instant(notSeen) },
            ],
          },
        ]),
    ...(from === undefined ? [] : [{ time: "sims.activated_at", from: instant(from) }]),
    ...(to === undefined ? [] : [{ time: "sims.activated_at", to: instant(to) }]),
    ...(search === undefined ? [] : [matching(search)]),
  ];
}

/** A day of the list's filters is a UTC one, whatever the zone of a question. */
const instant = (text: string) => new Date(text).toISOString();

function matching(search: string): Filter {
  const { digits, address } = meantBy(search);
  const holds = (member: Member, value: string): Filter => ({ member, op: "contains", value });
  if (digits) {
    const others = ["sims.imsi", "sims.imei", "sims.msisdn"].map((one) => holds(one, digits.all));
    return { or: [holds("sims.iccid", digits.iccid), ...others] };
  }
  const isCalled = [holds("sims.label", search), holds("sims.customer", search)];
  if (address === null) return { or: isCalled };
  return {
    or: [...isCalled, { member: "sims.ip_address", op: "starts_with", value: address }],
  };
}
