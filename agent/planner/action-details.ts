import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import type { ActionVerb } from "./lexicon/actions.ts";
import type { Lexicon } from "./parse/lexicon.ts";
import type { Plan } from "./plan.types.ts";
import type { Reading } from "./read.ts";
import type { Token } from "./text/tokenise.ts";
import type { TimeContext } from "./time/span.ts";

export interface ActionContext {
  readonly lexicon: Lexicon;
  readonly time: TimeContext;
  readonly earlier: Reading | null;
  readonly gazetteer: Gazetteer;
}

export interface Request {
  readonly question: string;
  readonly tokens: readonly Token[];
  readonly context: ActionContext;
}

export function ask(question: string, options: string[] = []): Plan {
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
export function takeDetails(
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
        .find((tag) => new RegExp(`(^|[^\\w-])${escapeRegExp(tag)}([^\\w-]|$)`, "i").test(object));
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
              new RegExp(`\\b(to|over to)\\b.{0,20}${escapeRegExp(team)}( team)?`, "i"),
              " ",
            ),
          }
        : ask("To which team?", []);
    }
    case "plan": {
      const plan = [...context.gazetteer.ratePlans]
        .sort((a, b) => b.length - a.length)
        .find((name) => new RegExp(`\\bto\\b.{0,20}${escapeRegExp(name)}`, "i").test(object));
      return plan
        ? {
            input: { rate_plan: plan },
            text: object.replace(
              new RegExp(`\\b(from \\S+ )?to\\b.{0,20}${escapeRegExp(plan)}( plan)?`, "i"),
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

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
