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
  for (const { pattern, reason, suggestions } of REFUSALS) {
    if (pattern.test(text)) return { kind: "refuse", reason, suggestions: [...suggestions] };
  }
  return otherOrganization(text, gazetteer);
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
    /\b(our|my|this|the|own)$/.test(name) ||
    (own !== "" && (name.includes(own) || own.includes(name)))
  )
    return null;
  return {
    kind: "refuse",
    reason: "Answers cover your own organisation only; nothing can be said about another one.",
    suggestions: ["How many SIMs are there by status?", "How many SIMs are there by customer?"],
  };
}
