import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { type Filter, VIEWS, type View } from "#query/query.ts";
import { simColumn } from "#query/relations.ts";
import { ACTION_JARGON, ACTION_WORDS } from "../lexicon/actions/words.ts";
import { COMMON_WORDS } from "../lexicon/common-words.ts";
import { countryPhrases } from "../lexicon/countries.ts";
import { DIMS } from "../lexicon/dims.ts";
import { FILLERS, isFiller } from "../lexicon/fillers.ts";
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
import { memberOf } from "./compose.ts";
import type { Option, Sem } from "./items.ts";
import { namesOfSignals } from "./names-of-signals.ts";
import { type RuleWords, ruleWords } from "./rule-names.ts";
import { teamAliases } from "./team-names.ts";

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
  };
}

type ValueSem = Extract<Sem, { cat: "value" }>;

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

function valueSem(dim: string, filters: readonly Filter[], said: string): ValueSem {
  const options = filters.map((filter): Option => ({ view: viewOfFilter(filter), dim, filter }));
  return { cat: "value", cond: { k: "value", options, said }, dim };
}

function viewOfFilter(filter: Filter): View {
  const prefix = memberOf(filter)?.split(".")[0];
  return VIEWS.find((view) => view === prefix) ?? "sims";
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

type Add = (words: readonly string[], sem: Sem) => void;

/** Names from the data. A short form counts where it is the short form of one name only. */
function addNames(gazetteer: Gazetteer, add: Add): void {
  const name = (dim: string, members: readonly string[], aliases: Map<string, string[]>) => {
    for (const [alias, values] of aliases) {
      const filters = members.map(
        (member): Filter =>
          values.length === 1
            ? { member, op: "eq", value: values[0] ?? "" }
            : { member, op: "in", values },
      );
      add(alias.split(" "), valueSem(dim, filters, values.join(" or ")));
    }
  };
  name("customer", ["sims.customer", "support_tickets.customer"], aliasesOf(gazetteer.customers));
  name(
    "operator",
    ["sims.operator", "connection_events.operator", "sim_usage.operator"],
    aliasesOf(gazetteer.operators, { shared: true }),
  );
  name("rate_plan", ["sims.rate_plan", "rate_plans.name"], exact(gazetteer.ratePlans));
  name("team", ["support_tickets.assigned_team"], teamAliases(gazetteer.teams));
  name("rule", ["alert_rules.name"], exact(gazetteer.rules));
  for (const { words, dim, filters, said } of namesOfSignals(gazetteer))
    add(words, valueSem(dim, filters, said));
  for (const [code, phrases] of countryPhrases()) {
    const filters = ["sims.country", "connection_events.country", "sim_usage.country"].map(
      (member): Filter => ({ member, op: "eq", value: code }),
    );
    for (const phrase of phrases) add(wordsOf(phrase), valueSem("country", filters, code));
  }
  const devices = gazetteer.devices.flatMap(({ name: device, tag }) => [
    { words: wordsOf(device), tag },
    { words: wordsOf(tag), tag },
    ...shortDevice(wordsOf(device), wordsOf(tag)).map((words) => ({ words, tag })),
  ]);
  for (const { words, tag } of devices)
    add(words, {
      cat: "noun",
      view: "sims",
      conds: [
        {
          k: "value",
          options: [
            { view: "sims", dim: "tag", filter: { member: "sims.tags", op: "has", value: tag } },
          ],
          said: tag,
        },
      ],
    });
  const kinds = new Set(gazetteer.devices.map(({ tag }) => tag));
  for (const tag of gazetteer.tags) {
    const sem = valueSem("tag", [{ member: "sims.tags", op: "has", value: tag }], tag);
    add(wordsOf(tag), kinds.has(tag) ? { ...sem, device: true } : sem);
  }
}

/** The last word of a device's name, where that is no everyday word: `container tracker` → `tracker`. */
function shortDevice(device: readonly string[], tag: readonly string[]): string[][] {
  const last = device.at(-1);
  const [first = ""] = device;
  if (last === undefined || device.length < 2) return [];
  const outer = device.length > 2 ? [[first, last], device.slice(1)] : [];
  return tag[0] === last ? outer : [[last], ...outer];
}

function exact(names: readonly string[]): Map<string, string[]> {
  return new Map(names.map((name) => [wordsOf(name).join(" "), [name]]));
}

/** Full names, names written apart (`VoltCharge`, `volt charge`), and first words that are no English words. */
function aliasesOf(names: readonly string[], { shared = false } = {}): Map<string, string[]> {
  const aliases = new Map<string, string[]>();
  const put = (words: readonly string[], name: string) => {
    const key = words.join(" ");
    if (key === "") return;
    const list = aliases.get(key) ?? [];
    if (!list.includes(name)) list.push(name);
    aliases.set(key, list);
  };
  for (const name of names) {
    const words = wordsOf(name);
    put(words, name);
    put(wordsOf(name.replace(/([\p{Ll}])(\p{Lu})/gu, "$1 $2")), name);
    const first = words[0] ?? "";
    if (words.length > 1 && first.length >= 4 && !COMMON_WORDS.has(first) && !isFiller(first))
      put([first], name);
    if (words.length > 2) put(words.slice(0, -1), name);
    if (shared && words.length > 1 && (words.at(-1) ?? "").length === 2)
      put(words.slice(0, -1), name);
  }
  const full = new Set(names.map((name) => wordsOf(name).join(" ")));
  for (const [alias, values] of aliases) {
    if (values.length > 1 && !shared) aliases.delete(alias);
    else if (values.length > 1 && full.has(alias))
      aliases.set(
        alias,
        values.filter((value) => wordsOf(value).join(" ") === alias),
      );
  }
  return aliases;
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
