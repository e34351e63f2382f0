import { BYTES_OF_UNIT } from "#core/bytes.ts";
import { FILLER_SIGNS, isFiller } from "../lexicon/fillers.ts";
import { fractionAt, numberAt } from "../text/numbers.ts";
import { table } from "../text/table.ts";
import { singular, type Token } from "../text/tokenise.ts";
import { timesAt } from "../time/recognise.ts";
import type { TimeContext } from "../time/span.ts";
import { MULTIPLES, UNITS } from "../time/words.ts";
import { countryCodeTest } from "./country-codes.ts";
import { isException } from "./exceptions.ts";
import { identifiersAt } from "./identifiers.ts";
import type { Duration, Item, ItemOf, Option, Sem } from "./items.ts";
import { entriesAt, type Lexicon } from "./lexicon.ts";
import { numberedAt } from "./numbered.ts";
import { isPresent } from "./present.ts";
import { quotedAt } from "./quoted.ts";
import { ruleNameAt } from "./rule-names.ts";
import { textsAt } from "./texts.ts";

const CONTENT = 10;
/** Light words score little, so that a reading with them never beats one with content. */
const LIGHT: Partial<Record<Sem["cat"], number>> = {
  word: 4,
  ask: 8,
  by: 5,
  filler: 2,
  vague: 7,
  says: 3,
  superlative: 8,
  versusword: 6,
  noun: 10,
};
/** Grammar words that weigh as much as content. */
const HEAVY = new Set<ItemOf<"word">["word"]>([
  "without",
  "alongside",
  "ago",
  "expected",
  "fill",
  "first_time",
  "nothing",
  "own_average",
  "single_day",
  "tagged",
  "whichDay",
]);
const EXTRA_WORD = 5;
/** A quotation that is a name is one. */
const NAMED = 5;
/** A turn of phrase beats the readings of its words: "one number" is no quantity. */
const PHRASE = 7;

/** Every reading of every stretch of tokens that the lexicon, the names, numbers and times give. */
export function tag(tokens: readonly Token[], lexicon: Lexicon, time: TimeContext): Item[] {
  const words = tokens.map((token) => token.word);
  const singulars = words.map(singular);
  const items: Item[] = [];
  const isCode = countryCodeTest(tokens);
  const add = (start: number, length: number, sem: Sem, bonus = 0) => {
    const base =
      sem.cat === "noun" && sem.weak
        ? 6
        : sem.cat === "word" && HEAVY.has(sem.word)
          ? CONTENT
          : sem.cat === "filler" && length > 1
            ? PHRASE
            : (LIGHT[sem.cat] ?? CONTENT);
    items.push({
      ...sem,
      start,
      end: start + length,
      score: base * length + EXTRA_WORD * (length - 1) + bonus,
    });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const isText = token.kind === "quote" && isMentioned(tokens, at);
    for (const entry of entriesAt(lexicon, singulars, at)) {
      if (
        !isText &&
        entry.words.every((word, offset) => singulars[at + offset] === word) &&
        !(PERCENT.has(words[at] ?? "") && tokens[at - 1]?.kind === "number") &&
        !(words[at] === "sims" && isCause(entry.sem)) &&
        !(words[at] === "beside" && entry.sem.cat === "neg") && // "besides" leaves out
        !(words[at] === "state" && isCountry(entry.sem)) &&
        !(isTimeTo(entry.sem, words[at]) && isNumber(tokens, words, at - 1)) &&
        !(entry.sem.cat === "unit" && isCode(at))
      ) {
        const plural =
          words[at + entry.words.length - 1] !== singulars[at + entry.words.length - 1];
        const isPlural =
          entry.sem.cat === "noun" || entry.sem.cat === "dim" || entry.sem.cat === "superlative";
        add(at, entry.words.length, isPlural && plural ? { ...entry.sem, plural } : entry.sem);
      }
    }
    for (const match of timesAt(words, at, time))
      add(at, match.length, { cat: "time", time: match.span }, 4);
    for (const [length, sem, bonus] of amounts(tokens, words, at)) add(at, length, sem, bonus);
    for (const [length, sem] of identifiersAt(tokens, at, lexicon)) add(at, length, sem, 25);
    for (const [length, sem] of numberedAt(tokens, at)) add(at, length, sem, 25);
    for (const [length, sem, score] of textsAt(tokens, at))
      items.push({ ...sem, start: at, end: at + length, score });
    const rule = ruleNameAt(words, at, lexicon.rules);
    if (rule) add(at, rule[0], rule[1]);
    if (token.kind === "quote") {
      add(at, 1, { cat: "quote", text: token.word });
      if (!isText) for (const sem of quotedAt(token.word, lexicon)) add(at, 1, sem, NAMED);
    } else if (isCode(at)) add(at, 1, country(token.raw === "UK" ? "GB" : token.raw));
    if (isException(tokens, at)) add(at, 1, { cat: "neg" });
    else if (
      isOwnZone(words[at], time) ||
      isCurrency(tokens, at) ||
      isLight(tokens, at) ||
      isPresent(words, at) ||
      FILLER_SIGNS.has(token.word) ||
      token.kind === "break"
    )
      add(at, 1, { cat: "filler" });
  }
  return items;
}

