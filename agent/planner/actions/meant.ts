import { understood } from "../conversation.ts";
import { edit } from "../follow-up/edit.ts";
import { substituted } from "../follow-up/substitute.ts";
import type { Change } from "../lexicon/actions/change.ts";
import { partsOf } from "../parse/compose.ts";
import { type Reading, read } from "../read.ts";
import { lacksReferent } from "../referent.ts";
import { type ActionContext, ask, type Question } from "./context.ts";
import { isPointer, objectText } from "./object.ts";
import { firstOf } from "./part.ts";
import type { Said } from "./request.ts";

interface Meant {
  readonly reading: Reading;
  /** "the first ten of them" */
  readonly limit?: number;
}

/** What the object of a request is, with what "them" and "it" stand for. */
export function meant(
  change: Change,
  object: string,
  said: Said,
  context: ActionContext,
): Meant | Question | null {
  const { lexicon, time } = context;
  const isForOne = change.needs === "ticket";
  const earlier = earlierIn(said, context);
  const part = firstOf(objectText(object));
  const text = change.target === "sims" ? part.rest.replace(BARE_NUMBER, "$& SIMs") : part.rest;
  const only =
    isForOne || isPointer(text) || /\b(?:its|it)\b/i.test(text) ? simNamed(said, context) : null;
  if (only && (isForOne || isPointer(text.replace(/\b(?:its|their)\b.*/i, ""))))
    return { reading: read(only, lexicon, time) };
  const placed = withPlace(withOwner(text, said, context, earlier), said, context, earlier);
  if (placed === null) return ask("Where do you mean? Name the country or the network.");
  const reading = read(placed || "them", lexicon, time);
  if (reading.unknown.length > 0)
    return ask(
      `I do not know what ${reading.unknown.map((word) => `“${word}”`).join(" and ")} means here. Which ones should that be done to?`,
    );
  const among = earlier && partOfThem(text);
  if (earlier && among)
    return { reading: edit(earlier, read(`only ${among}`, lexicon, time), time) };
  if (isPointing(reading, text)) {
    if (!earlier)
      return change.tool === "refresh_usage" ? { reading: read("all SIMs", lexicon, time) } : null;
    return {
      reading: edit(earlier, reading, time),
      ...(part.limit ? { limit: part.limit } : {}),
    };
  }
  if (isOneOfMany(reading, text))
    return ask(
      "Which one do you mean? Name its ICCID or device name, or say “all” if all are meant.",
      ["List all SIMs", "How many SIMs are there by customer?"],
    );
  const whose = ofOwner(reading, earlier);
  if ("kind" in whose) return whose;
  return { reading: whose, ...(part.limit ? { limit: part.limit } : {}) };
}

/** "the ten that run out first": what is counted goes without saying. */
const BARE_NUMBER =
  /^(?:the |those |these )?(?:top |first |last |bottom |next )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|hundred)(?= (?:that|which|who|with|running|using)\b)/i;

/** "the gateways among them", "those that are gateways": of the rows before the ones that are so. */
function partOfThem(text: string): string | null {
  const among = /^(?<part>.+?)\s(?:of|among|amongst|out of|from) (?:them|those|these)$/i.exec(text);
  if (among?.groups?.part) return among.groups.part;
  const those =
    /^(?:all of |only |just )?(?:them|those|these) (?<part>(?:that|which|who) .+)$/i.exec(text);
  return those?.groups?.part ? `the ones ${those.groups.part}` : null;
}

function isPointing(reading: Reading, text: string): boolean {
  const points =
    isPointer(text) ||
    reading.items.some((item) => item.cat === "word" && item.word === "pronoun") ||
    /^(?:only|just) /i.test(text) ||
    /\bones?\b/i.test(text);
  const named = reading.items.some(
    (item) =>
      (item.cat === "noun" && !item.weak) ||
      (item.cat === "value" && item.dim === "sim" && !item.cond.negated),
  );
  return points && !named;
}

