import type { Item, ItemOf } from "../parse/items.ts";

const LEFT_OUT =
  /^(?:except|excluding|exclude|but|other|apart|aside|besides|barring|minus|leaving|leave|without counting|ignoring|ignore|skip|skipping|omit|disregarding|anything but|everything but)\b/;
const JOINTS: ReadonlySet<string> = new Set(["and", "or", "nor", ",", "&"]);
const BETWEEN: ReadonlySet<string> = new Set(
  "the those ones that which are is in on of from any all our their".split(" "),
);

/** "Except washers and cranes", "but the vip ones and those in Italy": what is joined on is left out too. */
export function exceptionsGoOn(items: readonly Item[], words: readonly string[]): readonly Item[] {
  let isOpen = false;
  let end = 0;
  return items.map((item): Item => {
    if (isException(item, words)) {
      isOpen = true;
      end = item.end;
      return item;
    }
    const isLight =
      item.cat === "word" || item.cat === "filler" || (item.cat === "noun" && item.weak);
    if (!isOpen || isLight) return item;
    const said = words.slice(end, item.start);
    const joint = said.findIndex((word) => JOINTS.has(word));
    const isJoined =
      joint === 0 && said.slice(1).every((word) => BETWEEN.has(word) || JOINTS.has(word));
    const left = isJoined ? leftOut(item) : null;
    isOpen = left !== null;
    end = item.end;
    return left ?? item;
  });
}

function isException(item: Item, words: readonly string[]): boolean {
  const said = words.slice(item.start, item.end).join(" ");
  return item.cat === "value" && item.cond.negated === true && LEFT_OUT.test(said);
}

function leftOut(item: Item): ItemOf<"value"> | null {
  const { start, end, score } = item;
  if (item.cat === "value" && !item.cond.negated)
    return { ...item, cond: { ...item.cond, negated: true } };
  if (item.cat !== "noun" || item.view !== "sims" || item.conds.length !== 1) return null;
  const [cond] = item.conds;
  if (cond?.k !== "value" || cond.negated) return null;
  return { cat: "value", dim: "tag", cond: { ...cond, negated: true }, start, end, score };
}
