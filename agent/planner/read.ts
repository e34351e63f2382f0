import { parse } from "./parse/chart.ts";
import type { Item } from "./parse/items.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import { tag } from "./parse/tag.ts";
import { type Correction, correct } from "./text/spelling.ts";
import { fold, MAX_TOKENS, type Token, tokenise } from "./text/tokenise.ts";
import type { TimeContext } from "./time/span.ts";

export interface Reading {
  readonly items: readonly Item[];
  readonly words: readonly string[];
  readonly raws: readonly string[];
  /** Words that nothing understood, as they were typed. */
  readonly unknown: readonly string[];
  readonly corrections: readonly Correction[];
  /** Parts that were taken as background rather than as the question. */
  readonly background: readonly string[];
  readonly work: number;
  readonly isTooLong: boolean;
}

interface Segment {
  readonly tokens: readonly Token[];
  readonly inParens: boolean;
  /** The break before it: `-`, `:`, `.` … */
  readonly after: string;
}

const ASKING_VERBS = new Set(["need", "want", "would", "like", "wish"]);
const REMARK_STARTS = new Set([
  "its",
  "it",
  "looks",
  "look",
  "they",
  "seems",
  "thanks",
  "thank",
  "the",
  "because",
  "one",
  "cheers",
  "this",
  "that",
]);

/** What a question says, before it is made a query. Linear in the length of the question. */
export function read(question: string, lexicon: Lexicon, time: TimeContext): Reading {
  const all = tokenise(question);
  const { tokens, corrections } = correct(all, lexicon.vocabulary);
  const first = parseTokens(tokens, lexicon, time);
  const segments = split(tokens);
  const lost = new Set(first.unknown.map((index) => tokens[index]));
  const mains = segments.filter((segment) => !isBackground(segment, segments, lost));
  const background = segments.filter((segment) => !mains.includes(segment));
  const named = background.flatMap((segment) => referents(segment, mains, lexicon, time));
  const asked = [...named, ...mains.flatMap(withBreak)];
  const story = background.flatMap(withBreak);
  const leans = named.length === 0 && leansOnStory(mains, asked, story, lexicon, time);
  const kept = mains.length === 0 || background.length === 0 || leans ? tokens : asked;
  const parsed = kept === tokens ? first : parseTokens(kept, lexicon, time);
  return {
    items: parsed.items,
    words: kept.map((token) => token.word),
    raws: kept.map((token) => token.raw),
    unknown: parsed.unknown.flatMap((index) => kept[index]?.raw ?? []),
    corrections: corrections.filter((correction) =>
      kept.some((token) => token.raw === correction.from),
    ),
    background:
      mains.length === 0 || leans
        ? []
        : background
            .filter((segment) => segment.tokens.length > 1)
            .map((segment) => textOf(question, segment)),
    work: first.work + parsed.work,
    isTooLong: all.length >= MAX_TOKENS,
  };
}

function parseTokens(tokens: readonly Token[], lexicon: Lexicon, time: TimeContext) {
  return parse(
    tokens.map((token) => token.word),
    tag(tokens, lexicon, time),
  );
}

function split(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let current: Token[] = [];
  let after = "";
  let depth = 0;
  const close = () => {
    if (current.length > 0) segments.push({ tokens: current, inParens: depth > 0, after });
    current = [];
  };
  for (const token of tokens) {
    if (token.kind !== "break") {
      current.push(token);
      continue;
    }
    close();
    if (token.word === "(" || token.word === "[") depth++;
    else if (token.word === ")" || token.word === "]") depth = Math.max(0, depth - 1);
    after = token.word;
  }
  close();
  return segments;
}

/** Only parts that tell a story are left out: what "I" did, a remark after a dash or in brackets, a heading. */
function isBackground(
  segment: Segment,
  segments: readonly Segment[],
  lost: ReadonlySet<Token | undefined>,
): boolean {
  if (segments.length < 2) return false;
  const words = segment.tokens
    .map((token) => token.word)
    .filter((word) => !["hi", "hello", "hey", ",", "so", "well", "ok", "dear"].includes(word));
  const hasUnknown = segment.tokens.some((token) => lost.has(token));
  const [first = "", second = ""] = words;
  if (
    (first === "i" || first === "we" || first === "my") &&
    !ASKING_VERBS.has(second) &&
    !words.slice(0, 5).some((word) => ["need", "want", "would"].includes(word))
  )
    return true;
  if (
    /^one number( is enough| please| only)?$/.test(words.join(" ").replace(" pls", "")) ||
    words.join(" ") === "one number please"
  )
    return true;
  if (!hasUnknown) return false;
  if (segment.inParens) return true;
  const index = segments.indexOf(segment);
  const next = segments[index + 1];
  if (next && (next.after === "-" || next.after === ":")) return true;
  return index > 0 && (segment.after === "-" || REMARK_STARTS.has(first));
}

const PRONOUNS = new Set(["it", "its", "they", "them", "their", "that", "this"]);

/** Names in the background that a pronoun of the question stands for. */
function referents(
  segment: Segment,
  mains: readonly Segment[],
  lexicon: Lexicon,
  time: TimeContext,
): Token[] {
  const isMeant = mains.some((main) => main.tokens.some((token) => PRONOUNS.has(token.word)));
  if (!isMeant) return [];
  const items = tag(segment.tokens, lexicon, time).filter(
    (item) => item.cat === "value" && (item.dim === "sim" || item.dim === "customer"),
  );
  const [longest] = items.sort((a, b) => b.end - b.start - (a.end - a.start));
  return longest ? [...segment.tokens.slice(longest.start, longest.end), BREAK] : [];
}

/** "… cards that were never seen. How many is that?": the story says which rows are meant. */
function leansOnStory(
  mains: readonly Segment[],
  asked: readonly Token[],
  story: readonly Token[],
  lexicon: Lexicon,
  time: TimeContext,
): boolean {
  const { items } = parseTokens(asked, lexicon, time);
  if (items.some((item) => isRows(item) || item.cat === "metric")) return false;
  if (tag(story, lexicon, time).some(isRows)) return true;
  const points = mains.some((main) => main.tokens.some((token) => POINTING.has(token.word)));
  return points && !items.some((item) => ["value", "dim", "cond"].includes(item.cat));
}

function isRows(item: Item): boolean {
  return item.cat === "noun" && !item.weak;
}

const POINTING = new Set(["it", "they", "them", "that", "this", "those", "these"]);

const BREAK: Token = { word: ".", raw: ".", start: 0, end: 0, kind: "break", glued: false };

function withBreak(segment: Segment): Token[] {
  return [...segment.tokens, BREAK];
}

function textOf(question: string, segment: Segment): string {
  return question.slice(segment.tokens[0]?.start ?? 0, segment.tokens.at(-1)?.end ?? 0);
}

export function folded(question: string): string {
  return fold(question).replace(/\s+/g, " ").trim();
}
