import type { Scope } from "#core/actor.ts";
import type { View } from "../query.ts";
import type { Place } from "./place.ts";

/** What a walk through the statement gathers, and how it refuses. */
export interface Walk {
  /** Views that the statement reads. */
  readonly views: Set<View>;
  /** Columns that it names, with their qualifier where they have one. */
  readonly references: {
    readonly qualifier: string | null;
    readonly name: string;
    readonly at: number;
  }[];
  /** Names that it gives to columns by itself. */
  readonly declared: Set<string>;
  /** Aliases of functions in FROM, each with its columns, once for every place that it is given. */
  readonly functionAliases: { readonly alias: string; readonly columns: ReadonlySet<string> }[];
  /** Byte offsets of what stands for the present. */
  readonly moments: { readonly kind: "instant" | "day" | "local"; readonly at: number }[];
  /** Whether one value of the result may be made of very many. */
  collects: boolean;
  /** Names of CTEs where the walk is now. */
  ctes: ReadonlySet<string>;
  place(at?: number): Place;
  refuse(sentence: string, at?: number): never;
  forbid(sentence: string, at?: number): never;
  readonly scopes: ReadonlySet<Scope>;
}
