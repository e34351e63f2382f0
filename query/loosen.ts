import type { Scope } from "#core/actor.ts";
import { SimonError } from "#core/errors.ts";
import type { Answer, ChipPart } from "./answer.ts";
import { type CompiledQuery, type CompileOptions, compile } from "./compile.ts";
import { without } from "./edit.ts";
import type { Query } from "./query.ts";
import { validate } from "./validate.ts";

const MAX_TRIED = 6;

export interface Looser {
  readonly part: ChipPart;
  readonly text: string;
  readonly compiled: CompiledQuery;
}

/** A query that found nothing, once without each of its conditions: to say which of them rules all rows out. */
export function looser(
  query: Query,
  chips: Answer["chips"],
  { scopes, ...options }: CompileOptions & { scopes: ReadonlySet<Scope> },
): Looser[] {
  const conditions = chips.filter(
    ({ kind, part }) => part && (kind === "filter" || kind === "period"),
  );
  if (conditions.length < 2) return [];
  return conditions.slice(0, MAX_TRIED).flatMap(({ part, text }) => {
    if (!part) return [];
    try {
      const valid = validate(without(query, part), { scopes });
      return [{ part, text, compiled: compile(valid, options) }];
    } catch (error) {
      if (error instanceof SimonError) return []; // this condition cannot be left out
      throw error;
    }
  });
}
