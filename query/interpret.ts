import type { Answer } from "./answer.ts";
import type { Query } from "./query.ts";

/** placeholder */
export function interpret(
  query: Query,
  _options: { now: Date; zone: string },
): Pick<Answer, "interpretation" | "chips"> {
  return { interpretation: query.from, chips: [] };
}
