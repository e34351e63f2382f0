import type { Query, View } from "#query/query.ts";
import { type ActionContext, ask, type Request, takeDetails } from "./action-details.ts";
import { narrowed, notYet } from "./action-pending.ts";
import { assemble } from "./assemble/assemble.ts";
import { Trouble } from "./assemble/filters.ts";
import { edit } from "./follow-up.ts";
import { ACTION_VERBS, type ActionVerb, SET_TO, STATES } from "./lexicon/actions.ts";
import type { Item } from "./parse/items.ts";
import type { Plan } from "./plan.types.ts";
import { read } from "./read.ts";
import { correct } from "./text/spelling.ts";
import { type Token, tokenise } from "./text/tokenise.ts";

const POLITE = new Set(
  "please pls kindly ok okay now can could would you will i we want to need like hey hi hello simon so then and go ahead just let us yes let's immediately , ! right".split(
    " ",
  ),
);
const COLUMNS: Record<ActionVerb["target"], string[]> = {
  sims: ["sims.iccid", "sims.label", "sims.status", "sims.customer"],
  alerts: [
    "alerts.id",
    "alerts.severity",
    "alerts.message",
    "alerts.triggered_at",
    "alerts.acknowledged",
  ],
  support_tickets: [
    "support_tickets.id",
    "support_tickets.subject",
    "support_tickets.status",
    "support_tickets.priority",
  ],
  alert_rules: ["alert_rules.id", "alert_rules.name", "alert_rules.enabled"],
};

/** A requested change as a proposal; a question back when it is not clear to what; null when none is asked for. */
export function actionPlan(question: string, context: ActionContext): Plan | null {
  const { tokens } = correct(tokenise(question), context.lexicon.vocabulary);
  let at = 0;
  while (at < tokens.length && POLITE.has(tokens[at]?.word ?? "")) at++;
  const rest = tokens.slice(at);
  const text = rest.map((token) => (token.kind === "quote" ? "quotedtext" : token.word)).join(" ");
  if (/^(don t|do not|never|not)\b/.test(text)) return null;
  const found = findVerb(text, rest);
  if (!found) return null;
  const { verb, objectAt } = found;
  if (
    verb.needs === "plan" &&
    !context.gazetteer.ratePlans.some((name) => question.toLowerCase().includes(name.toLowerCase()))
  )
    return null;
  const object = objectText(question, rest, objectAt, found.until);
  return propose(verb, withoutRemark(object), { question, tokens: rest, context });
}

