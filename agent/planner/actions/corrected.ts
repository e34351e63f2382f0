import { conjuncts } from "#query/conjuncts.ts";
import type { Query } from "#query/query.ts";
import { type Reading, read } from "../read.ts";
import type { ActionContext } from "./context.ts";
import { isPointer } from "./object.ts";
import { actionPlan } from "./propose.ts";

const LEAD =
  "^(?:(?:no|nope|ok|okay|actually|wait|sorry|oh|oops|hmm|please|pls|but|and|then|well|rather)[, ]+)*(?:please )?";
const END =
  "(?:[\\s,]+(?:please|pls|though|then|from (?:it|that|them)|of (?:it|that|this)))*[\\s.,!]*$";
const form = (text: string) => new RegExp(`${LEAD}${text}${END}`, "i");

/** "leave out pump-7": fewer rows, by what they are not. */
const WITHOUT: readonly RegExp[] = [
  form("(?:leave|keep|take) (?<rows>.{1,200}?) (?:out|alone|as (?:it is|they are|is))"),
  form("(?:leave|keep|take) out (?<rows>.{1,200}?)"),
  form(
    "(?:all |everything |everyone )?(?:without|except(?: for)?|excluding|exclude|but not|not|skip|spare|omit|minus) (?<rows>.{1,200}?)",
  ),
];
/** "only the cameras": fewer rows, by what they are. */
const ONLY = form("(?:only|just)(?: do| take| for)? (?<rows>.{1,200}?)(?: only)?");
/** "make that Poland": the same of other rows. */
const INSTEAD: readonly RegExp[] = [
  form(
    "(?:make|change|switch|turn) (?:it|that|this|them)(?: to| into)? (?<rows>.{1,200}?)(?: instead| rather)?",
  ),
  form("(?:for |in |of |the ones in |those of )?(?<rows>.{1,200}?) (?:instead|rather)"),
  form("(?:i|we) (?:mean|meant|wanted) (?<rows>.{1,200}?)"),
];

/** Whether the words put right what was asked for, rather than ask for more. */
export function isCorrection(turn: string): boolean {
  return [...WITHOUT, ONLY, ...INSTEAD].some((pattern) => pattern.test(turn));
}

interface Request {
  readonly text: string;
  /** The stretch that names the rows. */
  readonly object: string;
}

/**
 * A request that a later turn puts right, spelt out as a whole one; null where the words do not lead to just
 * that: one condition more, or one in the place of another of its kind.
 */
export function corrected(
  turn: string,
  before: string,
  request: Request,
  context: ActionContext,
): string | null {
  const old = conditionsOf(before, context);
  if (!old) return null;
  const whole = (rows: string) => request.text.replace(request.object, () => rows);
  const narrower = narrowerRows(turn, request.object)
    .map(whole)
    .find((text) => addsTo(old, conditionsOf(text, context)));
  if (narrower !== undefined) return narrower;
  const other = rowsIn(INSTEAD, turn);
  const swapped = other && swap(request.object, other, context);
  if (!swapped) return null;
  return isOneOther(old, conditionsOf(whole(swapped), context)) ? whole(swapped) : null;
}

function narrowerRows(turn: string, object: string): string[] {
  const left = rowsIn(WITHOUT, turn);
  if (left) return [`${object} except ${left}`];
  const only = rowsIn([ONLY], turn);
  if (!only) return [];
  const part =
    /^(?:(?:the|those)(?: (?:ones?|cards|sims|devices))? )?(?<part>(?:in|from|of|on|with|that|which|tagged)\b.+)$/i.exec(
      only,
    )?.groups?.part;
  return [
    ...(part ? [`${object} ${part}`] : []),
    isPointer(object) ? `${only} among them` : `${object}, only ${only}`,
  ];
}

function rowsIn(patterns: readonly RegExp[], turn: string): string | null {
  for (const pattern of patterns) {
    const rows = pattern.exec(turn)?.groups?.rows;
    if (rows) return rows;
  }
  return null;
}

/** The conditions of the rows that a request is about; null where they are named one by one, or it is none. */
function conditionsOf(request: string, context: ActionContext): string[] | null {
  const made = actionPlan(request, context);
  if (made?.kind !== "action" || Array.isArray(made.targets)) return null;
  const { where } = made.meant ?? (made.targets as Query);
  return conjuncts(where).map((filter) => JSON.stringify(filter));
}

function addsTo(old: readonly string[], made: readonly string[] | null): boolean {
  return made !== null && made.length > old.length && old.every((each) => made.includes(each));
}

function isOneOther(old: readonly string[], made: readonly string[] | null): boolean {
  return (
    made !== null &&
    made.length === old.length &&
    made.filter((each) => !old.includes(each)).length === 1
  );
}

/** The rows with another value in the place of the one of its kind; null where there is not just one. */
function swap(object: string, other: string, { lexicon, time }: ActionContext): string | null {
  const fresh = valuesIn(read(other, lexicon, time));
  const [value, ...more] = fresh ?? [];
  if (!value || more.length > 0) return null;
  const same = (valuesIn(read(object, lexicon, time)) ?? []).filter(({ of }) => of === value.of);
  const [only, ...others] = same;
  if (!only || others.length > 0 || !object.includes(only.said)) return null;
  return object.replace(only.said, () => value.said);
}

/** The names in the words, each with what it names; null where a word is not understood. */
function valuesIn({ items, raws, unknown }: Reading): { of: string; said: string }[] | null {
  if (unknown.length > 0) return null;
  return items.flatMap((item) => {
    const said = raws.slice(item.start, item.end).join(" ");
    if (item.cat === "value" && item.dim) return [{ of: item.dim, said }];
    return item.cat === "noun" && item.conds.length > 0 ? [{ of: "noun", said }] : [];
  });
}