/** "their SIMs", "its card": those of somebody who was named before, or it is not known whose. */
function ofOwner(reading: Reading, earlier: Reading | null): Reading | Question {
  const points = reading.items.some((item) => item.cat === "word" && item.word === "pronoun");
  if (!points || !lacksReferent(reading)) return reading;
  const whose = earlier && substituted(earlier, reading);
  return whose ?? ask("Whose SIMs do you mean? Name the customer, or the SIMs themselves.");
}

/** "the fridge": one, and not said which. */
function isOneOfMany({ items }: Reading, text: string): boolean {
  return (
    /^(?:the|that|this|a|an|my|our)\s/i.test(text) &&
    !/\b(?:all|every|each)\b/i.test(text) &&
    items.some((item) => item.cat === "noun" && item.plural !== true && !item.weak) &&
    !items.some((item) => item.cat === "noun" && item.plural === true && item.view === "sims") &&
    !items.some((item) => item.cat === "value" && (item.dim === "sim" || item.dim === "rule"))
  );
}

/** What stands before the request in the same message, on top of the conversation. */
function earlierIn(said: Said, { lexicon, time, earlier }: ActionContext): Reading | null {
  return said.before.reduce<Reading | null>((whole, sentence) => {
    const text = objectText(sentence.replace(STORY, ""));
    return understood(whole, text, lexicon, time) ?? (describesRows(text) ? null : whole);
  }, earlier);

  /** Rows that were described and not understood are not those that were spoken of before. */
  function describesRows(text: string): boolean {
    const items = read(text, lexicon, time).items.flatMap(partsOf);
    const isRestricted = items.some(({ cat }) => ["value", "cond", "threshold"].includes(cat));
    const rows = items.some((item) => item.cat === "noun" && !item.weak);
    return (
      rows &&
      isRestricted &&
      /^(?:all|any|every|each|the|those|which|sims|cards|devices)\b/i.test(text)
    );
  }
}

const STORY =
  /^(?:ok |so |hi |hey )*(?:i|we)(?:'ve| have)? (?:just |already |now )*(?:reviewed|seen|checked|looked (?:at|through)|gone (?:through|over)|went through|read|found|see|got)(?: all)? /i;

/** The one SIM that the message names. */
function simNamed(said: Said, { lexicon, time }: ActionContext): string | null {
  const names = [...said.before, said.text, ...said.after].flatMap((sentence) =>
    read(sentence, lexicon, time).items.flatMap((item) =>
      item.cat === "value" && item.dim === "sim" ? [item.cond.said] : [],
    ),
  );
  const [only, ...others] = new Set(names);
  return only !== undefined && others.length === 0 ? only : null;
}

/** "… with Aqualis, move their SIMs": whose they are stands before. */
function withOwner(
  text: string,
  said: Said,
  { lexicon, time }: ActionContext,
  earlier: Reading | null,
): string {
  if (!/\btheir\b/i.test(text) || (earlier && said.before.length === 0)) return text;
  const owners = said.before.flatMap((sentence) =>
    read(sentence, lexicon, time).items.flatMap((item) =>
      item.cat === "value" && item.dim === "customer" ? [item.cond.said] : [],
    ),
  );
  const [owner, ...others] = new Set(owners);
  return owner && others.length === 0 ? `${owner} ${text.replace(/\btheir\b/i, "")}` : text;
}

/** "… in Spain. Move all meters there": the one place that was named before; null where there is none, or several. */
function withPlace(
  text: string,
  said: Said,
  { lexicon, time }: ActionContext,
  earlier: Reading | null,
): string | null {
  if (!/\bthere\b/i.test(text)) return text;
  const told = said.before.flatMap((sentence) => placesIn(read(sentence, lexicon, time)));
  const [place, ...others] = new Set(told.length > 0 || !earlier ? told : placesIn(earlier));
  return place && others.length === 0 ? text.replace(/\bthere\b/i, `in ${place}`) : null;
}

function placesIn({ items }: Reading): string[] {
  return items.flatMap((item) =>
    item.cat === "value" && item.dim === "country" && !item.cond.negated ? [item.cond.said] : [],
  );
}
