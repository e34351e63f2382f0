import type { MetricName } from "../lexicon/metrics.ts";
import type { Item, ItemOf, Quantity, Sem } from "./items.ts";

export type Test = (item: Item) => boolean;
export interface Rule {
  readonly name: string;
  readonly parts: readonly Test[];
  readonly make: (...items: Item[]) => Sem | null;
  /** Score beyond that of its parts, where the whole is surer than what its parts may mean elsewhere. */
  readonly bonus: number;
  /** The words that may stand between its parts, where those are fewer than usual. */
  readonly between?: ReadonlySet<string>;
}

/** A part that accepts items of one category, and what it passes on. */
export const of =
  <C extends Sem["cat"]>(cat: C, test: (item: ItemOf<C>) => boolean = () => true): Test =>
  (item) =>
    item.cat === cat && test(item as ItemOf<C>);
export const word =
  (...names: string[]): Test =>
  (item) =>
    item.cat === "word" && names.includes(item.word);
export const as = <C extends Sem["cat"]>(item: Item | undefined, cat: C): ItemOf<C> => {
  if (item?.cat !== cat) throw new Error(`The rule got ${item?.cat}, not ${cat}.`);
  return item as ItemOf<C>; // the part's test has let only this category through
};
export const rule = (
  name: string,
  parts: readonly Test[],
  make: Rule["make"],
  bonus = 0,
): Rule => ({ name, parts, make, bonus });
/** A rule whose parts have nothing but these words between them. */
export const joinedBy = (words: string, made: Rule): Rule => ({
  ...made,
  between: new Set(words.split(" ")),
});

export const amount = (item: Item): boolean => item.cat === "quantity" || item.cat === "number";
export function quantityOf(item: Item | undefined): Quantity {
  if (item?.cat === "quantity") return item.quantity;
  if (item?.cat === "number") return { value: item.value, unit: "plain", said: String(item.value) };
  throw new Error("The rule got no amount.");
}
export const isPlain = (item: ItemOf<"threshold">) =>
  item.quantity.unit === "plain" && item.upTo === undefined;
export const isQuota = (name: MetricName) =>
  name === "quota" || name === "quota_used" || name === "used_percent";
export const isLeft = (name: MetricName) => name === "data_remaining" || name === "sms_remaining";
export const usageLike = (name: MetricName) => ["usage", "upload", "download"].includes(name);
export const isStrict = (item: ItemOf<"cmp">) => item.op !== "eq" && item.op !== "ne";
