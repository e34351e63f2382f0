import type { Change } from "../lexicon/actions/change.ts";
import { CHANGES } from "../lexicon/actions/changes.ts";
import { ASKS, JOINTS, LEAD, PASSIVES, RECEIVING, verbsOf } from "../lexicon/actions/frames.ts";
import { withoutEnd } from "../text/without-end.ts";
import { sentencesOf } from "./plain.ts";

/** A request as it was said, before it is known what it means for which rows. */
export interface Said {
  /** From the verb on. */
  readonly text: string;
  /** What was said before it, in the same message. */
  readonly before: readonly string[];
  /** What was said after it. */
  readonly after: readonly string[];
}

export interface Match {
  readonly change: Change;
  readonly object: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** Who says more in one sentence repeats it; each one is read for itself. */
const MAX_STARTS = 12;

/** Every stretch of a message that may be a request, the likeliest first. */
export function* requestsIn(message: string): Generator<Said> {
  const sentences = sentencesOf(message).slice(0, MAX_STARTS);
  for (const [index, sentence] of sentences.entries()) {
    const around = { before: sentences.slice(0, index), after: sentences.slice(index + 1) };
    for (const [head, text] of startsOf(sentence).take(MAX_STARTS))
      yield { text, before: head ? [...around.before, head] : around.before, after: around.after };
  }
}

function* startsOf(sentence: string): Generator<[head: string, text: string]> {
  const bare = withoutLead(sentence);
  const arrow = ARROW.exec(bare)?.groups;
  if (arrow) yield ["", `${arrow.verb} ${arrow.object}`];
  if (/^(?:don't|dont|do not|never|not|no need to)\b/i.test(bare)) return;
  const isQuestion = (ASKS.test(bare) || TITLE.test(bare)) && !FILE.test(bare);
  if (!isQuestion) yield ["", bare];
  for (const { pattern, isPlain } of JOINTS)
    for (const match of sentence.matchAll(pattern)) {
      const head = sentence.slice(0, match.index).trim();
      const tail = sentence.slice(match.index + match[0].length);
      if (head === "" || tail === "") continue;
      const text = withoutLead(tail);
      const follows = /^[,:]/.test(match[0]) || head.endsWith(",");
      if (isQuestion && !follows && !(isPlain && POINTS.test(text))) continue;
      if (isPlain && !follows && !POINTS.test(text)) continue;
      if (isQuestion && isPlain && !POINTS.test(text)) continue;
      yield [head.replace(/[,:]$/, ""), text];
    }
  const inverted = isQuestion ? null : INVERTED.exec(bare)?.groups;
  if (inverted)
    yield ["", `${inverted.verb} ${inverted.what} for ${inverted.object}${inverted.rest}`];
  const { object: receivers, rest: sent } = RECEIVING.exec(bare)?.groups ?? {};
  if (receivers && sent && !isQuestion) yield ["", `send ${sent} to ${receivers}`];
  for (const passive of PASSIVES) {
    const found = isQuestion ? null : passive.exec(bare);
    if (!found?.groups) continue;
    const { object = "", done = "", rest = "" } = found.groups;
    for (const verb of verbsOf(done)) yield ["", `${verb} ${object}${rest}`];
  }
}

/** "Open for pump-7 a ticket with high priority": what is made stands last. */
const INVERTED =
  /^(?<verb>open|create|raise|file|log|make|write)(?: up)? (?:for|on|about|at) (?<object>\S+(?: \S+){0,5}?) (?<what>an? (?:new )?(?:[\w-]+ )?(?:ticket|case))\b(?<rest>.*)$/is;

/** "… -> suspend": the order behind its rows. */
const ARROW = /^(?<object>.+?)\s*(?:[-=]{1,3}>|→|»)\s*(?<verb>[\w-]+(?: [\w-]+){0,3})[\s.!]*$/s;

const FORMAT = "(?:csv|excel|xlsx|spreadsheet)(?: file| sheet| format| report)?";
/** "Give me … as a spreadsheet", "list … in a CSV": a file is asked for. */
const FILE = new RegExp(
  `^(?:give|list|show|send|(?:\\w+ ){0,3}report|(?:\\w+ ){0,3}usage)\\b.*\\b(?:as|in|into|to) (?:an? )?${FORMAT}[\\s.!?]*$|^(?:give|show|send)(?: me| us)? (?:an? |the )?${FORMAT}\\b`,
  "i",
);

/** "Sync check for my script: …", "reset overview -": what comes is a question, the verb is a noun. */
const TITLE =
  /^[\w-]+ (?:check|test|report|overview|review|audit|question|query|status|list|summary|analysis|hunt|changes)\b|^(?!apply|accept|take|send|follow|approve|dismiss|do\b)[\w-]+ (?:recommendations?|advices?|suggestions?|proposals?|candidates?|history|statistics)\b|^silence (?:alert|alarm)s? (?:still|open|raised|that|which|since|in the|last|this|per|by)\b|^top[ -]?up (?:advices?|recommendations?|proposals?|suggestions?|candidates?|hints?|actions?|entries|events|history|statistics)\b/i;

/** "… and suspend them": a verb whose object stands before. */
const POINTS =
  /^[\w-]+(?: \w+)? (?:all |each |every |both )?(?:of )?(?:them|it|those|these|that|this|all|the|every|each|\S*\d)(?:\b|$)/i;

function withoutLead(text: string): string {
  const rest = text.trim().replace(LEAD, "").trim();
  return withoutEnd(rest, QUOTES.test(rest) ? /[\s.,!;]+$/ : TAIL);
}

/** "… saying call me please", "text pump-7: STATUS?": the end is a part of what is said. */
const QUOTES =
  /\b(?:saying|that says|with the (?:text|message|words?))\b|^(?:text|sms|message|send)\b[^:"]*: ?\S/i;

const TAIL =
  /(?:[\s.,!?;]+(?:please|pls|plz|thanks|thank you|thx|cheers|ok|okay|asap|right away|immediately|will you|would you|would ya|for me|for us|mate))*[\s.,!?;]*$/i;

/** The changes that a request may mean, in the order of the catalogue. */
export function* changesOf(text: string): Generator<Match> {
  for (const change of CHANGES)
    for (const pattern of change.patterns) {
      const groups = pattern.exec(text)?.groups;
      if (!groups) continue;
      yield {
        change,
        object: `${groups.object ?? ""} ${groups.after ?? ""}`.replace(/\s+/g, " ").trim(),
        groups,
      };
      break;
    }
}
