import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { VIEWS, type View } from "#query/query.ts";
import { simColumn } from "#query/relations.ts";
import { ACTION_JARGON, ACTION_WORDS } from "../lexicon/actions/words.ts";
import { DIMS } from "../lexicon/dims.ts";
import { FILLERS } from "../lexicon/fillers.ts";
import { MEANINGFUL } from "../lexicon/meaningful.ts";
import { METRICS, type MetricName } from "../lexicon/metrics.ts";
import { NOUNS } from "../lexicon/nouns.ts";
import { AUDIENCE, ORDINARY, ORDINARY_PHRASES } from "../lexicon/ordinary.ts";
import { PREDICATES } from "../lexicon/preds.ts";
import { SAYS } from "../lexicon/says.ts";
import { VAGUE } from "../lexicon/vague.ts";
import { VALUES } from "../lexicon/values.ts";
import { WORDS } from "../lexicon/words.ts";
import { NUMBER_WORDS } from "../text/numbers.ts";
import { Vocabulary } from "../text/spelling.ts";
import { singular, wordsOf } from "../text/tokenise.ts";
import { TIME_WORDS } from "../time/words.ts";
import type { Option, Sem } from "./items.ts";
import { addNames } from "./names.ts";
import { type RuleWords, ruleWords } from "./rule-names.ts";
import { valueSem } from "./value-sem.ts";

export interface Entry {
  readonly words: readonly string[];
  readonly sem: Sem;
}

export interface Lexicon {
  /** Entries by their first two words, or their only one; see `entriesAt`. */
  readonly byStart: ReadonlyMap<string, readonly Entry[]>;
  readonly vocabulary: Vocabulary;
  readonly labels: ReadonlySet<string>;
  readonly labelShapes: ReadonlySet<string>;
  readonly rules: readonly RuleWords[];
  /** Lists of SIMs by their names in lower case. */
  readonly lists: ReadonlyMap<string, string>;
}

function startOf(words: readonly string[], at: number, isPhrase: boolean): string {
  return isPhrase ? `${words[at]} ${words[at + 1]}` : (words[at] ?? "");
}

/** What may begin at a word, the words in their singular: phrases, then the word by itself. */
export function* entriesAt(
  { byStart }: Lexicon,
  words: readonly string[],
  at: number,
): Generator<Entry> {
  yield* byStart.get(startOf(words, at, true)) ?? [];
  yield* byStart.get(startOf(words, at, false)) ?? [];
}

