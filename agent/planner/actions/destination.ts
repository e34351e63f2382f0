import type { Change } from "../lexicon/actions/change.ts";
import { SET_VERBS, STATES, TOWARDS } from "../lexicon/actions/states.ts";
import { memberOf } from "../parse/compose.ts";
import type { ItemOf } from "../parse/items.ts";
import { read } from "../read.ts";
import type { ActionContext } from "./context.ts";
import type { Match } from "./request.ts";

const ROWS = {
  alerts: /\b(?:alerts?|alarms?|warnings?)\b/i,
  support_tickets: /\b(?:tickets?|cases?|requests?|complaints?|issues?)\b/i,
  alert_rules: /\brules?\b/i,
};
const CHANGED =
  /^\s*(?:the )?(?:current )?(?:status|state|priority|rate plan|plan|tariff|customer|owner|team|assignment)s? (?:of|for|on)\b/i;
const WEAK = /^ (?:on|for)$/i;

/** "move … to Flex 1000", "set … to resolved": what the change is shows in what comes last. */
export function* destinationsOf(text: string, context: ActionContext): Generator<Match> {
  const verb = SET_VERBS.exec(text)?.[0];
  if (!verb) return;
  const rest = text.slice(verb.length);
  const joints = [...rest.matchAll(TOWARDS)];
  const strong = joints.filter((joint) => !WEAK.test(joint[0]));
  for (const joint of [
    ...strong.reverse(),
    ...joints.filter((one) => WEAK.test(one[0])).reverse(),
  ]) {
    const object = rest.slice(0, joint.index).replace(CHANGED, " ").trim();
    const words = rest
      .slice(joint.index + joint[0].length)
      .trim()
      .split(" ");
    for (let length = Math.min(words.length, MAX_WORDS); length > 0; length--) {
      const said = words.slice(0, length).join(" ").replace(/[,:]$/, "");
      const after = words.slice(length).join(" ");
      const whole = `${object} ${after}`.trim();
      const change = stateOf(said, whole, context) ?? nameOf(said, context);
      if (!change) continue;
      yield { change, object: whole, groups: {} };
      return;
    }
  }
  if (!/^make\b/i.test(text)) return;
  const last = /^(?<object>.*?) (?<said>\S+)(?: priority)?$/.exec(rest)?.groups;
  const change = last && stateOf(last.said ?? "", rest, context);
  if (last && change) yield { change, object: last.object ?? "", groups: {} };
}

const MAX_WORDS = 8;

function stateOf(said: string, object: string, { earlier }: ActionContext): Change | null {
  const rowsSaid = (Object.keys(ROWS) as (keyof typeof ROWS)[]).find((rows) =>
    ROWS[rows].test(`${object} ${said}`),
  );
  const meant = earlier?.items.find((item) => item.cat === "noun" && !item.weak);
  const pointed = meant?.cat === "noun" ? meant.view : undefined;
  const rows = rowsSaid ?? (pointed && pointed in ROWS ? pointed : "sims");
  const found =
    STATES.find((state) => state.target === rows && state.say.test(said)) ??
    (rowsSaid ? undefined : STATES.find((state) => state.say.test(said)));
  return found ? { ...found, patterns: [] } : null;
}

/** A plan, a customer or a team: the one name that these words are. */
function nameOf(said: string, context: ActionContext): Change | null {
  const bare = said
    .replace(
      /^(?:the |our |a )?(?:new )?(?:rate plan|plan|tariff|customer|account|client|team|queue|owner)s? (?:called |named )?(?=\S)/i,
      "",
    )
    .replace(/^the /i, "")
    .replace(/ (?:rate plan|plan|tariff|team|account|queue)$/i, "");
  return named(said, context) ?? named(bare, context);
}

function named(words: string, { lexicon, time, gazetteer }: ActionContext): Change | null {
  const exact = (names: readonly string[]) =>
    names.find((name) => name.toLowerCase() === words.toLowerCase());
  for (const [dim, names] of [
    ["team", gazetteer.teams],
    ["rate_plan", gazetteer.ratePlans],
    ["customer", gazetteer.customers],
  ] as const) {
    const name = exact(names);
    if (name) return changeTo(dim, name);
  }
  const [item, ...others] = read(words, lexicon, time).items.filter((one) => one.cat !== "filler");
  if (item?.cat !== "value" || others.length > 0 || item.cond.negated) return null;
  const value = nameIn(item);
  return typeof value === "string" ? changeTo(item.dim, value) : null;
}

function changeTo(dim: string | undefined, value: string): Change | null {
  switch (dim) {
    case "rate_plan":
      return change("change_rate_plan", "sims", { rate_plan: value }, "Change the rate plan of");
    case "customer":
      return change("update_sim", "sims", { customer: value }, `Hand over to ${value}:`);
    case "team":
      return change("assign_tickets", "support_tickets", { team: value }, "Assign");
    default:
      return null;
  }
}

const change = (
  tool: string,
  target: Change["target"],
  input: Record<string, unknown>,
  does: string,
): Change => ({ tool, target, input, does, patterns: [] });

function nameIn(item: ItemOf<"value">): unknown {
  const filter = item.cond.options.find((option) => memberOf(option.filter) !== null)?.filter;
  return filter && "value" in filter ? filter.value : undefined;
}
