import { COMMON_WORDS } from "../lexicon/common-words.ts";
import { isFiller } from "../lexicon/fillers.ts";
import { SPELT_RIGHT } from "../lexicon/spelt-right.ts";
import { singular, type Token } from "./tokenise.ts";

const MAX_CORRECTIONS = 12;
const MIN_LENGTH = 4;
const TWO_EDITS_FROM_LENGTH = 8;
const MAX_REMEMBERED = 1000;

export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** The words that the planner knows, by length, so that only likely ones are compared. */
export class Vocabulary {
  readonly words = new Set<string>();
  readonly #targets = new Set<string>();
  readonly #ordinary = new Set<string>();
  readonly #byLength = new Map<number, string[]>();
  readonly #ordinaryByLength = new Map<number, string[]>();
  readonly #near = new Map<string, string | null>();
  readonly #nearOrdinary = new Map<string, string | null>();

  add(word: string): void {
    if (!put(word, this.#targets, this.#byLength)) return;
    this.words.add(word);
    this.#near.clear();
  }

  /** A word that means nothing by itself: a misspelling is read as one only where nothing else is near. */
  addOrdinary(word: string): void {
    if (this.words.has(word)) return;
    if (put(word, this.#ordinary, this.#ordinaryByLength)) this.#nearOrdinary.clear();
  }

  /** A word that is left as it is, but that no other is corrected to. */
  know(word: string): void {
    this.words.add(word);
  }

  knows(word: string): boolean {
    return (
      this.words.has(word) ||
      this.#ordinary.has(word) ||
      this.words.has(singular(word)) ||
      COMMON_WORDS.has(word) ||
      SPELT_RIGHT.has(word) ||
      stemsOf(word).some((stem) => COMMON_WORDS.has(stem))
    );
  }

  /** The one known word nearest to `word`; null when none is near, or two are equally near. */
  nearest(word: string): string | null {
    const edits = word.length >= TWO_EDITS_FROM_LENGTH ? 2 : 1;
    return remembered(this.#near, word, () => nearestOf(word, this.#byLength, edits));
  }

  /** The nearest ordinary word, one slip away. */
  nearestOrdinary(word: string): string | null {
    if (word.length < MIN_LENGTH) return null;
    return remembered(this.#nearOrdinary, word, () => nearestOf(word, this.#ordinaryByLength, 1));
  }
}

/** The words of one question are looked up again in each of its parts, and in what is offered instead of it. */
function remembered(
  known: Map<string, string | null>,
  word: string,
  find: () => string | null,
): string | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MAX_REMEMBERED) known.clear();
  const found = find();
  known.set(word, found);
  return found;
}

function put(word: string, words: Set<string>, byLength: Map<number, string[]>): boolean {
  if (words.has(word) || !/^\p{L}+$/u.test(word)) return false;
  words.add(word);
  const bucket = byLength.get(word.length);
  if (bucket) bucket.push(word);
  else byLength.set(word.length, [word]);
  return true;
}

function nearestOf(
  word: string,
  byLength: ReadonlyMap<number, readonly string[]>,
  edits: number,
): string | null {
  const shortest = edits > 1 ? TWO_EDITS_FROM_LENGTH : 3;
  let best = edits + 1;
  let found: string[] = [];
  for (let length = word.length - edits; length <= word.length + edits; length++) {
    for (const known of byLength.get(length) ?? []) {
      if (known.length < shortest || (known[0] !== word[0] && known[1] !== word[1])) continue;
      const distance = editDistance(word, known, best);
      if (distance < best) {
        best = distance;
        found = [known];
      } else if (distance === best && distance <= edits) found.push(known);
    }
  }
  if (best > edits) return null;
  const [first, ...others] = found.sort(
    (a, b) => closeness(word, b) - closeness(word, a) || (a < b ? -1 : 1),
  );
  if (first === undefined) return null;
  const rival = others[0];
  const tied =
    rival !== undefined &&
    closeness(word, rival) === closeness(word, first) &&
    singular(rival) !== singular(first);
  return tied ? null : first;
}

/** What an inflected word may come from: `playing` from `play`, `moving` from `move`, `stopped` from `stop`. */
function stemsOf(word: string): string[] {
  const stem = /^(\p{L}{3,})(?:ing|ings|ed|er|ers|est|ly|ness)$/u.exec(word)?.[1];
  if (!stem) return [];
  const single = stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single];
}

/** Replace misspelt words; never numbers, identifiers or quotations. */
export function correct(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
): { tokens: Token[]; corrections: Correction[] } {
  const corrections: Correction[] = [];
  const corrected = tokens.map((token, index) => {
    if (
      corrections.length >= MAX_CORRECTIONS ||
      token.kind !== "word" ||
      vocabulary.knows(token.word)
    )
      return token;
    const partOfIdentifier = token.glued || isJoined(tokens, index + 1);
    if (partOfIdentifier || token.word.length < MIN_LENGTH - 1 || token.word.includes("_"))
      return token;
    const isName = index > 0 && /^\p{Lu}/u.test(token.raw);
    const to =
      nearestForm(token.word, vocabulary) ??
      (isName ? null : vocabulary.nearestOrdinary(token.word));
    if (to === null || (token.word.length < MIN_LENGTH && to.length <= token.word.length))
      return token;
    if (isFiller(to) && !isPlainSlip(token.word, to, isName)) return token;
    corrections.push({ from: token.raw, to });
    return { ...token, word: to };
  });
  return { tokens: corrected, corrections };
}

const LONG = 6;
/** One letter put for another is a slip where so much of the word is left: "deciles" do not "decide". */
const LONG_FOR_ANOTHER = 8;

/**
 * Whether `word` is surely `known` misspelt: its letters swapped, one left out or doubled. "Lake" is no
 * "take", and "Helios" no "hello": a short word, or a name, that was read as one without a meaning would no
 * longer choose among rows.
 */
function isPlainSlip(word: string, known: string, isName: boolean): boolean {
  const isLong = word.length >= (word.length === known.length ? LONG_FOR_ANOTHER : LONG);
  if (isLong && !isName) return true;
  if (word.length < known.length)
    return !/^[ds]$/.test(known.slice(word.length)) || !known.startsWith(word);
  if (word.length > known.length) return word.replace(/(.)\1/u, "$1") === known;
  return [...word].sort().join("") === [...known].sort().join("");
}

/** Whether figures belong to what stands before them: `AB12`, `gatway-north-07`; no punctuation does. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (!next?.glued || next.kind === "break") return false;
  return next.kind === "word" ? isJoined(tokens, at + 1) : next.word !== ",";
}

/** The nearest known word, or that of which it may be the plural, where that is the likelier slip. */
function nearestForm(word: string, vocabulary: Vocabulary): string | null {
  const whole = vocabulary.nearest(word);
  const stem = word.endsWith("s") ? word.slice(0, -1) : null;
  const single = stem === null ? null : vocabulary.nearest(stem);
  if (whole === null || stem === null || single === null) return whole ?? single;
  return closeness(stem, single) > closeness(word, whole) ? single : whole;
}

/** Among equally near words: a letter left out is the likeliest slip, then two swapped, then the same ends. */
function closeness(word: string, known: string): number {
  let score = 0;
  if (known.length > word.length) score += 2;
  if (known.length === word.length && [...known].sort().join("") === [...word].sort().join(""))
    score += 3;
  if (known[0] === word[0]) score += 2;
  if (known.at(-1) === word.at(-1)) score += 1;
  return score;
}

/** Edits (insert, delete, replace, swap neighbours) between two words, or `limit` when there are as many. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
