import type { View } from "#query/query.ts";
import { partsOf } from "../parse/compose.ts";
import type { Group, Item, ItemOf, NounSem } from "../parse/items.ts";

/** "Suspended per active SIM", "rejects per attach": so many of the one for each of the other, of the same rows. */
export function perOneOfOther(items: readonly Item[], words: readonly string[]): readonly Item[] {
  for (const [index, item] of items.entries()) {
    const found = divisorAt(items, index, words);
    if (!found) continue;
    const { noun, end, used } = found;
    const before = items[index - 1];
    const rows = before && rowsOf(before, noun);
    if (!before || !rows) continue;
    const per: Item = { cat: "perMany", times: 1, noun, start: item.start, end, score: 0 };
    return [
      ...items.slice(0, index - 1),
      { ...rows, start: before.start, end: before.end, score: 0 },
      per,
      ...items.slice(index + used),
    ];
  }
  return items;
}

interface Divisor {
  readonly noun: NounSem;
  readonly end: number;
  /** Of how many items it is. */
  readonly used: number;
}

function divisorAt(
  items: readonly Item[],
  index: number,
  words: readonly string[],
): Divisor | null {
  const item = items[index];
  if (!item || !/^(?:per|for each|for every|to each)$/.test(leadOf(item, words))) return null;
  if (item.cat === "by") {
    const next = items[index + 1];
    if (next?.cat !== "noun" || next.weak || next.start !== item.end || next.conds.length === 0)
      return null;
    return { noun: next, end: next.end, used: 2 };
  }
  const noun =
    item.cat === "bundle" ? partsOf(item).find((part) => part.cat === "noun") : undefined;
  if (noun?.cat !== "noun" || noun.conds.length === 0) return null;
  return { noun: { ...noun, weak: false }, end: item.end, used: 1 };
}

function leadOf({ start, end }: Item, words: readonly string[]): string {
  const said = words.slice(start, end);
  return said[0] === "per" ? "per" : said.slice(0, 2).join(" ");
}

/** What is counted: rows of the same kind with a condition of their own, or the condition alone. */
function rowsOf(before: Item, { view, conds }: NounSem): NounSem | null {
  const isOther = (cond: ItemOf<"noun">["conds"][number]) =>
    JSON.stringify(cond) !== JSON.stringify(conds[0]);
  if (before.cat === "noun" && before.view === view && before.conds.length > 0)
    return before.conds.every(isOther) ? { ...before, weak: false } : null;
  const isOfRows =
    before.cat === "value" && before.cond.options.some((option) => option.view === view);
  const isSame =
    before.cat === "value" &&
    conds.some((cond) => cond.k === "value" && cond.options.some(({ dim }) => dim === before.dim));
  return before.cat === "value" && isOfRows && isSame
    ? { cat: "noun", view, conds: [before.cond], plural: true }
    : null;
}

const HAPPENINGS: ReadonlySet<View> = new Set<View>([
  "alerts",
  "anomalies",
  "connection_events",
  "sms_messages",
  "support_tickets",
]);
/** What each SIM has one of, so that SIMs can be counted by it. */
const OF_SIMS = new Set(["customer", "country", "operator", "rate_plan", "rat", "tag"]);
/** What rows have of their own, by which no SIMs can be counted. */
const OWN = new Set([
  "connection_events.country",
  "connection_events.operator",
  "support_tickets.customer",
]);

/** "Operator with most rejects per SIM", "tickets per SIM by customer": for each of its SIMs, those without any, too. */
export function perSimOfGroup(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex(
    (item, index) =>
      groupsOf(item).some(({ k }) => k === "sim") && isCounted(items[index - 1], item),
  );
  const item = items[at];
  if (!item || items.some(({ cat }) => cat === "metric" || cat === "grain")) return items;
  if (partsOf(item).some(({ cat }) => cat === "noun")) return items; // "per suspended SIM"
  const others = groupsOf(item).filter(({ k }) => k !== "sim");
  const rows = items[at - 1];
  const ranks = items.flatMap(partsOf).some(({ cat }) => cat === "superlative" || cat === "top");
  const isOwn = (dim: string) =>
    OF_SIMS.has(dim) && (ranks || (rows?.cat === "noun" && OWN.has(`${rows.view}.${dim}`)));
  const isSplit = [...others, ...items.flatMap((one) => (one === item ? [] : groupsOf(one)))].some(
    (group) => group.k === "dim" && isOwn(group.dim),
  );
  const isHead = items.some((one) => one.cat === "dim" && isOwn(one.dim));
  if (!isSplit && !isHead) return items;
  const { start, end, score } = item;
  const noun: NounSem = { cat: "noun", view: "sims", conds: [] };
  const rest: Item[] =
    others.length > 0 ? [{ cat: "group", groups: others, start: end, end, score: 0 }] : [];
  return [
    ...items.slice(0, at),
    { cat: "perMany", times: 1, noun, start, end, score },
    ...rest,
    ...items.slice(at + 1),
  ];
}

function groupsOf(item: Item): readonly Group[] {
  return partsOf(item).flatMap((part) => (part.cat === "group" ? part.groups : []));
}

function isCounted(rows: Item | undefined, { start }: Item): boolean {
  return rows?.cat === "noun" && !rows.weak && HAPPENINGS.has(rows.view) && rows.end === start;
}