/** What comes after a dash or a comma as a reason is no part of what is meant. */
function withoutRemark(object: string): string {
  return object
    .replace(
      /\s*,\s*(?:it|its|it's|they|the|this|that|because|as|since it|looks?|seems?|he|she)\b(?! (?:which|in|from|of|with|without|last|on)\b).*$/i,
      "",
    )
    .replace(/\b(?:right away|immediately|at once|asap|straight away)\b/gi, " ");
}

interface Found {
  readonly verb: ActionVerb;
  /** Index of the token at which the object begins, and the one before which it ends. */
  readonly objectAt: number;
  readonly until: number;
}

function findVerb(text: string, tokens: readonly Token[]): Found | null {
  const set = SET_TO.exec(text.replace(/[ .!?]+$/, ""));
  if (set) {
    const state = set[2] ?? "";
    const target: "alerts" | "support_tickets" | "sims" | null = /\balerts?\b/.test(text)
      ? "alerts"
      : /\btickets?\b|\bcases?\b/.test(text)
        ? "support_tickets"
        : STATES[state]?.sims
          ? "sims"
          : null;
    const until = wordsIn(set[0].slice(0, set[0].length - state.length));
    if (target === "support_tickets" && ["high", "medium", "low"].includes(state))
      return {
        verb: {
          tool: "set_ticket_priority",
          target,
          input: { priority: state },
          pattern: /./,
          does: `Set to ${state} priority`,
        },
        objectAt: 1,
        until: untilJoint(tokens, until),
      };
    const value = target ? STATES[state]?.[target] : undefined;
    if (target && value) {
      const verb: ActionVerb =
        target === "sims"
          ? {
              tool: "set_sim_status",
              target,
              input: { status: value },
              pattern: /./,
              does: `Set to ${value}`,
            }
          : target === "support_tickets"
            ? {
                tool: "set_ticket_status",
                target,
                input: { status: value },
                pattern: /./,
                does: `Set to ${value}`,
              }
            : {
                tool: value === "acknowledged" ? "acknowledge_alerts" : "resolve_alerts",
                target,
                input: { [value]: true },
                pattern: /./,
                does: value === "acknowledged" ? "Acknowledge" : "Resolve",
              };
      return { verb, objectAt: 1, until: untilJoint(tokens, until) };
    }
  }
  const matches = ACTION_VERBS.flatMap((verb) => {
    const match = verb.pattern.exec(text);
    return match
      ? [{ verb, length: match[0].length, specific: verb.pattern.source.includes("(?=") }]
      : [];
  }).sort((a, b) => Number(b.specific) - Number(a.specific) || b.length - a.length);
  const [best] = matches;
  return best
    ? { verb: best.verb, objectAt: wordsIn(text.slice(0, best.length)), until: tokens.length }
    : null;
}

function wordsIn(text: string): number {
  return text.trim().split(" ").filter(Boolean).length;
}

function untilJoint(tokens: readonly Token[], from: number): number {
  for (let at = Math.min(from, tokens.length - 1); at > 0; at--)
    if (["to", "as", "into"].includes(tokens[at]?.word ?? "")) return at;
  return from;
}

function objectText(
  question: string,
  tokens: readonly Token[],
  from: number,
  until: number,
): string {
  const start = tokens[from]?.start;
  const end = tokens[until - 1]?.end;
  return start === undefined || end === undefined || end < start ? "" : question.slice(start, end);
}

function propose(verb: ActionVerb, object: string, request: Request): Plan {
  const taken = takeDetails(verb, object, request);
  if ("kind" in taken) return taken;
  const { input, text } = taken;
  const made = targetsOf(verb, text, request);
  if ("kind" in made) return made;
  const pending = notYet(verb, { ...verb.input, ...input });
  const targets = pending ? narrowed(made.query, pending) : made.query;
  return {
    kind: "action",
    tool: verb.tool,
    input: { ...verb.input, ...input },
    targets,
    summary: summaryOf(verb, input, text),
    assumptions: made.assumptions,
  };
}

function targetsOf(
  verb: ActionVerb,
  text: string,
  { context }: Request,
): { query: Query; assumptions: string[] } | Plan {
  const { lexicon, time, earlier } = context;
  const object = text
    .trim()
    .replace(/^(?:for|to|on|from|of)\s+/i, "")
    .replace(/\b(?:for |to )?(?:every|each)\b/gi, "all");
  const reading = read(object || "them", lexicon, time);
  if (reading.unknown.length > 0)
    return ask(
      `I do not know what ${reading.unknown.map((word) => `“${word}”`).join(" and ")} means here. Which ${nounOf(verb.target)} should that be done to?`,
    );
  const points =
    reading.items.some((item) => item.cat === "word" && item.word === "pronoun") ||
    text.trim() === "";
  const named = reading.items.some(
    (item) => (item.cat === "noun" && !item.weak) || (item.cat === "value" && item.dim === "sim"),
  );
  if (points && !named && !earlier) return ask(`Which ${nounOf(verb.target)} do you mean?`);
  const whole = points && !named && earlier ? edit(earlier, reading, time) : reading;
  const isSingular =
    /^\s*(?:the|that|this|a|an|my|our)\s/i.test(text) &&
    whole.items.some((item) => item.cat === "noun" && item.plural !== true && !item.weak) &&
    !whole.items.some((item) => item.cat === "value" && item.dim === "sim");
  if (isSingular && !/\b(all|every|each)\b/i.test(text))
    return ask(
      `Which one do you mean? Name its ICCID or device name, or say “all” if all are meant.`,
      ["List all SIMs", "How many SIMs are there by customer?"],
    );
  if (!whole.items.some((item) => ["noun", "value", "cond", "metric"].includes(item.cat)))
    return ask(`Which ${nounOf(verb.target)} should that be done to?`);
  try {
    const assembled = assemble(aimed(whole.items, verb.target), whole.words, time, {
      asList: true,
    });
    const query = asTargets(assembled.query, verb.target);
    if (!query) return ask(`Which ${nounOf(verb.target)} should that be done to?`);
    return { query, assumptions: assembled.assumptions };
  } catch (error) {
    if (error instanceof Trouble)
      return ask(error.message || `Which ${nounOf(verb.target)} should that be done to?`);
    throw error;
  }
}

/** The request's own noun, or rows of the kind that the verb is done to. */
function aimed(items: readonly Item[], target: View): Item[] {
  const lists = items.filter(
    (item) =>
      !["ask", "top", "superlative", "group", "grain"].includes(item.cat) || item.cat === "top",
  );
  const nouns = lists.filter((item) => item.cat === "noun" && !item.weak);
  if (nouns.some((item) => item.cat === "noun" && item.view === target)) return lists;
  return [
    { cat: "noun", view: target, conds: [], start: 0, end: 0, score: 0 },
    ...lists.filter((item) => !(item.cat === "noun" && item.weak)),
  ];
}

function asTargets(query: Query, target: ActionVerb["target"]): Query | null {
  if (query.from !== target) return null;
  const { from, where, orderBy, limit } = query;
  return {
    from,
    columns: COLUMNS[target],
    ...(where ? { where } : {}),
    ...(orderBy && limit ? { orderBy, limit } : {}),
  };
}

function nounOf(target: View): string {
  return (
    { alerts: "alerts", support_tickets: "tickets", alert_rules: "alert rules" }[
      target as string
    ] ?? "SIMs"
  );
}

function summaryOf(verb: ActionVerb, input: Record<string, unknown>, text: string): string {
  const object = text.replace(/\s+/g, " ").trim() || "them";
  const how =
    typeof input.bytes === "number"
      ? ` by ${input.bytes / 1024 ** 2} MB each`
      : typeof input.body === "string"
        ? `: “${input.body}”`
        : typeof input.tag === "string"
          ? `: ${input.tag}`
          : "";
  return `${verb.does} ${object}${how}`.slice(0, 400);
}
