import { AUDIENCE, PAPERWORK_WORDS } from "../lexicon/ordinary.ts";
import type { Token } from "../text/tokenise.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const SPEECH = set(
  "say says said saying claim claims claimed claiming think thinks thought reckon reckons ask asks asked asking want wants wanted demand demands demanded swear swears insist insists believe believes complain complains complained tell tells told wonder wonders wondering suspect suspects fear fears worry worries call called heard hear hears know knows mention mentions mentioned announce announced find finds found feel feels",
);
const PEOPLE = set(
  "i we he she they somebody someone everybody everyone people customer client caller lady guy bloke man woman colleague boss nobody",
);
const AFTER_SPEECH = set("me us him her to know see that if whether for about you");
const BEGINS_ASKING = set("what which who whose where when why how");
const DETERMINERS = set(
  "the a an my our your his her their this that some one tomorrow next another",
);
const MAX_NARRATOR = 8;
const MAX_SELF = 4;
const MAX_PURPOSE = 6;

/** Every token that only says who asks, what for, or why: ranges `[start, end)` in a question. */
export function hushed(
  tokens: readonly Token[],
  isNamed: (index: number) => boolean,
): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end =
      curiousAt(tokens, at) ??
      narratorAt(tokens, at) ??
      wishAt(tokens, at) ??
      purposeAt(tokens, at) ??
      reasonAt(tokens, at);
    if (end === null || end <= at) continue;
    const named = Array.from({ length: end - at }, (_, offset) => at + offset).some(
      (index) => isNamed(index) && !isAudience(tokens[index]), // "the CFO", "Finance"
    );
    if (named && curiousAt(tokens, at) === null) continue;
    ranges.push([at, end]);
    at = end - 1;
  }
  return ranges;
}

function isStart(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined || before.kind === "break" || ["so", "and", ","].includes(before.word)
  );
}

const ANYBODY = [...AUDIENCE].join("|");
const WISHES = new RegExp(
  `^(?:(?:the|my|our|his|her|their|an?|some|one of (?:the|my|our)) )?(?:[a-z]+ )??(?:${ANYBODY})(?: (?:team|people|department|guys|folks|office))?(?: (?:upstairs|here|again|now|also|just|really|still|apparently))* (?:wants?|wanted|needs?|needed|requires?|required|requests?|requested|expects?|demands?|asks? for|asked for|(?:is|are|keeps?) asking for|would (?:like|love)|(?:is|are) after|insists? on)(?: (?:to (?:see|know|have|get|look at)|from (?:me|us)|me to (?:find|give|get|pull|list|check|send)(?: (?:him|her|them))?|a report (?:on|of|with|about)))*(?= )`,
);
const MAX_WISH = 14;

/** "the CFO needs total usage …", "Finance would like to see …": who wants it, and that they do. */
function wishAt(tokens: readonly Token[], at: number): number | null {
  if (!isStart(tokens, at)) return null;
  const words = tokens.slice(at, at + MAX_WISH).map(({ word }) => word);
  const wish = WISHES.exec(words.join(" "))?.[0];
  return wish ? at + wish.split(" ").length : null;
}

/** "the auditor is asking which …", "I was wondering if …": who wants to know. */
function narratorAt(tokens: readonly Token[], at: number): number | null {
  const end = speechEnd(tokens, at);
  const said = tokens[end ?? tokens.length]?.word ?? "";
  const asked =
    BEGINS_ASKING.has(said) || ["if", "whether"].includes(tokens[(end ?? 0) - 1]?.word ?? "");
  return end !== null && asked ? end : null;
}

/** Where what someone says begins: behind "my colleague says that". */
export function speechEnd(tokens: readonly Token[], at: number): number | null {
  const first = tokens[at]?.word ?? "";
  const isSomebody = DETERMINERS.has(first) || PEOPLE.has(first) || AUDIENCE.has(first);
  if (!isStart(tokens, at) || !isSomebody) return null;
  const reach = first === "i" || first === "we" ? MAX_SELF : MAX_NARRATOR;
  for (let index = at + 1; index < Math.min(at + reach, tokens.length); index++) {
    const token = tokens[index];
    if (!token || token.kind === "break" || BEGINS_ASKING.has(token.word)) return null;
    if (!SPEECH.has(token.word)) continue;
    let end = index + 1;
    while (AFTER_SPEECH.has(tokens[end]?.word ?? "")) end++;
    const said = tokens[end];
    return said && said.kind !== "break" ? end : null;
  }
  return null;
}

