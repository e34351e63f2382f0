import { addDays, toDay } from "#core/day.ts";
import { conjuncts } from "#query/conjuncts.ts";
import { type ActionContext, ask, type Question } from "../actions/context.ts";
import { narrowed } from "../actions/pending.ts";
import { targetsOf } from "../actions/targets.ts";
import type { Plan, PlanInput, ShownAnomaly } from "../plan.types.ts";
import { numberAt } from "../text/numbers.ts";
import { spoken } from "../time/spoken.ts";

type Proposal = Extract<Plan, { kind: "action" }>;

interface Asked {
  readonly review: "confirm" | "dismiss" | "snooze" | "reopen" | "assign";
  readonly does: string;
  /** What stands before the rows in the reply: "Assign", and behind: "to Ann". */
  readonly behind?: string;
  readonly input?: Readonly<Record<string, string>>;
  /** As it was said: "that anomaly", "anomalies 12 and 13", "it". */
  readonly object: string;
}

const LEAD =
  "^(?:(?:ok|okay|so|then|and|please|no|yes|well)[, ]+)*(?:(?:can|could|would) you (?:please )?|please )?";
const END = "(?:,? please)?[ .?!]*$";
const OBJECT = "(?<object>\\S.{0,120}?)";
const NONE =
  "(?:normal|ok|okay|fine|expected|harmless|a false (?:alarm|positive)|false (?:alarm|positive)s?|not an? anomal(?:y|ies)|no anomal(?:y|ies)|not (?:strange|odd|a problem)|dismissed)";
const SO = "(?:confirmed|real|an anomal(?:y|ies)|a real anomaly|true)";
const KIND = "(?:anomal(?:y|ies)|spikes?|drops?|silences?)";
const form = (text: string) => new RegExp(`${LEAD}${text}${END}`, "isu");

const FORMS: readonly (readonly [Asked["review"], RegExp])[] = [
  ["dismiss", form(`(?:dismiss|discard|ignore|close|clear|forget(?: about)?) ${OBJECT}`)],
  ["dismiss", form(`(?:mark|set|treat|flag|count|file) ${OBJECT} (?:as|to) ${NONE}`)],
  [
    "dismiss",
    form(
      "(?<object>that|this|it|those|these|they)(?:'s| is| was| are| were)(?: not|n't) (?:an? )?(?:anomal(?:y|ies|ous)|strange|odd|unusual|problem)s?",
    ),
  ],
  [
    "dismiss",
    form(
      `(?<object>that|this|it|those|these|they)(?:'s| is| was| are| were)(?: all)? (?:quite |perfectly )?(?:normal|expected|harmless|a false (?:alarm|positive)|no anomal(?:y|ies))`,
    ),
  ],
  [
    "dismiss",
    form(
      `(?<object>(?:the|all|this|these|those|that) (?:\\S+ ){0,3}?${KIND}(?: \\S+){0,6}?)(?: is| was| are| were|'s)(?: all| both)? ${NONE}(?:[,;:.]? (?:so |and |please |just )*(?:dismiss|ignore|discard|close|clear|forget) (?:it|them|that|those))?`,
    ),
  ],
  [
    "dismiss",
    form(
      `(?<object>(?:the|all|this|these|those|that) (?:\\S+ ){0,3}?${KIND} (?:on|of|at|for|from) \\S+(?: (?:yesterday|last \\w+|on \\S+))?)(?: is| was| are| were|'s) [^?]{3,60}?[,;:.] (?:so |and |please |just |you can )*(?:dismiss|ignore|discard|close|clear|forget)(?: about)? (?:it|them|that|those)`,
    ),
  ],
  ["confirm", form(`confirm ${OBJECT}`)],
  ["confirm", form(`(?:mark|set|flag) ${OBJECT} (?:as|to) ${SO}`)],
  ["confirm", form(`(?<object>that|this|it)(?:'s| is| was) (?:really |indeed )?${SO}`)],
  [
    "snooze",
    form(
      `snooze ${OBJECT}(?: (?:for (?<span>[\\w-]+ (?:day|week|month)s?)|until (?<until>tomorrow|\\d{4}-\\d{2}-\\d{2})))?`,
    ),
  ],
  ["reopen", form(`re-?open ${OBJECT}`)],
  [
    "assign",
    form(
      `(?:assign|re-?assign|give|hand(?: over)?|pass) ${OBJECT} (?:over )?to (?<who>[\\p{L}][\\p{L}\\p{N} .'@_-]{0,60}?)`,
    ),
  ],
];

const DOES: Readonly<Record<Asked["review"], string>> = {
  dismiss: "Dismiss",
  confirm: "Confirm",
  snooze: "Snooze",
  reopen: "Reopen",
  assign: "Assign",
};

const ANOMALIES = new RegExp(`^(?!.*\\b(?:alerts?|rules?|tickets?)\\b).*\\b${KIND}\\b`, "is");
/** "the drop on pump-7": nothing else of it is meant. */
const OF_KIND = /^(?:the|all|this|these|those|that) (?:\S+ ){0,3}?(?<kind>spike|drop|silence)s?\b/i;
const ONE = /^(?:it|this|that|(?:this|that|the)(?: one| anomaly)?)$/i;
const SEVERAL =
  /^(?:(?:all|both)(?: of)? )?(?:them|those|these|they|all|both|(?:those|these|the)(?: ones| anomalies)?)$/i;
