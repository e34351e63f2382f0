import { read } from "../read.ts";
import { type ActionContext, ask, type Question } from "./context.ts";
import { corrected, isCorrection } from "./corrected.ts";
import { destinationsOf } from "./destination.ts";
import { objectText } from "./object.ts";
import { plainText } from "./plain.ts";
import { actionPlan } from "./propose.ts";
import { changesOf, requestsIn } from "./request.ts";

/** "again": the same request once more. */
const AGAIN =
  /^(?:and |ok |now |please |pls |then )*(?:again|once more|once again|one more time|do (?:it|that) again|do (?:it|that) once more|same again|another time|retry|try (?:it )?again)(?: please| pls| now| then)*[ .!?]*$/i;

/** "also X", "X too", "same for X": the same change for more; "not that one, X", "no, X": for others. */
const OTHERS: readonly RegExp[] = [
  /^(?:and |ok |now |please |pls )*(?:also|plus|additionally|likewise)(?: for| to| on)? (?<object>.+)$/i,
  /^(?:and |ok |now |please |pls )*(?:(?:do )?(?:the )?same|ditto|likewise)(?: thing)? (?:for|to|with|on) (?<object>.+)$/i,
  /^(?:and )(?:for |to )?(?<object>.+?),? (?:too|as well|also)[ .!]*$/i,
  /^(?:no|nope|oops|sorry|wait|not (?:that|this|those|it)(?: one| ones)?|wrong (?:one|ones|card|sim|device|customer))\b[,. :;-]+(?:sorry,? |oops,? )?(?:(?:i|we) (?:mean|meant|wanted) |make (?:it|that) |rather |but |it is |it's |take |use |the one is )*(?<object>.+)$/i,
  /^(?:sorry,? |oops,? |actually,? )*(?:i|we) (?:mean|meant|wanted) (?<object>.+)$/i,
];
/** "make it 200 MB": so much instead. */
const AMOUNT =
  /^(?:(?:no|sorry|actually|oops|better|rather|wait)[, ]+)*(?:make (?:it|that)|i meant|rather|better|by|with)? ?(?<amount>\d+(?:\.\d+)? ?(?:[kmgt]i?b|sms|texts|messages)|(?:an?|one|two|three|four|five|\d+) (?:more )?(?:packages?|packs?))(?: each| instead| please)*[ .!]*$/i;
/** "not that one, X": the request was meant for X alone. */
const PUT_RIGHT = OTHERS.slice(3);
const SAID_AMOUNT = /\d+(?:\.\d+)? ?(?:[kmgt]i?b|sms|texts|messages)\b/i;
const TAIL = /(?:[\s,]+(?:please|pls|too|as well|instead|rather|also|now|then))*[\s.,!?]*$/i;
const RESTRICTS = new Set(["value", "cond", "quote", "metric", "time", "top", "superlative"]);

/**
 * A turn that continues a proposal, spelt out as a request of its own: with the other rows in the place of
 * those before. Null where it is something else; a question back where it is open which rows are meant.
 */
export function continued(
  question: string,
  before: string | undefined,
  context: ActionContext,
): string | Question | null {
  const turn = question.trim();
  const isOf = isCorrection(turn) || [AGAIN, AMOUNT, ...OTHERS].some((one) => one.test(turn));
  if (before === undefined || !isOf || actionPlan(turn, context)) return null;
  const amount = AMOUNT.exec(turn)?.groups?.amount;
  if (actionPlan(before, context)?.kind !== "action")
    return amount ? withAmount(before, amount, context) : null;
  if (AGAIN.test(turn)) return before;
  if (amount)
    return SAID_AMOUNT.test(before)
      ? before.replace(SAID_AMOUNT, amount)
      : withAmount(before, amount, context);
  const request = requestBefore(before, context);
  const right = request && corrected(turn, before, request, context);
  if (right) return right;
  const object = otherRows(turn) ?? (isCorrection(turn) ? turn : null);
  if (object === null || isQuestion(object, context)) return null;
  return request && areAlike(request.object, object, context)
    ? request.text.replace(request.object, () => object)
    : ask(`What should be done to “${object}”? Say it as a whole request, please.`);
}

/** Whether the turn puts a proposal right, rather than asks for more. */
export function replaces(question: string): boolean {
  const turn = question.trim();
  return isCorrection(turn) || [AMOUNT, ...PUT_RIGHT].some((pattern) => pattern.test(turn));
}

/** "Top up by how much?": the request that lacked it, where that is all it lacked. */
function withAmount(before: string, amount: string, context: ActionContext): string | null {
  const whole = `${before.replace(/[\s.!?]+$/, "")} by ${amount}`;
  const made = actionPlan(before, context);
  const lacksIt = made?.kind === "clarify" || (made?.kind === "action" && made.tool === "top_up");
  return lacksIt && actionPlan(whole, context)?.kind === "action" ? whole : null;
}

function otherRows(turn: string): string | null {
  for (const pattern of OTHERS) {
    const object = pattern.exec(turn)?.groups?.object?.replace(TAIL, "");
    if (object) return object;
  }
  return null;
}

/** The request that was made, and the stretch of it that names the rows. */
function requestBefore(before: string, context: ActionContext) {
  for (const { text } of requestsIn(plainText(before, [])))
    for (const { object } of [...destinationsOf(text, context), ...changesOf(text)]) {
      const rows = [objectText(object), object].find((said) => text.includes(said));
      if (rows) return { text, object: rows };
    }
  return null;
}

/** "also by country": asks for a figure of them. */
function isQuestion(object: string, { lexicon, time }: ActionContext): boolean {
  const { items } = read(object, lexicon, time);
  return items.some((item) => ["ask", "group", "metric", "dim", "grain"].includes(item.cat));
}

/** Each by one name, and of a kind; with a condition more it would be open whether that one stays. */
function areAlike(before: string, object: string, context: ActionContext): boolean {
  const [old, fresh] = [nameIn(before, context), nameIn(object, context)];
  if (old === null || fresh === null) return false;
  return old === fresh || (WHOSE.has(old) && WHOSE.has(fresh));
}

/** They name SIMs, where another plan or tag may be what the change should be instead. */
const WHOSE = new Set(["sim", "customer", "sims"]);

function nameIn(object: string, { lexicon, time }: ActionContext): string | null {
  const { items, unknown } = read(object, lexicon, time);
  const [said, ...others] = items.filter(
    (item) => RESTRICTS.has(item.cat) || (item.cat === "noun" && item.conds.length > 0),
  );
  if (!said || others.length > 0 || unknown.length > 0) return null;
  if (said.cat === "value") return said.dim ?? null;
  return said.cat === "noun" ? said.view : null;
}
