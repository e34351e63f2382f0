import type { Column } from "../answer.ts";
import { memberOf } from "../catalogue.ts";
import { memberType } from "../measure-type.ts";
import type { GroupBy, Query } from "../query.ts";
import { reachable } from "../relations.ts";
import type { Scope } from "./scope.ts";
import { bucketSql } from "./time.ts";

/** What a group is told apart by. */
export interface Key {
  readonly group: GroupBy;
  /** Name of its column; a weekday has two, `weekday` and this one. */
  readonly name: string;
  readonly sql: string;
  readonly isNullable: boolean;
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function keysOf(scope: Scope, groupBy: readonly GroupBy[], names: readonly string[]): Key[] {
  return groupBy.map((group, index) => {
    const { definition, joined } = memberOf(group.member);
    const isAlwaysJoined = reachable(scope.root)
      .get(joined)
      ?.every(({ join }) => join.always);
    return {
      group,
      name: names[index] ?? "",
      sql: bucketSql(scope, group),
      isNullable: !(definition.required && isAlwaysJoined) && definition.type !== "list",
    };
  });
}

/** The groups' column names: the grain or the member's column; with the view's name on a clash. */
export function keyNames(query: Query): string[] {
  const groups = query.groupBy ?? [];
  const plain = groups.map(plainName);
  const taken = [...plain, ...(query.measures ?? []).map((measure) => measure.as)];
  return groups.map((group, index) => {
    const name = plain[index] ?? "";
    const isFree = taken.filter((other) => other === name).length === 1;
    return isFree
      ? name
      : `${group.member.replace(".", "_")}${group.grain ? `_${group.grain}` : ""}`;
  });
}

function plainName({ member, grain }: GroupBy): string {
  if (grain === "weekday") return "weekday_number";
  return grain ?? memberOf(member).column;
}

/** The columns in which a key is shown, with their SQL. */
export function keyColumns(key: Key, sql: string): { column: Column; sql: string }[] {
  const { grain, member } = key.group;
  const { definition } = memberOf(member);
  const column = { name: key.name, label: definition.label, isMeasure: false } as const;
  switch (grain) {
    case undefined:
      if (definition.type === "list") return [{ column: { ...column, kind: "text" }, sql }];
      return [{ column: { ...column, ...withUnit(memberType(definition)) }, sql }];
    case "weekday": {
      const weekdays = `(array[${WEEKDAYS.map((day) => `'${day}'`).join(", ")}])`;
      const name = key.name.replace(/_number$/, "");
      return [
        { column: { ...column, name, label: "Weekday", kind: "text" }, sql: `${weekdays}[${sql}]` },
        { column: { ...column, label: "Weekday (1 = Monday)", kind: "number" }, sql },
      ];
    }
    case "hour_of_day":
      return [{ column: { ...column, label: "Hour of day", kind: "number" }, sql }];
    case "hour":
      return [{ column: { ...column, label: "Hour", kind: "timestamp", unit: "hour" }, sql }];
    default:
      return [{ column: { ...column, label: capitalised(grain), kind: "day", unit: grain }, sql }];
  }
}

export function withUnit({ kind, unit }: ReturnType<typeof memberType>) {
  return unit ? { kind, unit } : { kind };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `left.key = right.key`, also where both are null. */
export function sameKey(left: string, right: string, isNullable: boolean): string {
  return isNullable ? `${left} is not distinct from ${right}` : `${left} = ${right}`;
}