function isNumber(tokens: readonly Token[], words: readonly string[], at: number): boolean {
  return tokens[at]?.kind === "number" || (at >= 0 && numberAt(words, at) !== null);
}

/** "Days to resolve" is a figure, "2 days to resolve" is a length of time. */
function isTimeTo(sem: Sem, first: string | undefined): boolean {
  return sem.cat === "metric" && durationUnit(first ?? "") !== null;
}

/** Behind them a quotation is a text, also where it happens to be a name. */
const MENTIONS = new Set(
  "mention mentions mentioning mentioned contain contains containing contained word words phrase text".split(
    " ",
  ),
);

/** "Mention “roaming” but not “Denmark”": what is said of one text goes for the next ones. */
function isMentioned(tokens: readonly Token[], at: number): boolean {
  const before = tokens.slice(0, at);
  const start = before.findLastIndex(({ kind }) => kind === "break") + 1;
  return before.slice(start).some(({ word }) => MENTIONS.has(word));
}

/** "SIM suspended" is a cause, "SIMs suspended" are SIMs. */
function isCause(sem: Sem): boolean {
  return sem.cat === "value" && sem.dim === "cause";
}

/** "The States" are a country, a state is none. */
function isCountry(sem: Sem): boolean {
  return sem.cat === "value" && sem.dim === "country";
}

/** "Between 20:00 and 06:00 UTC", where that is how days and hours are read anyway. */
function isOwnZone(word: string | undefined, { zone }: TimeContext): boolean {
  return zone === "UTC" && (word === "utc" || word === "gmt");
}

/** "How many euros": money is in the currency that the plans have. */
function isCurrency(tokens: readonly Token[], at: number): boolean {
  return /^(?:eur|euros?)$/.test(tokens[at]?.word ?? "") && tokens[at - 1]?.kind !== "number";
}

/** A word without content; "over" before a number compares. */
function isLight(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? "";
  return isFiller(word) && !(word === "over" && tokens[at + 1]?.kind === "number");
}

function country(code: string): Sem {
  const options = (["sims", "connection_events", "sim_usage"] as const).map(
    (view): Option => ({
      view,
      dim: "country",
      filter: { member: `${view}.country`, op: "eq", value: code },
    }),
  );
  return { cat: "value", cond: { k: "value", options, said: code }, dim: "country" };
}

const BYTE_UNITS = table<keyof typeof BYTES_OF_UNIT>({
  b: "b",
  byte: "b",
  bytes: "b",
  kb: "kb",
  kilobyte: "kb",
  kilobytes: "kb",
  kib: "kb",
  mb: "mb",
  megabyte: "mb",
  megabytes: "mb",
  mib: "mb",
  meg: "mb",
  megs: "mb",
  gb: "gb",
  gigabyte: "gb",
  gigabytes: "gb",
  gib: "gb",
  gig: "gb",
  gigs: "gb",
  tb: "tb",
  terabyte: "tb",
  terabytes: "tb",
});
const PERCENT = new Set(["%", "percent", "pct"]);
const TIMES = new Set(["x", "times", "fold"]);
const ONE = new Set(["a", "an"]);
/** "A month" says how often sooner than how long. */
const BESIDE_A_GRAIN = -1;
/** How often, in a word. */
const OFTEN = table({
  once: 1,
  twice: 2,
  double: 2,
  twofold: 2,
  thrice: 3,
  triple: 3,
  threefold: 3,
});
const MONEY = table({
  cent: 0.01,
  cents: 0.01,
  eur: 1,
  euro: 1,
  euros: 1,
  usd: 1,
  dollar: 1,
  dollars: 1,
  "€": 1,
  $: 1,
  gbp: 1,
  pounds: 1,
  "£": 1,
});