/** The built-in vocabulary and an organisation's own names, ready to be matched. */
export function buildLexicon(gazetteer: Gazetteer): Lexicon {
  const byStart = new Map<string, Entry[]>();
  const vocabulary = new Vocabulary();
  const values = new Map<string, number>();
  const add = (words: readonly string[], sem: Sem) => {
    for (const word of words) vocabulary.add(word);
    put(words, sem);
  };
  const put = (words: readonly string[], sem: Sem) => {
    const normal = words.map(singular);
    const first = normal[0];
    if (first === undefined) return;
    const start = startOf(normal, 0, normal.length > 1);
    const list = byStart.get(start) ?? [];
    byStart.set(start, list);
    const phrase = normal.join(" ");
    const at = sem.cat === "value" && sem.dim !== "risk_level" ? values.get(phrase) : undefined;
    const known = list[at ?? -1]?.sem;
    if (at === undefined || known?.cat !== "value" || sem.cat !== "value") {
      const place = list.push({ words: normal, sem }) - 1;
      if (isMergeable(sem) && !values.has(phrase)) values.set(phrase, place);
      return;
    }
    const options = [...known.cond.options, ...sem.cond.options];
    list[at] = { words: normal, sem: { ...known, cond: { ...known.cond, options } } };
  };
  const say = (phrases: string, sem: Sem) => {
    for (const words of variants(phrases)) add(words, sem);
  };
  for (const [phrases, sem] of WORDS) say(phrases, sem);
  for (const [phrases, how] of SAYS) say(phrases, { cat: "says", how });
  for (const [name, metric] of Object.entries(METRICS))
    say(metric.say, { cat: "metric", metric: name as MetricName });
  for (const [dim, { say: phrases }] of Object.entries(DIMS)) say(phrases, { cat: "dim", dim });
  for (const noun of NOUNS)
    for (const words of variants(noun.say))
      add(words, {
        cat: "noun",
        view: noun.view,
        conds: noun.where
          ? [
              {
                k: "value",
                options: [{ view: noun.view, dim: "kind_of_row", filter: noun.where }],
                said: noun.say.split(" | ")[0] ?? "",
              },
            ]
          : [],
        ...(noun.weak ? { weak: true } : {}),
        ...(isDeed(noun.view, words) ? { verb: true } : {}),
      });
  for (const value of VALUES)
    say(value.say, valueSem(value.dim, value.filters, value.say.split(" | ")[0] ?? ""));
  for (const { say: phrases, ...pred } of PREDICATES) say(phrases, { cat: "pred", ...pred });
  for (const { say: phrases, topic, superlative } of VAGUE)
    say(phrases, { cat: "vague", topic, ...(superlative ? { superlative } : {}) });
  for (const phrases of ORDINARY_PHRASES)
    for (const words of variants(phrases)) put(words, { cat: "filler" });
  addNames(gazetteer, add);
  const own = wordsOf(gazetteer.organizationName); // all rows are its own
  put(own, { cat: "filler" });
  for (const word of own) vocabulary.know(word);
  for (const word of ACTION_WORDS) vocabulary.add(word);
  for (const word of ACTION_JARGON) vocabulary.know(word);
  for (const word of [...FILLERS, ...TIME_WORDS, ...NUMBER_WORDS]) vocabulary.add(word);
  for (const word of MEANINGFUL) vocabulary.know(word);
  for (const word of AUDIENCE) vocabulary.know(word);
  for (const phrases of ORDINARY_PHRASES)
    for (const word of variants(phrases).flat()) vocabulary.addOrdinary(word);
  for (const word of ORDINARY) vocabulary.addOrdinary(word);
  for (const entries of byStart.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return {
    byStart,
    vocabulary,
    labels: new Set(gazetteer.labels.map((label) => label.toLowerCase())),
    labelShapes: new Set(gazetteer.labelShapes.map((shape) => shape.toLowerCase())),
    rules: gazetteer.rules.map((rule) => ruleWords(rule, wordsOf(rule))),
    lists: new Map(gazetteer.lists?.map((name) => [name.toLowerCase(), name])),
  };
}

/** "attached", "lost connection": what SIMs did, and no name of the rows that tell of it. */
function isDeed(view: View, words: readonly string[]): boolean {
  const [first = ""] = words;
  const isRow = words.length === 2 && first !== "lost" && ROW_WORDS.has(words[1] ?? "");
  return (
    view === "connection_events" &&
    !isRow &&
    /(?:ed|^lost|^fell|^left|^ran|^got|^came)$/.test(first)
  );
}

const ROW_WORDS = new Set(["attach", "attempt", "connection", "event", "registration", "session"]);

/** One word may be a value of several members: "critical" is a severity, and may be a tag. */
function isMergeable(sem: Sem): boolean {
  return (
    sem.cat === "value" &&
    sem.dim !== "risk_level" &&
    sem.cond.options.every((option) => !("and" in option.filter))
  );
}

/** `data [usage] | traffic` → the phrases with and without their optional words. */
function variants(phrases: string): string[][] {
  return phrases.split("|").flatMap((phrase) => {
    const parts = phrase.trim().split(/\s+/);
    const optional = parts.filter((part) => part.startsWith("["));
    const whole = parts.map((part) => part.replace(/[[\]]/g, ""));
    const short = parts.filter((part) => !part.startsWith("[") && !part.endsWith("]"));
    return optional.length > 0 ? [split(whole), split(short)] : [split(whole)];
  });
}

function split(words: readonly string[]): string[] {
  return words.flatMap(piecesOf);
}

/** The words of the built-in phrases are few, and each stands in many of them. */
const PIECES = new Map<string, readonly string[]>();

function piecesOf(word: string): readonly string[] {
  const known = PIECES.get(word);
  if (known) return known;
  const pieces = /^[^\p{L}\p{N}]+$/u.test(word) ? [word] : wordsOf(word);
  PIECES.set(word, pieces);
  return pieces;
}

/** A filter for one SIM, on any view that has it. */
export function simOptions(iccid: string): Option[] {
  return VIEWS.flatMap((view) => {
    const column = simColumn(view);
    return column
      ? [
          {
            view,
            dim: "sim",
            filter: { member: `${view}.${column}`, op: "eq", value: iccid } as const,
          },
        ]
      : [];
  });
}
