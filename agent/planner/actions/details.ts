import { amountOf } from "./amount.ts";
import type { ActionContext, Question } from "./context.ts";
import { ask } from "./context.ts";
import { messageOf } from "./message.ts";
import { reportOf } from "./report.ts";
import type { Match, Said } from "./request.ts";
import { ruleOf } from "./rule.ts";
import { ticketOf } from "./ticket.ts";

/** The parts of a request that say how; what is left of the object says to what. */
export interface Details {
  readonly input: Readonly<Record<string, unknown>>;
  readonly object: string;
  /** For the summary: " by 500 MB each". */
  readonly how?: string;
}

export function detailsOf(match: Match, said: Said, context: ActionContext): Details | Question {
  const { change, object, groups } = match;
  switch (change.needs) {
    case undefined:
      return { input: {}, object };
    case "amount":
      return amountOf(match, context);
    case "sms":
      return messageOf(match, context);
    case "tag":
      return tagOf(match, context);
    case "name":
      return groups.name
        ? (knownTag(match, context) ?? nameOf(groups.name, object))
        : ask("What should it be called? For instance: rename pump-12 to pump-north.");
    case "ticket":
      return ticketOf(match, said);
    case "rule":
      return ruleOf(match);
    case "report":
      return reportOf(match, context);
    case "format":
      return { input: { format: fileFormat(groups.format) }, object };
    case "change":
      return ask("Which change do you mean? Each is undone by its button, on the page Changes.", [
        "Undo the last change",
        "Who changed what in the last 7 days?",
      ]);
    case "iccids":
      return { input: { iccids: iccidsIn(said) }, object: "" };
  }
}

/** "A batch has come: 898…, import it": they may stand before the request. */
function iccidsIn({ before, text, after }: Said): string[] {
  return [...before, text, ...after].join(" ").match(/\b89\d{16,20}\b/g) ?? [];
}

/** "Label pump-7 critical": what is a tag already is no name. */
function knownTag(
  { object, groups: { name = "" } }: Match,
  { gazetteer }: ActionContext,
): Details | null {
  const tag = gazetteer.tags.find((one) => one.toLowerCase() === name.toLowerCase());
  return tag === undefined ? null : { input: { add_tags: [tag] }, object, how: `: tag ${tag}` };
}

const SINCE =
  /(?:,? (?:from (?:now|today|here|tomorrow)(?: on(?:wards)?)?|as of (?:now|today)|going forward|in future|instead|again|right away|asap|please))+$/i;

/** "… to pump-north from now on": when it begins to be called so is no part of the name. */
function nameOf(said: string, object: string): Details {
  const label = said
    .replace(SINCE, "")
    .replace(/^(?:as|to)\s+/i, "")
    .replace(/^["'“]|["'”]$/g, "");
  return { input: { label }, object, how: ` to ${label}` };
}

/** Nobody who names none needs more than a CSV. */
function fileFormat(said = "csv"): "csv" | "xlsx" {
  return /^(?:excel|xlsx|spreadsheet)$/i.test(said) ? "xlsx" : "csv";
}

/** `add` says which of the two; the tag stands at its place, in quotes, or is one that exists. */
function tagOf(
  { change, object, groups }: Match,
  { gazetteer }: ActionContext,
): Details | Question {
  const quoted = /["']([^"']{1,40})["']/.exec(object);
  const known = [...gazetteer.tags]
    .sort((a, b) => b.length - a.length)
    .find((tag) =>
      new RegExp(`(?<![\\w-])${tag.replace(/[^\w-]/g, "\\$&")}(?![\\w-])`, "i").test(object),
    );
  const tag = groups.tag ?? quoted?.[1] ?? known;
  if (!tag) return ask("Which tag?");
  const rest = groups.tag
    ? object
    : object
        .replace(quoted?.[0] ?? tag, " ")
        .replace(/^\s*(?:to|on|from|for|off)\b/i, " ")
        .replace(/\b(?:as|with)\s*$/i, " ");
  return {
    input: change.input.add ? { add_tags: [tag] } : { remove_tags: [tag] },
    object: rest,
    how: `: ${tag}`,
  };
}
