import type { Token } from "../text/tokenise.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const OPENERS = set(
  "so and ok okay hi hello hey well please pls now then but also just thanks thank you cheers honestly seriously therefore ah oh , or again yes no dear mate",
);
const QUESTION_WORDS = set("what which who whose whom where when why how");
const PREPOSITIONS = set("in on at to from of for by since under with");
const AUXILIARIES = set(
  "is are was were do does did can could would will has have had should shall may any",
);
const ORDERS = set(
  "show list give tell count find get pull compare display name state break sort rank split group plot add take sum calculate fetch export print let chart look check provide put send summarise summarize work figure draw return drop quote report share filter search enumerate run bring",
);
const WISHES = set("need want would wish love like");
/** They turn a statement into a condition: "only the active ones", "leave the spare ones out". */
const RESTRICTING = set(
  "only except excluding exclude excl ignore ignoring without not no minus skip omit leave including include incl counting count counts meaning apart unless other",
);
const NARRATORS = set(
  "i we my our he she they his her their it its this that these those somebody someone there one you everybody everyone people nobody some looks look seems seem because thanks sounds feels",
);

/** Whether the words from `at` ask or order: "which …", "could you …", "I need …". */
export function asksAt(tokens: readonly Token[], at: number): boolean {
  let start = at;
  while (OPENERS.has(tokens[start]?.word ?? "")) start++;
  const first = tokens[start]?.word ?? "";
  const second = tokens[start + 1]?.word ?? "";
  if (QUESTION_WORDS.has(first) || ORDERS.has(first)) return true;
  if (PREPOSITIONS.has(first) && QUESTION_WORDS.has(second)) return true; // "in what country …"
  const third = tokens[start + 2]?.word ?? "";
  if (AUXILIARIES.has(first) && second === "not" && !ASKED.has(third)) return false; // "can't keep my eyes open"
  if (AUXILIARIES.has(first)) return first !== "have" || second !== "a";
  const next = tokens.slice(start + 1, start + 4).map(({ word }) => word);
  const wish = next.some((word) => WISHES.has(word)) && !next.includes("not"); // "I don't want to lose data"
  return ["i", "we", "id"].includes(first) && wish;
}

const ASKED = set("you we i they it he she the there this that any our my some all");

export function asks(tokens: readonly Token[], before: string): boolean {
  if (before === "?" || asksAt(tokens, 0)) return true;
  return ["need", "want"].includes(tokens[0]?.word ?? "");
}

/** "For each customer I have to report how many …": the asking word comes within. */
export function asksWithin(tokens: readonly Token[]): boolean {
  if (ordersWithin(tokens)) return true;
  return tokens.some(
    ({ word }, index) =>
      word === "how" && ["many", "much", "often", "long"].includes(tokens[index + 1]?.word ?? ""),
  );
}

/** "For every day from 14 to 20 October put the total beside …": the order comes behind what it is for. */
export function ordersWithin(tokens: readonly Token[]): boolean {
  if (!["for", "per", "by"].includes(tokens[0]?.word ?? "")) return false;
  const at = tokens.findIndex(({ word }) => ORDERS.has(word));
  return at > 1 && OBJECTS.has(tokens[at + 1]?.word ?? "");
}

const OBJECTS = set("me us the a an their its all how what each both total average");

export function restricts(tokens: readonly Token[]): boolean {
  const words = tokens
    .map(({ word }) => word)
    .filter((word) => !OPENERS.has(word) || word === "no");
  if (RESTRICTING.has(words[0] ?? "")) return true;
  const text = words.join(" ");
  return /\b(i mean|only|leave .{0,30}\bout|(?:ones|them|those|sims|cards|devices|tickets|alerts) (?:out|aside|away|off|gone|excluded|removed|included|in)$|except|excluding|count .{0,30}\bin|too|as well|as zero|counts? as)\b/.test(
    text,
  );
}

/**
 * Whether someone tells something. `participles`: "called" is a verb; beside rows it may describe them
 * ("tickets escalated yesterday").
 *
 * Such as: "we moved last week", "the boss wants it by noon".
 */
export function narrates(tokens: readonly Token[], { participles = true } = {}): boolean {
  const words = tokens.map(({ word }) => word);
  const start = words.findIndex((word) => !OPENERS.has(word));
  if (NARRATORS.has(words[start] ?? "")) return true;
  return words.some(
    (word, index) =>
      index > start &&
      ((participles && /ed$/.test(word)) || FINITE.has(word) || AUXILIARIES.has(word)) &&
      word !== "any" &&
      word !== "may",
  );
}

const FINITE = set(
  "i we he she they you my am be says keeps went came got began broke brought fell gave rose took",
);