/** "for the field crew", "before my meeting", "for tomorrow's board paper": what it is for. */
function purposeAt(tokens: readonly Token[], at: number): number | null {
  if (!["for", "before", "in", "on", "into", "to", "under", "per"].includes(tokens[at]?.word ?? ""))
    return null;
  const opens = ["for", "before", "per"].includes(tokens[at]?.word ?? "");
  if (tokens[at]?.word === "per" && (at > 0 || tokens[1]?.word !== "our")) return null; // "per the policy"
  const begins = at === 0 || tokens[at - 1]?.kind === "break";
  if (!DETERMINERS.has(tokens[at + 1]?.word ?? "") && !(begins && isAudience(tokens[at + 1])))
    return null;
  for (let index = at + 1; index < Math.min(at + MAX_PURPOSE, tokens.length); index++) {
    const token = tokens[index];
    if (!token || token.kind === "break") return null;
    if (!(opens ? isAudience(token) : PAPERWORK_WORDS.has(token.word))) continue;
    let end = index + 1;
    while (isAudience(tokens[end])) end++;
    return opens && EVENTS.has(tokens[end - 1]?.word ?? "") ? behindAppointment(tokens, end) : end;
  }
  return null;
}

const APPOINTMENT =
  /^(?:(?:on |this |next |coming )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|noon))?|(?:on )?(?:mon|tue|wed|thu|fri)(?= |$)|tomorrow(?: (?:morning|afternoon|evening))?|(?:later )?today|tonight|next (?:week|month|quarter)|this (?:morning|afternoon|evening|week)|(?:at|around) \d{1,2}(?: \d\d)?(?: ?(?:am|pm))?|in (?:\d{1,2}|five|ten|twenty|thirty)(?: (?:minutes|mins|min|hours))?|in (?:an|half an) hour)(?= |$)/;

/** What has a time of its own; "for my boss this week" has none. */
const EVENTS = new Set(
  "pitch meeting meetings call calls review reviews presentation demo workshop standup appointment visit handover audit".split(
    " ",
  ),
);

/** "For my pitch on Thursday": when that is says nothing of the rows. */
function behindAppointment(tokens: readonly Token[], at: number): number {
  const text = tokens
    .slice(at, at + 4)
    .map(({ word }) => word)
    .join(" ");
  const said = APPOINTMENT.exec(text)?.[0];
  return said ? behindAppointment(tokens, at + said.split(" ").length) : at;
}

function isAudience(token: Token | undefined): boolean {
  return token !== undefined && (AUDIENCE.has(token.word) || PAPERWORK_WORDS.has(token.word));
}

const REASONS: readonly RegExp[] = [
  /^so that\b/,
  /^so (that )?(i|we|he|she|they|my|our|you) (can|could|may|might|will|know|do|have|am|are|is|get|\S+ can)\b/,
  /^(because|in order to|in case|as i|as my|as our|as we|thinking of|thinking about)\b/,
  /^before (i|he|she|they|my boss) (go|goes|call|calls|meet|meets|leave|leaves|talk|talks|see|sees|speak|present|presents|ring|visit)\b/,
  /^i (must|have) to\b/,
  /^(otherwise|or else) (it|i|we|they|the|that|this|my|our|you)\b/,
];

const CURIOUS =
  /^(?:i am |im |just |only )*(?:curious|to see|to check|to find out|not sure|unsure|keen to see|want to see) (?:whether|if)\b/;

/** ". Curious whether billing really doubled": what somebody will look for in the answer, said behind the question. */
function curiousAt(tokens: readonly Token[], at: number): number | null {
  if (at === 0 || tokens[at - 1]?.kind !== "break") return null;
  const text = tokens
    .slice(at, at + 6)
    .map(({ word }) => word)
    .join(" ");
  if (!CURIOUS.test(text)) return null;
  const length = tokens.slice(at).findIndex(({ kind }) => kind === "break");
  const end = length < 0 ? tokens.length : at + length;
  return tokens[end]?.word === "?" ? null : end;
}

/** "so that I can plot it", "because my boss wants it": why, to the end of the sentence. */
function reasonAt(tokens: readonly Token[], at: number): number | null {
  const text = tokens
    .slice(at, at + 5)
    .map(({ word }) => word)
    .join(" ");
  if (!REASONS.some((reason) => reason.test(text))) return null;
  let end = at + 1;
  while (end < tokens.length && tokens[end]?.kind !== "break" && !asksAfterComma(tokens, end))
    end++;
  return end;
}

function asksAfterComma(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.word === "," &&
    (BEGINS_ASKING.has(tokens[at + 1]?.word ?? "") ||
      ["please", "can", "could", "give", "show", "list"].includes(tokens[at + 1]?.word ?? ""))
  );
}
