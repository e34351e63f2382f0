import type { Column } from "../answer.ts";
import type { Query } from "../query.ts";

/**
 * Keeps the first rows of each combination of some columns, around a finished query.
 *
 * @param nameOf The column in which a member, a group or a measure is shown.
 */
export function firstPer(
  query: Query,
  { text, columns }: { text: string; columns: Column[] },
  nameOf: (by: string) => string | undefined,
): { text: string; columns: Column[] } {
  if (!query.firstPer) return { text, columns };
  const within = query.firstPer.members.map((member) => nameOf(member) ?? member);
  const asked = (query.orderBy ?? []).map(({ by, direction }) => {
    const isDown = direction === "desc" ? " desc" : "";
    return `answer.${nameOf(by) ?? by}${isDown} nulls last`;
  });
  const names = columns.map(({ name }) => name);
  const rest = columns.filter(({ isMeasure, kind }) => !isMeasure && kind !== "json");
  const order = [...asked, ...rest.map(({ name }) => `answer.${name}`)].join(", ");
  const place = names.includes("place") ? "place_in_group" : "place";
  const partition = within.map((name) => `answer.${name}`).join(", ");
  const whole = [
    `select ${names.join(", ")}`,
    "from (",
    "  select answer.*,",
    `    row_number() over (partition by ${partition} order by ${order}) as ${place}`,
    "  from (",
    text.replaceAll(/^/gm, "    "),
    "  ) as answer",
    ") as placed",
    `where ${place} <= ${query.firstPer.limit}`,
    `order by ${[...within, place].join(", ")}`,
  ];
  return { text: whole.join("\n"), columns };
}
