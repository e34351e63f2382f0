import { generation, joinedWord, SHORTHAND } from "./shorthand.ts";

/** A piece of the question, with its place in it. */
export interface Token {
  /** Lower case, accents and possessive ending removed. */
  readonly word: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "digits" | "address" | "quote" | "symbol" | "break";
  /** Glued to the token before: `NB-IoT`, `500MB`. */
  readonly glued: boolean;
}

/** More tokens than any question has; what is longer is asked to be shortened. */
export const MAX_TOKENS = 240;
const LONG_NUMBER_DIGITS = 8;

const EXPANSIONS: Record<string, string> = {
  "n't": "not",
  "'ve": "have",
  "'re": "are",
  "'ll": "will",
  "'d": "would",
  "'m": "am",
};
const IS_CONTRACTED = new Set([
  "what",
  "who",
  "where",
  "when",
  "why",
  "how",
  "he",
  "she",
  "that",
  "it",
  "there",
  "here",
  "whats",
  "let",
]);
/** Their full stop ends no sentence. */
const ABBREVIATED = new Set([
  "incl",
  "no",
  "approx",
  "max",
  "min",
  "avg",
  "vs",
  "resp",
  "excl",
  "ca",
  "nr",
  "eg",
  "ie",
  "st",
]);

const PATTERN =
  /(?<quote>(?<![\p{L}\p{N}])"[^"\n]{1,300}"|(?<![\p{L}\p{N}])'[^'\n]{1,300}'(?![\p{L}\p{N}])|[“„][^“”\n]{1,300}[”“]|‘[^‘’\n]{1,300}’(?![\p{L}]))|(?<latin>(?<![\p{L}\p{N}.])i\.\s?e\.?(?![\p{L}\p{N}]))|(?<clock>\d{1,2}:\d{2}(?::\d{2})?)|(?<iso>\d{4}(?<isoSign>[-/.])\d{2}\k<isoSign>\d{2}(?!\d)|(?<![\p{L}\p{N}-])20\d{2}-\d{2}(?![\d-]))|(?<date>(?<![\d.])\d{1,2}(?:\.\d{1,2}\.(?:20\d{2}|\d{2}(?![\d.]))|\/\d{1,2}\/(?:20\d{2}|\d{2}(?!\d))|\.\d{1,2}\.(?=\s|$)))|(?<address>\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d))|(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?<short>(?<![\p{L}\p{N}])w\/o?(?=[\s\d]|$)|(?<![\p{L}\p{N}])b4(?![\p{L}\p{N}]))|(?<word>\p{L}[\p{L}\p{M}]*(?:['’][\p{L}]+)?)|(?<cmp>>=|<=|≥|≤|!=|<>|≠|>|<|=)|(?<dash>(?<=\s)[-–—]+(?=\s)|—)|(?<stop>\p{Extended_Pictographic}+|[.;!?]+(?=\s|$|['"”)])|[:](?=\s|$)|\n+)|(?<comma>,)|(?<paren>[()[\]])|(?<sign>[%#&+@/€$£_-])/gu;

/** The words, numbers and signs of a text, in order, with their offsets. Linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (const match of text.matchAll(PATTERN)) {
    if (tokens.length >= MAX_TOKENS) break;
    const groups = match.groups ?? {};
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    const hyphen =
      (groups.sign === "-" || raw === "_") &&
      start === lastEnd &&
      /[\p{L}\p{N}]/u.test(text[end] ?? "");
    if (hyphen) {
      lastEnd = end;
      continue; // joins its neighbours: NB-IoT is "nb" + "iot", glued
    }
    const glued = start === lastEnd;
    const add = (word: string, kind: Token["kind"]) =>
      tokens.push({ word, raw, start, end, kind, glued });
    if (groups.quote !== undefined) add(raw.slice(1, -1), "quote");
    else if (groups.latin !== undefined) add("ie", "word");
    else if (groups.clock ?? groups.iso ?? groups.date) add(raw, "number");
    else if (groups.address !== undefined) add(raw, "address");
    else if (groups.number !== undefined) {
      const plain = raw.replaceAll(",", "");
      add(plain, /^\d+$/.test(plain) && plain.length >= LONG_NUMBER_DIGITS ? "digits" : "number");
    } else if (groups.short !== undefined) add(SHORT[raw.toLowerCase()] ?? raw, "word");
    else if (groups.word !== undefined) for (const word of expand(raw, glued)) add(word, "word");
    else if (groups.dash !== undefined) add("-", isRange(tokens, text, end) ? "symbol" : "break");
    else if (raw === "." && ABBREVIATED.has(tokens.at(-1)?.raw.toLowerCase() ?? "")) lastEnd = end;
    else if (groups.stop !== undefined) add(/^[.;!?:]/.test(raw) ? (raw[0] ?? ".") : ".", "break");
    else if (groups.comma !== undefined) add(",", "symbol");
    else if (groups.paren !== undefined) add(raw, "break");
    else add(raw, "symbol");
    lastEnd = end;
  }
  return joinWords(tokens, text);
}

const SHORT: Readonly<Record<string, string>> = { "w/": "with", "w/o": "without", b4: "before" };

function joinWords(tokens: readonly Token[], text: string): Token[] {
  const made: Token[] = [];
  for (const token of tokens) {
    const before = made.at(-1);
    const whole = before && !token.glued ? joinedWord(before.word, token.word) : null;
    const digit = before ? generation(before.word, token.word) : null;
    if (before && whole)
      made[made.length - 1] = {
        ...before,
        word: whole,
        raw: text.slice(before.start, token.end),
        end: token.end,
      };
    else {
      if (before && digit) made[made.length - 1] = { ...before, word: digit, kind: "number" };
      made.push(token);
    }
  }
  return made;
}

/** "1 - 15 October": the dash is no break between two thoughts. */
function isRange(tokens: readonly Token[], text: string, end: number): boolean {
  return tokens.at(-1)?.kind === "number" && /^\s*\d/.test(text.slice(end, end + 4));
}

/** Lower case without accents, as tokens hold their words. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’]/g, "'")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l");
}

function expand(raw: string, glued: boolean): readonly string[] {
  const word = fold(raw);
  const meant = glued ? undefined : SHORTHAND.get(word);
  if (meant) return meant;
  const at = word.indexOf("'");
  if (at < 0) return [word];
  if (word === "can't") return ["can", "not"];
  if (word === "won't") return ["will", "not"];
  if (word.endsWith("n't")) return [word.slice(0, -3), "not"];
  const head = word.slice(0, at);
  const ending = word.slice(at);
  const expansion = EXPANSIONS[ending];
  if (expansion) return [head, expansion];
  if (ending === "'s" && IS_CONTRACTED.has(head)) return [head, "is"];
  return [head];
}

/** The words of a name, as a question's tokens would spell them. */
export function wordsOf(name: string): string[] {
  return tokenise(name).map((token) => token.word);
}

const KEEP_S = new Set([
  "is",
  "was",
  "has",
  "does",
  "this",
  "plus",
  "us",
  "status",
  "less",
  "gps",
  "always",
  "across",
  "minus",
  "versus",
  "vs",
  "gas",
  "bus",
  "as",
  "its",
  "yes",
  "news",
  "access",
  "business",
  "process",
  "series",
  "previous",
  "various",
  "sms",
  "churns",
  "address",
  "pls",
  "unless",
  "ours",
  "days",
  "weeks",
  "hours",
  "months",
  "minutes",
]);

/** `batteries` → `battery`, `SIMs` → `sim`; other words as they are. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || word.endsWith("ss") || KEEP_S.has(word))
    return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(ss|x|ch|sh|z)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
