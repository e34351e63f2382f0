import { table } from "../text/table.ts";
import { singular } from "../text/tokenise.ts";
import type { Sem } from "./items.ts";

/** An alert rule by the words that its name is made of. */
export interface RuleWords {
  readonly name: string;
  readonly stems: ReadonlySet<string>;
  /** Words of the name that tell it from others. */
  readonly weight: number;
  /** "Roaming" of "Roaming outside the home country"; none where the name begins with what all are about. */
  readonly head: string | undefined;
}

const HEADS = table<"rule" | "alert">({
  rule: "rule",
  alert: "alert",
  alarm: "alert",
});
const LIGHT = new Set(["of", "the", "in", "for", "a", "an", "not", "no", "than", "outside"]);
const MAX_WORDS = 7;

export function ruleWords(name: string, words: readonly string[]): RuleWords {
  const stems = new Set(words.map(stem));
  const telling = [...stems].filter((word) => !LIGHT.has(word));
  const [first = ""] = telling;
  return { name, stems, weight: telling.length, head: GENERAL.has(first) ? undefined : first };
}

/** Before "alerts" they say whose or of what the alerts are. */
const GENERAL = new Set(
  "sim card device data traff traffic usag usage sms quota network country day alert new many".split(
    " ",
  ),
);

/**
 * "the 80 % data quota rule", "IMEI change alerts": words before `rule` or `alerts` that only one rule's
 * name has; before `alerts` half of its name at least, or the word that it begins with.
 */
export function ruleNameAt(
  words: readonly string[],
  at: number,
  rules: readonly RuleWords[],
): [length: number, sem: Sem] | null {
  if (LIGHT.has(words[at] ?? "")) return null;
  for (let length = 1; length <= MAX_WORDS; length++) {
    const head = HEADS[singular(words[at + length] ?? "")];
    if (!head) continue;
    const said = words.slice(at, at + length).map(stem);
    const content = said.filter((word) => !LIGHT.has(word));
    const [rule, ...others] = rules.filter(({ stems }) => said.every((word) => stems.has(word)));
    if (!rule || others.length > 0) return null;
    const isTelling = rule.head !== undefined && content.includes(rule.head);
    if (head === "alert" && content.length * 2 < rule.weight && !isTelling) return null;
    return [length, value(rule.name)];
  }
  return null;
}

function value(name: string): Sem {
  const filter = { member: "alert_rules.name", op: "eq", value: name } as const;
  return {
    cat: "value",
    dim: "rule",
    cond: { k: "value", options: [{ view: "alert_rules", dim: "rule", filter }], said: name },
  };
}

/** `changed` and `change`, `failures` and `failure` are alike. */
function stem(word: string): string {
  const base = singular(word);
  return base.length > 4 ? base.replace(/(?:ing|ed|e)$/, "") : base;
}
