import { modified, over } from "./compose.ts";
import type { Item, ItemOf, Option, Sem } from "./items.ts";
import { as, isPlain, of, type Rule, rule, word } from "./parts.ts";

type Value = ItemOf<"value">;

/** "Tagged beta and pilot" wants both tags on one SIM, "tagged beta or pilot" either of them. */
export const TAG_RULES: readonly Rule[] = [
  rule("tagged", [word("tagged"), of("value", hasTag)], (_, value) => tagOf(value)),
  rule("tagged behind", [of("value", isTag), word("tagged")], (value) => as(value, "value")),
  rule(
    "tagged rows",
    [of("value", hasTag), word("tagged"), of("noun", isOfSims)],
    (value, _, noun) =>
      modified(as(noun, "noun"), as({ ...tagOf(value), start: 0, end: 0, score: 0 }, "value")),
  ),
  rule(
    "with the tags",
    [of("dim", (dim) => dim.dim === "tag" && dim.plural === true), of("value", hasTag)],
    (_, value) => tagOf(value),
  ),
  rule("tagged, and", [of("value", isTag), word("and"), of("value", hasTag)], (a, _, b) =>
    areTwo(a, b) && !as(a, "value").cond.negated
      ? { cat: "bundle", parts: [as(a, "value"), tagOf(b)] }
      : null,
  ),
  rule("tagged, or", [of("value", isTag), word("or"), of("value", hasTag)], (a, _, b) =>
    eitherTag(as(a, "value"), tagOf(b)),
  ),
  rule(
    "so many tags",
    [of("threshold", isPlain), of("dim", (dim) => dim.dim === "tag")],
    (threshold) => over("tag_count", as(threshold, "threshold")),
  ),
  rule("not of a kind", [of("neg"), of("noun", isKind)], (_, noun) => {
    const [kind] = as(noun, "noun").conds;
    return kind?.k === "value"
      ? { cat: "value", dim: "tag", cond: { ...kind, negated: true } }
      : null;
  }),
  rule("not tagged", [of("neg"), word("tagged"), of("value", hasTag)], (_, __, value) => {
    const tag = tagOf(value);
    return { ...tag, cond: { ...tag.cond, negated: true } };
  }),
];

function isOfSims({ view, weak }: ItemOf<"noun">): boolean {
  return view === "sims" && !weak;
}

/** "meters": SIMs with one tag, by the name of the device. */
function isKind({ view, conds, weak }: ItemOf<"noun">): boolean {
  const [kind, ...others] = conds;
  return (
    view === "sims" &&
    !weak &&
    others.length === 0 &&
    kind?.k === "value" &&
    !kind.negated &&
    kind.options.every((option) => option.dim === "tag")
  );
}

function tagOptions(value: Value): Option[] {
  return value.cond.options.filter((option) => option.dim === "tag");
}

function hasTag(value: Value): boolean {
  return tagOptions(value).length > 0 && !value.cond.negated;
}

/** Read as a tag and nothing else. */
function isTag(value: Value): boolean {
  return value.dim === "tag" && value.cond.options.every((option) => option.dim === "tag");
}

function tagOf(item: Item | undefined): Extract<Sem, { cat: "value" }> {
  const value = as(item, "value");
  return { cat: "value", dim: "tag", cond: { ...value.cond, options: tagOptions(value) } };
}

/** "Beta and critical" are two tags; the same word again is none, and no SIM is of two kinds of device. */
function areTwo(a: Item | undefined, b: Item | undefined): boolean {
  const [first, second] = [as(a, "value"), as(b, "value")];
  return first.cond.said !== second.cond.said && !(first.device && second.device);
}

function eitherTag(a: Value, b: Extract<Sem, { cat: "value" }>): Sem | null {
  const [one] = a.cond.options;
  const [other] = b.cond.options;
  if (!one || !other || a.cond.negated) return null;
  return {
    cat: "value",
    dim: "tag",
    cond: {
      ...a.cond,
      options: [{ ...one, filter: { or: [one.filter, other.filter] } }],
      said: `${a.cond.said} or ${b.cond.said}`,
    },
  };
}
