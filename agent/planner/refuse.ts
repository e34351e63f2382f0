import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { REFUSALS } from "./lexicon/refusals.ts";
import type { Plan } from "./plan.types.ts";
import { folded } from "./read.ts";

/** A refusal with what is possible instead; null when nothing out of reach is asked for. */
export function refusal(
  question: string,
  gazetteer: Gazetteer,
): Extract<Plan, { kind: "refuse" }> | null {
  const text = folded(question).slice(0, 4000);
  const held = folded(withoutTexts(question)).slice(0, 4000);
  for (const { pattern, reason, suggestions, isAboutContents } of REFUSALS) {
    if (pattern.test(isAboutContents ? held : text))
      return { kind: "refuse", reason, suggestions: [...suggestions] };
  }
  return otherOrganization(text, gazetteer);
}

const MESSAGES = /\b(sms|texts?|texted|texting|messages?|msgs?|tickets?|cases?)\b/i;

/** What messages and tickets say is looked for, not asked of the devices: "PING texts", "tickets that mention the battery". */
function withoutTexts(question: string): string {
  if (!MESSAGES.test(question)) return question;
  return question
    .replace(/["“„][^"“”„\n]{1,300}["”“]|'[^'\n]{1,300}'(?!\w)/g, " ")
    .replace(/\b[A-Z]{2,}\b/g, " ")
    .replace(/\b(tickets?|cases?|complaints?) (about|regarding) (the |an? )?\w+/gi, " ")
    .replace(/\bwith \w+ in (the )?(subject|title|description|body|text)\b/gi, " ")
    .replace(
      /\b(mention|contain|say|complain|talk)\w{0,3} (about |of )?(the |their |its |a )?\w+( \w+){0,2}/gi,
      " ",
    )
    .replace(/\b(latency|delay)\b/gi, " ");
}

const ORGANIZATION =
  /(?:the )?([\p{L}\p{N}&. -]{2,40}?)(?:'s)? (?:organi[sz]ation|tenant|workspace)\b|(?:organi[sz]ation|tenant|workspace) (?:called |named )?([\p{L}\p{N}&. -]{2,40})/u;

function otherOrganization(
  text: string,
  gazetteer: Gazetteer,
): Extract<Plan, { kind: "refuse" }> | null {
  const match = ORGANIZATION.exec(text);
  const name = (match?.[1] ?? match?.[2])?.trim();
  if (!name) return null;
  const own = gazetteer.organizationName.toLowerCase();
  if (
    /\b(our|my|this|the|own|whole|entire)$/.test(name) ||
    (own !== "" && (name.includes(own) || own.includes(name)))
  )
    return null;
  return {
    kind: "refuse",
    reason: "Answers cover your own organisation only; nothing can be said about another one.",
    suggestions: ["How many SIMs are there by status?", "How many SIMs are there by customer?"],
  };
}

const COMPANY =
  /^(?:telematics|logistics|partners?|group|gmbh|machines|metering|tracking|works|trading|security|health|medical|farms?|water|gas|transport|trucking|fleet|inc|ltd|llc|ag|corp|corporation|company|systems|networks?|connect|energy|solutions|services|mobility|iot|labs?|technologies|holdings?|industries|shipping|freight|foods?|telecom|telco|communications|electronics|motors|motor|rentals?|brothers|sons|co)$/i;
const BESIDE_US =
  /\b(?:benchmark\w*|ours|our own|compare[ds]? (?:to|with|against)|with us|than us|vs us|versus us|beside|next to|side by side|platform|competitor)\b/i;

const ON_THE_SAME =
  /\b(?:on|uses?|using|shares?|sharing) (?:the same|this|your) (?:platform|service|system)\b/i;

/** Two or more unknown names in a row are a company that is not here: said so, rather than guessed at. */
export function strangers(
  question: string,
  unknown: readonly string[],
): Extract<Plan, { kind: "refuse" }> | null {
  const lost = new Set(unknown);
  const run = (question.match(/\p{Lu}[\p{L}-]+(?: (?:& )?\p{Lu}[\p{L}-]+)*/gu) ?? []).find(
    (name) => {
      const words = name.split(" ").filter((word) => word !== "&");
      const isUnknown = words.some((word) => lost.has(word));
      const isOpening = question.startsWith(name); // any first word has a capital
      if (isOpening && !(words.length > 1 && ON_THE_SAME.test(question))) return false;
      if (!isUnknown) return false;
      return BESIDE_US.test(question) || (words.length > 1 && COMPANY.test(words.at(-1) ?? ""));
    },
  );
  if (!run) return null;
  return {
    kind: "refuse",
    reason: `“${run}” is no customer here, and answers cover your own organisation only; nothing can be said about another one.`,
    suggestions: ["How many SIMs are there by customer?", "Which alerts are open?"],
  };
}
