import type { Answer } from "./answer.ts";
import { findMember, memberOf, viewOf } from "./catalogue.ts";
import { conjuncts } from "./conjuncts.ts";
import { filterText, nameOf } from "./interpret/filters.ts";
import { groupText, measureText, plural } from "./interpret/measures.ts";
import { amountText, comparatorText } from "./interpret/values.ts";
import { lower } from "./measure-label.ts";
import { measureType } from "./measure-type.ts";
import { isList } from "./mode.ts";
import type { Filter, Measure, Query, View } from "./query.ts";

type Interpretation = Pick<Answer, "interpretation" | "chips">;
type Chip = Interpretation["chips"][number];

/** A valid query in one plain sentence, and its parts: every filter, period, group and order is in both. */
export function interpret(query: Query, { zone }: { zone: string }): Interpretation {
  const chips = [
    ...metricChips(query, zone),
    ...conjuncts(query.where).map((filter, index) => conditionChip(query, filter, index, zone)),
    ...havingChips(query),
    ...groupChips(query),
    ...orderChips(query),
  ];
  return { interpretation: sentence(query, chips, zone), chips };
}

function sentence(query: Query, chips: readonly Chip[], zone: string): string {
  const texts = (kind: Chip["kind"]) =>
    chips.filter((chip) => chip.kind === kind).map((chip) => chip.text);
  const metrics = texts("metric").map((text) => lower(text));
  const groups = texts("group");
  const parts = [
    ...(query.countGroups === undefined
      ? [
          isList(query) ? withMeasures(metrics) : listed(metrics),
          groups.length > 0 ? `by ${listed(groups)}` : "",
        ]
      : [`number of different ${plural(listed(groups))} by ${listed(metrics)}`]),
    texts("period").join(" and "),
    clause(texts("filter")),
  ];
  const order = texts("order")
    .map((text) => `, ${text}`)
    .join("");
  const inZone = usesTime(query) ? ` (${zone})` : "";
  const said = parts.filter(Boolean).join(" ").replace(/,$/, ""); // of figures that no condition follows
  return `${capitalised(said)}${order}${inZone}`;
}

/** "where country is DE, with alerts (open), whose …": each kind of condition after its own word. */
function clause(filters: readonly string[]): string {
  const isOwn = (text: string) => /^(with|without|whose|(of SIMs )?on the list) /.test(text);
  const plain = filters.filter((text) => !isOwn(text));
  const where = plain.length > 0 ? [`where ${plain.join(" and ")}`] : [];
  return [...where, ...filters.filter(isOwn)].join(", ");
}

function metricChips(query: Query, zone: string): Chip[] {
  const [, plural] = viewOf(query.from).noun;
  const measures = (query.measures ?? []).map((wanted) =>
    metric(query, wanted.measure, zone, wanted.unit),
  );
  if (!isList(query)) {
    const isDistinct = measures.length === 0;
    return isDistinct ? [{ kind: "metric", text: `different values in ${plural}` }] : measures;
  }
  return [{ kind: "metric", text: plural }, ...measures];
}

function metric(query: Query, measure: Measure, zone: string, unit: string | undefined): Chip {
  const inUnit = unit ? ` in ${unit}` : "";
  return { kind: "metric", text: `${measureText(measure, query.from, zone)}${inUnit}` };
}

function conditionChip(query: Query, filter: Filter, index: number, zone: string): Chip {
  return {
    kind: "time" in filter ? "period" : "filter",
    text: filterText(filter, query.from, zone),
    part: { of: "where", index },
  };
}

function havingChips(query: Query): Chip[] {
  return (query.having ?? []).map(({ measure, op, value, other, factor }, index) => {
    const wanted = query.measures?.find(({ as }) => as === measure)?.measure;
    const amount =
      value === undefined || !wanted
        ? `${factor === undefined ? "" : `${factor} × `}${words(other ?? "")}`
        : amountText(measureType(wanted), value);
    const name = (wanted && countName(wanted, query.from)) ?? words(measure);
    const text = `${name} ${comparatorText(op, false)} ${amount}`;
    return { kind: "filter", text, part: { of: "having", index } };
  });
}

/** Of a count, whose column is called by its rows alone: "number of SIMs is over 1". */
function countName(measure: Measure, root: View): string | null {
  if ("related" in measure) return countName(measure.measure, measure.related);
  return "agg" in measure && measure.agg === "count" ? `number of ${viewOf(root).noun[1]}` : null;
}

function groupChips(query: Query): Chip[] {
  const groups: Chip[] = (query.groupBy ?? []).map((group, index) => ({
    kind: "group",
    text: groupText(group, query.from),
    part: { of: "groupBy", index },
  }));
  const last = groups.at(-1);
  if (query.fillGaps && last) last.text += " (those without rows as zero)";
  return groups;
}

function orderChips(query: Query): Chip[] {
  const orders = (query.orderBy ?? []).map(
    ({ by, direction }, index): Chip => ({
      kind: "order",
      text: orderText(query, by, direction),
      part: { of: "orderBy", index },
    }),
  );
  const limit: Chip[] = query.limit
    ? [
        {
          kind: "order",
          text: query.limit === 1 ? "the first only" : `the first ${query.limit}`,
          part: { of: "limit", index: 0 },
        },
      ]
    : [];
  return [...orders, ...firstChips(query), ...limit];
}

/** "the first of each customer". */
function firstChips({ firstPer, from, groupBy }: Query): Chip[] {
  if (!firstPer) return [];
  const names = firstPer.members.map((member) => {
    const group = (groupBy ?? []).find((one) => one.member === member);
    return group ? groupText(group, from) : nameOf(member, from);
  });
  const first = firstPer.limit === 1 ? "the first" : `the first ${firstPer.limit}`;
  return [{ kind: "order", text: `${first} of each ${listed(names)}` }];
}

function orderText(query: Query, by: string, direction: "asc" | "desc"): string {
  const isDown = direction === "desc";
  const measure = query.measures?.find(({ as }) => as === by);
  const isOnly = (query.orderBy ?? []).length === 1;
  if (measure && (query.measures ?? []).length === 1 && isOnly) {
    return isDown ? "largest first" : "smallest first";
  }
  if (measure) return `by ${words(by)}, ${isDown ? "largest" : "smallest"} first`;
  const found = findMember(by);
  const name = found ? nameOf(by, query.from) : words(by);
  const type = found ? memberOf(by).definition.type : "day";
  if (type === "timestamp" || type === "day") {
    const isOwn = by === `${query.from}.${viewOf(query.from).time}`;
    if (isOwn) return isDown ? "newest first" : "oldest first";
    return `by ${name}, ${isDown ? "latest" : "earliest"} first`;
  }
  if (type === "text" || type === "iccid") return `by ${name}, ${isDown ? "Z to A" : "A to Z"}`;
  return `by ${name}, ${isDown ? "highest" : "lowest"} first`;
}

/** Days depend on the zone wherever the query has a time in it. */
function usesTime(query: Query): boolean {
  const text = JSON.stringify([query.where, query.measures, query.groupBy]);
  return /"time":|"grain":/.test(text);
}

/** "SIMs, each with its total data". */
function withMeasures([rows = "", ...measures]: readonly string[]): string {
  return measures.length > 0 ? `${rows}, each with its ${listed(measures)},` : rows;
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}

function listed(texts: readonly string[]): string {
  if (texts.length < 2) return texts.join("");
  return `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