/** "the spike of 8 Oct 2026", as a question back offers it. */
const BY_DAY = /^the (?<kind>[a-z]+) of (?<day>\d{1,2} \w{3} \d{4})$/i;

/** What somebody says of anomalies, as a change to propose; null where it is of none. */
export function reviewPlan(
  question: string,
  input: PlanInput,
  context: ActionContext,
): Proposal | Question | null {
  for (const [review, pattern] of FORMS) {
    const groups = pattern.exec(question)?.groups;
    if (!groups?.object) continue;
    const asked = askedFor(review, groups, groups.object, input.now);
    const made = rowsOf(asked, input.anomalies ?? [], context);
    if (made) return made;
  }
  return null;
}

function askedFor(
  review: Asked["review"],
  { who, span, until }: Readonly<Record<string, string | undefined>>,
  object: string,
  now: Date,
): Asked {
  const does = DOES[review];
  if (review === "assign" && who) {
    return { review, does, object, behind: ` to ${who}`, input: { assigned_to: who } };
  }
  const day = review === "snooze" ? untilOf(span, until, now) : null;
  return day === null
    ? { review, does, object }
    : { review, does, object, behind: ` until ${spoken(day)}`, input: { until: day } };
}

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

function untilOf(span: string | undefined, until: string | undefined, now: Date): string | null {
  const today = toDay(now);
  if (until) return /^tomorrow$/i.test(until) ? addDays(today, 1) : until;
  const { count = "", unit = "" } =
    /^(?<count>[\w-]+) (?<unit>day|week|month)s?$/i.exec(span ?? "")?.groups ?? {};
  const each = DAYS_OF[unit.toLowerCase()];
  if (each === undefined) return null;
  const number = /^an?$/i.test(count) ? 1 : (numberAt([count.toLowerCase()], 0)?.value ?? null);
  return number === null ? null : addDays(today, Math.round(number * each));
}

/** By number, as one of those that were shown, or as rows that the words describe. */
function rowsOf(
  asked: Asked,
  shown: readonly ShownAnomaly[],
  context: ActionContext,
): Proposal | Question | null {
  const object = asked.object.trim();
  const numbered = numbersIn(object);
  if (numbered) return proposal(asked, numbered, object);
  const byDay = BY_DAY.exec(object)?.groups;
  if (byDay) {
    const named = shown.filter(({ kind, day }) => kind === byDay.kind && spoken(day) === byDay.day);
    return named.length > 0 ? proposal(asked, refsOf(named), object) : null;
  }
  if (shown.length > 0 && SEVERAL.test(object))
    return proposal(asked, refsOf(shown), "the anomalies");
  if (shown.length > 0 && ONE.test(object)) return ofOne(asked, shown);
  if (SEVERAL.test(object) && areOfAnomalies(context)) return described(asked, object, context);
  if (!ANOMALIES.test(object)) return null;
  return described(asked, object, context);
}

/** The question before was of anomalies, so that "them" are those. */
function areOfAnomalies({ earlier }: ActionContext): boolean {
  const nouns = earlier?.items.flatMap((item) => (item.cat === "noun" && !item.weak ? [item] : []));
  return nouns?.length === 1 && nouns[0]?.view === "anomalies";
}

/** "anomaly 12", "anomalies #12, 13 and 14". */
function numbersIn(object: string): string[] | null {
  const list =
    /^(?:the )?anomal(?:y|ies) (?:(?:no\.?|nos\.?|number|numbers|id|ids) )?(?<list>#?\d+(?:(?:,| and|, and|,? &)? #?\d+)*)$/i.exec(
      object,
    );
  return list?.groups?.list?.match(/\d+/g) ?? null;
}

const refsOf = (shown: readonly ShownAnomaly[]) => shown.map(({ ref }) => ref);

function ofOne(asked: Asked, shown: readonly ShownAnomaly[]): Proposal | Question {
  const [only, ...others] = shown;
  if (only && others.length === 0) return proposal(asked, [only.ref], nameOf(only));
  const options = shown
    .slice(0, 4)
    .map((each) => `${asked.does} ${nameOf(each)}${asked.behind ?? ""}`);
  return ask("Which of the anomalies?", options);
}

const nameOf = ({ kind, day }: ShownAnomaly) => `the ${kind} of ${spoken(day)}`;

function proposal(asked: Asked, targets: readonly string[], rows: string): Proposal {
  return { ...base(asked, rows), targets, assumptions: [] };
}

function base({ review, input, does, behind = "" }: Asked, rows: string) {
  return {
    kind: "action",
    tool: "review_anomalies",
    input: { review, ...input },
    summary: `${does} ${rows}${behind}`.slice(0, 400),
  } as const;
}

function described(asked: Asked, object: string, context: ActionContext): Proposal | Question {
  const change = {
    tool: "review_anomalies",
    target: "anomalies",
    input: { review: asked.review },
    patterns: [],
    does: asked.does,
  } as const;
  const said = { text: `${asked.does} ${object}`, before: [], after: [] };
  const made = targetsOf(change, "anomalies", object, said, context);
  if ("kind" in made) return made;
  const kind = OF_KIND.exec(object)?.groups?.kind?.toLowerCase();
  const isOfKind = conjuncts(made.query.where).some(
    (filter) => "member" in filter && filter.member === "anomalies.kind",
  );
  const query =
    kind && !isOfKind
      ? narrowed(made.query, { member: "anomalies.kind", op: "eq", value: kind })
      : made.query;
  return {
    ...base(asked, object),
    targets: query,
    meant: query,
    assumptions: made.assumptions,
  };
}
