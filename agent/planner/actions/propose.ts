import type { Change } from "../lexicon/actions/change.ts";
import type { Plan } from "../plan.types.ts";
import type { Reading } from "../read.ts";
import { type Correction, correct } from "../text/spelling.ts";
import { tokenise } from "../text/tokenise.ts";
import type { ActionContext, Question } from "./context.ts";
import { destinationsOf } from "./destination.ts";
import { type Details, detailsOf } from "./details.ts";
import { isPointer, objectText } from "./object.ts";
import { narrowed, notYet } from "./pending.ts";
import { plainText } from "./plain.ts";
import { changesOf, type Match, requestsIn, type Said } from "./request.ts";
import { withoutSpan } from "./span.ts";
import { targetsOf } from "./targets.ts";

type Proposal = Extract<Plan, { kind: "action" }>;

/** A requested change as a proposal; a question back when it is not clear to what; null when none is asked for. */
export function actionPlan(question: string, context: ActionContext): Proposal | Question | null {
  const made = settled(question, context)?.plan ?? null;
  if (made?.kind === "action") return made;
  const told = withoutSpan(question);
  const open = told && settled(told.request, context)?.plan;
  return told && open?.kind === "action" && LASTING.has(open.tool)
    ? { ...open, assumptions: [told.note, ...open.assumptions] }
    : made;
}

/** Changes to a state, which somebody may want for a while. */
const LASTING = new Set([
  "set_sim_status",
  "set_alert_rule_enabled",
  "set_quota",
  "change_rate_plan",
]);

/** The rows that an earlier request for a change was about; null where it asked for none. */
export function meantBy(question: string, context: ActionContext): Reading | null {
  return settled(question, context)?.reading ?? null;
}

interface Settled {
  readonly plan: Proposal | Question;
  readonly reading?: Reading;
}

/** The first reading of the message that makes a whole change, else what the first one lacks. */
function settled(question: string, context: ActionContext): Settled | null {
  const { corrections } = correct(tokenise(question), context.lexicon.vocabulary);
  let lacking: Settled | null = null;
  for (const said of requestsIn(plainText(question, corrections)))
    for (const match of [...destinationsOf(said.text, context), ...changesOf(said.text)]) {
      const made = proposed(asTyped(match, corrections), said, context);
      if (made.plan.kind === "action") return made;
      lacking ??= made;
    }
  return lacking;
}

/** New names and tags are as they were typed: what looks misspelt may be meant. */
function asTyped(match: Match, corrections: readonly Correction[]): Match {
  const typed = (text: string | undefined) =>
    corrections.find(({ to }) => to === text?.toLowerCase())?.from ?? text;
  const { tag, name, ...groups } = match.groups;
  return { ...match, groups: { ...groups, tag: typed(tag), name: typed(name) } };
}

function proposed(found: Match, said: Said, context: ActionContext): Settled {
  const match = { ...found, change: meantChange(found, context) };
  const { change } = match;
  const details = detailsOf(match, said, context);
  if ("kind" in details) return { plan: details };
  const { add: _, ...fixed } = change.input;
  const input = { ...fixed, ...details.input };
  const summary = summaryOf(change, details);
  const plan = { kind: "action", tool: change.tool, input, summary } as const;
  if (change.target === "none") return { plan: { ...plan, targets: [], assumptions: [] } };
  const made = targetsOf(change, change.target, details.object, said, context);
  if ("kind" in made) return { plan: made };
  const pending = made.query.limit ? null : notYet(change.tool, input);
  const targets = pending ? narrowed(made.query, pending) : made.query;
  return {
    plan: { ...plan, targets, meant: made.query, assumptions: made.assumptions },
    reading: made.reading,
  };
}

/** "resolve them" after a question about alerts means alerts. */
function meantChange({ change, object }: Match, { earlier }: ActionContext): Change {
  const noun = earlier?.items.find((item) => item.cat === "noun" && !item.weak);
  const isAlerts = noun?.cat === "noun" && noun.view === "alerts";
  const isTheirs = isPointer(objectText(object)) || !/\b(?:ticket|case)s?\b/i.test(object);
  return change.input.status === "resolved" && isAlerts && isTheirs
    ? { ...change, tool: "resolve_alerts", target: "alerts", input: { resolved: true } }
    : change;
}

function summaryOf(change: Change, { object, how = "" }: Details): string {
  const rows = change.target === "none" ? "" : ` ${objectText(object) || "them"}`;
  return `${change.does}${rows}${how}`.slice(0, 400);
}
