import { isDeepStrictEqual } from "node:util";
import type { Query } from "#query/query.ts";

const MIDNIGHT = "T00:00:00.000Z";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Names of measures and of times are words of the person; what they stand for is elsewhere. */
const WORDS_ONLY = new Set(["label", "as"]);

/** A query without the person's own words, and with its filters in one order. */
export function meaningOf(query: Query): Json {
  return sorted(plain(query));
}

/** Whether `other` asks for the rest of the rows of `one`, in everything else alike. */
export function isNegation(one: Query, other: Query): boolean {
  const turned = one.where && { ...one, where: { not: one.where } };
  return turned !== undefined && isDeepStrictEqual(meaningOf(turned), meaningOf(other));
}

/** Each leaf in which two queries of one shape differ, as `key: one → other`; "shape" where shapes differ. */
export function differences(one: Query, other: Query): string[] {
  return [...new Set(leaves("", plain(one), plain(other)))];
}

function plain(query: Query): Json {
  const names = new Map((query.measures ?? []).map(({ as }, index) => [as, `measure ${index}`]));
  return JSON.parse(
    JSON.stringify(query, (key, value: Json) => {
      if (WORDS_ONLY.has(key)) return undefined;
      if (typeof value === "string" && value.endsWith(MIDNIGHT)) return value.slice(0, 10);
      return key === "by" && typeof value === "string" ? (names.get(value) ?? value) : value;
    }),
  );
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => {
        const inside = sorted(each);
        const isSet = ["and", "or", "values"].includes(key) && Array.isArray(inside);
        return [key, isSet ? inside.toSorted(byText) : inside];
      }),
  );
}

function byText(a: Json, b: Json): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function leaves(key: string, one: Json, other: Json): string[] {
  if (one === other) return [];
  const areBoth = typeof one === "object" && typeof other === "object" && one && other;
  if (!areBoth) {
    const areLeaves = typeof one !== "object" && typeof other !== "object";
    return [areLeaves ? `${key}: ${one} → ${other}` : "shape"];
  }
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  if (mine.length !== theirs.size || mine.some(([name]) => !theirs.has(name))) return ["shape"];
  return mine.flatMap(([name, value]) =>
    leaves(Array.isArray(one) ? key : name, value, theirs.get(name) ?? null),
  );
}
