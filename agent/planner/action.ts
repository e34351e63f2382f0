import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { Filter, Query, View } from "#query/query.ts";
import { assemble } from "./assemble/assemble.ts";
import { Trouble } from "./assemble/filters.ts";
import { edit } from "./follow-up.ts";
import { ACTION_VERBS, type ActionVerb, SET_TO, STATES } from "./lexicon/actions.ts";
import type { Item } from "./parse/items.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import type { Plan } from "./plan.types.ts";
import { type Reading, read } from "./read.ts";
import { correct } from "./text/spelling.ts";
import { type Token, tokenise } from "./text/tokenise.ts";
import type { TimeContext } from "./time/span.ts";

export interface ActionContext {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
  readonly earlier: Reading | null;
  readonly gazetteer: Gazetteer;
}

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

interface Request {
  readonly question: string;
  readonly tokens: readonly Token[];
  readonly context: ActionContext;
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

function ask(question: string, options: string[] = []): Plan {
  return {
    kind: "clarify",
    question,
    options:
      options.length >= 2
        ? options
        : [...options, "How many SIMs are there by status?", "List all SIMs"].slice(0, 3),
  };
}

/** The parts of a request that say how, not to what: the amount, the text, the tag. */
function takeDetails(
  verb: ActionVerb,
  object: string,
  { question, tokens, context }: Request,
): { input: Record<string, unknown>; text: string } | Plan {
  switch (verb.needs) {
    case "bytes": {
      const match =
        /\b(?:by |with )?(\d+(?:[.,]\d+)?) ?(kb|mb|gb|kilobytes?|megabytes?|gigabytes?)\b/i.exec(
          object,
        );
      const other =
        match && /^(?:\s*(?:left|remaining))/.test(object.slice(match.index + match[0].length));
      if (!match || other) return ask("Top up by how much data, for instance 500 MB?");
      const unit = (match[2] ?? "mb")[0]?.toLowerCase();
      const bytes = Math.round(
        Number((match[1] ?? "0").replace(",", ".")) *
          (unit === "g" ? 1024 ** 3 : unit === "k" ? 1024 : 1024 ** 2),
      );
      return {
        input: { bytes },
        text: object.replace(match[0], " ").replace(/\bof data\b(?! quota)/i, " "),
      };
    }
    case "text": {
      const quote = tokens.find((token) => token.kind === "quote");
      if (!quote)
        return ask(
          'Which text should be sent? Put it in quotation marks, for instance: send SMS "reboot" to all chargers.',
        );
      return {
        input: { body: quote.word },
        text: object
          .replace(quote.raw, " ")
          .replace(/^\s*(saying|with( the)? text|that says|containing)\s*/i, " "),
      };
    }
    case "tag": {
      const quote = tokens.find((token) => token.kind === "quote");
      const known = [...context.gazetteer.tags]
        .sort((a, b) => b.length - a.length)
        .find((tag) => new RegExp(`(^|[^\\w-])${escape(tag)}([^\\w-]|$)`, "i").test(object));
      const named =
        /^\s*["']?([\w-]{2,40})["']?\s+(?:to|on|from|for)\b/i.exec(object)?.[1] ??
        /\b(?:as|with)\s+["']?([\w-]{2,40})["']?\s*$/i.exec(object)?.[1];
      const tag = quote?.word ?? named ?? known;
      if (!tag) return ask("Which tag?");
      return {
        input: { tag },
        text: object
          .replace(quote?.raw ?? tag, " ")
          .replace(/^\s*(to|on|from|for)\b/i, " ")
          .replace(/\b(as|with)\s*$/i, " "),
      };
    }
    case "team": {
      const team = context.gazetteer.teams.find((name) =>
        object.toLowerCase().includes(name.toLowerCase()),
      );
      return team
        ? {
            input: { team },
            text: object.replace(
              new RegExp(`\\b(to|over to)\\b.{0,20}${escape(team)}( team)?`, "i"),
              " ",
            ),
          }
        : ask("To which team?", []);
    }
    case "plan": {
      const plan = [...context.gazetteer.ratePlans]
        .sort((a, b) => b.length - a.length)
        .find((name) => new RegExp(`\\bto\\b.{0,20}${escape(name)}`, "i").test(object));
      return plan
        ? {
            input: { rate_plan: plan },
            text: object.replace(
              new RegExp(`\\b(from \\S+ )?to\\b.{0,20}${escape(plan)}( plan)?`, "i"),
              " ",
            ),
          }
        : ask("To which rate plan?", ["List the rate plans by monthly price"]);
    }
    default:
      return verb.tool === "create_ticket"
        ? ticketDetails(object, question)
        : { input: {}, text: object };
  }
}

const CATEGORIES: readonly (readonly [RegExp, string])[] = [
  [/\b(connectiv\w*|connect\w*|attach\w*|offline|network)\b/i, "connectivity_issue"],
  [/\b(billing|invoice|charge[sd] (?:too|wrong)|price)\b/i, "billing_question"],
  [/\b(quota|out of data|data limit)\b/i, "quota_exhausted"],
  [/\b(activat\w*)\b/i, "activation_problem"],
  [/\b(account)\b/i, "account_management"],
  [/\b(feature)\b/i, "feature_request"],
  [/\b(complaint|complain\w*)\b/i, "complaint"],
];

function ticketDetails(
  object: string,
  question: string,
): { input: Record<string, unknown>; text: string } {
  const [head = "", ...tail] = object.split(/\s[-–—]\s|:\s|\.\s/);
  const subject = tail.join(" ").trim() || question;
  const priority = /\b(high|urgent)\b/i.test(head)
    ? "high"
    : /\blow\b/i.test(head)
      ? "low"
      : "medium";
  const category =
    CATEGORIES.find(([pattern]) => pattern.test(head))?.[1] ??
    CATEGORIES.find(([pattern]) => pattern.test(subject))?.[1] ??
    "technical_support";
  const text = head
    .replace(/^.*?\b(?:ticket|case|request)s?\b/i, "")
    .replace(/^\s*(?:for|about|on|regarding)\b/i, "");
  return {
    input: {
      priority,
      category,
      subject: subject.slice(0, 200),
      description: subject.slice(0, 2000),
    },
    text: text.trim() || head,
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

/** Rows that the change would alter: those that are not so already. */
function notYet({ tool }: ActionVerb, input: Readonly<Record<string, unknown>>): Filter | null {
  const { status, tag, priority, enabled } = input;
  if (tool === "set_sim_status" && typeof status === "string")
    return { member: "sims.status", op: "ne", value: status };
  if (tool === "set_ticket_status" && typeof status === "string")
    return { member: "support_tickets.status", op: "ne", value: status };
  if (tool === "set_ticket_priority" && typeof priority === "string")
    return { member: "support_tickets.priority", op: "ne", value: priority };
  if (tool === "acknowledge_alerts")
    return { member: "alerts.acknowledged", op: "eq", value: false };
  if (tool === "resolve_alerts") return { member: "alerts.resolved_at", op: "is_null" };
  if (tool === "set_alert_rule_enabled" && typeof enabled === "boolean")
    return { member: "alert_rules.enabled", op: "eq", value: !enabled };
  if (typeof tag !== "string") return null;
  const has: Filter = { member: "sims.tags", op: "has", value: tag };
  return tool === "add_sim_tag" ? { not: has } : has;
}

function narrowed(query: Query, filter: Filter): Query {
  const { where } = query;
  if (!where) return { ...query, where: filter };
  const parts = "and" in where ? where.and : [where];
  return parts.some((part) => JSON.stringify(part) === JSON.stringify(filter))
    ? query
    : { ...query, where: { and: [...parts, filter] } };
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

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
