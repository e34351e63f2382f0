import type { Scope } from "#core/actor.ts";

export type MemberType =
  | "text"
  | "enum"
  | "iccid"
  | "number"
  | "bytes"
  | "money"
  | "percent"
  | "duration"
  | "timestamp"
  | "day"
  | "boolean"
  | "list"
  | "inet"
  | "json";

export interface MemberDefinition {
  readonly type: MemberType;
  /** As a heading: "Data used". */
  readonly label: string;
  readonly description?: string;
  /** The whole domain of an enum. */
  readonly values?: readonly string[];
  /** `values` rise (low … critical), so that sorting follows them. */
  readonly ordered?: true;
  /** Of a duration: `minute`, `hour`, `day`; of a number where it needs one. */
  readonly unit?: string;
  /** Never null in a row of its view. */
  readonly required?: true;
  /** A derived member: SQL over the columns of `row`; `now()` is the fleet's clock. */
  readonly sql?: (row: string, now: () => string) => string;
  readonly scope?: Scope;
}

export interface ViewDefinition {
  readonly description: string;
  /** "alert", "alerts": as in a sentence. */
  readonly noun: readonly [singular: string, plural: string];
  readonly members: Readonly<Record<string, MemberDefinition>>;
  /** Columns that tell one row from all others. */
  readonly key: readonly string[];
  /** What a list shows when the question names no columns: members, own and reachable. */
  readonly defaultColumns: readonly string[];
  /** Member that "last week" is about, where the view has one. */
  readonly time?: string;
  readonly scope: Scope;
}