function amounts(
  tokens: readonly Token[],
  words: readonly string[],
  at: number,
): [number, Sem, number?][] {
  if (tokens[at]?.kind === "digits") return [];
  const found: [number, Sem, number?][] = [];
  const sign = MONEY[words[at] ?? ""] !== undefined && /[€$£]/.test(words[at] ?? "");
  if (sign) {
    const amount = numberAt(words, at + 1);
    if (amount)
      found.push([
        1 + amount.length,
        {
          cat: "quantity",
          quantity: {
            value: amount.value,
            unit: "money",
            said: words.slice(at, at + 1 + amount.length).join(""),
          },
        },
      ]);
  }
  const share = fractionAt(words, at);
  if (share)
    found.push([
      share.length,
      {
        cat: "quantity",
        quantity: {
          value: share.value * 100,
          unit: "percent",
          said: words.slice(at, at + share.length).join(" "),
        },
      },
    ]);
  const often = OFTEN[words[at] ?? ""];
  if (often !== undefined)
    found.push([
      1,
      { cat: "quantity", quantity: { value: often, unit: "times", said: words[at] ?? "" } },
    ]);
  const whole = ONE.has(words[at] ?? "") ? durationUnit(words[at + 1] ?? "") : null;
  if (whole)
    found.push([2, { cat: "duration", duration: { amount: 1, unit: whole } }, BESIDE_A_GRAIN]);
  const multiple = ONE.has(words[at] ?? "") ? MULTIPLES[words[at + 1] ?? ""] : undefined;
  if (multiple) found.push([2, { cat: "duration", duration: multiple }, BESIDE_A_GRAIN]);
  const half = words[at] === "half" && ONE.has(words[at + 1] ?? "");
  const halved = half ? durationUnit(words[at + 2] ?? "") : null;
  if (halved) found.push([3, { cat: "duration", duration: { amount: 0.5, unit: halved } }]);
  const number = numberAt(words, at) ?? oneAt(words, at);
  if (!number) return found;
  const next = words[at + number.length] ?? "";
  const said = words.slice(at, at + number.length + 1).join(" ");
  const unit = BYTE_UNITS[next];
  const length = number.length + 1;
  if (unit && !(next === "b" && !tokens[at + number.length]?.glued)) {
    found.push([
      length,
      {
        cat: "quantity",
        quantity: { value: Math.round(number.value * BYTES_OF_UNIT[unit]), unit: "bytes", said },
      },
    ]);
  }
  if (PERCENT.has(next))
    found.push([
      length,
      { cat: "quantity", quantity: { value: number.value, unit: "percent", said } },
    ]);
  if (TIMES.has(next))
    found.push([
      length,
      { cat: "quantity", quantity: { value: number.value, unit: "times", said } },
    ]);
  if (MONEY[next] !== undefined)
    found.push([
      length,
      {
        cat: "quantity",
        quantity: { value: number.value * (MONEY[next] ?? 1), unit: "money", said },
      },
    ]);
  const duration = durationUnit(next);
  if (duration)
    found.push([
      length,
      {
        cat: "duration",
        duration: { amount: number.value * (next.startsWith("quarter") ? 3 : 1), unit: duration },
      },
    ]);
  if (!["a", "an"].includes(words[at] ?? "") || number.length > 1)
    found.push([number.length, { cat: "number", value: number.value }]);
  return found;
}

/** Where a measure of data follows, `a` counts: "over a gig". */
function oneAt(words: readonly string[], at: number): { value: number; length: number } | null {
  return ONE.has(words[at] ?? "") && BYTE_UNITS[words[at + 1] ?? ""]
    ? { value: 1, length: 1 }
    : null;
}

function durationUnit(word: string): Duration["unit"] | null {
  const unit = UNITS[word];
  if (!unit || word === "mo" || word === "w") return null;
  return unit === "quarter" ? "month" : unit;
}
