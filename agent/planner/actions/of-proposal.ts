import type { Plan, PlanInput } from "../plan.types.ts";
import type { Reading } from "../read.ts";
import { isOfDecision } from "../talk.ts";
import { ask, type Question } from "./context.ts";

type Shown = Extract<Plan, { kind: "analysis" }>;

const COSTS =
  /^(?:and |so |ok |okay |but |wait |hmm )*(?:(?:how much|what) (?:will|would|does|do|did|is|are|was|were|has|have|'ll|is going to|are going to) (?<what>that|this|it|they|these|those|all (?:that|this|of (?:it|that|them))|(?:the|this|that) (?:change|proposal|top ?up))(?: all| change)?(?: (?:cost|costs|costing|going to cost|come to|amount to|set (?:me|us) back|be))?(?: me| us)?(?: in total| altogether| all together)?|what(?: is|'s| was| will be| would be) the (?:total )?(?:cost|price|charge)(?: of (?<whose>that|this|it|them|those))?|how (?:expensive|pricey|costly) (?:is|was|will|would) (?<how>that|this|it|they)(?: be)?|(?:at )?what cost|(?:and )?the cost)[ ?!.]*$/i;
const SEVERAL = /\b(?:they|these|those|them)\b/i;
const SAYS_COST = /\b(?:costs?|costing|price|charge|expensive|pricey|costly|amount|come to|set)\b/i;

/** Whether a turn is about a change that was proposed before, and asks for no other rows. */
export function isOfProposal(question: string): boolean {
  return isOfDecision(question, { isLast: false }) || asksCost(question);
}

/**
 * What is said of a change that was proposed: it is shown as it stands, with its buttons, since words decide
 * nothing. Null where nothing was proposed that the words could be about.
 */
export function ofProposal(question: string, { proposal }: PlanInput): Shown | null {
  if (!proposal) return null;
  const isCost = asksCost(question);
  if (!isOfDecision(question, proposal) && !(isCost && proposal.isLast)) return null;
  return {
    kind: "analysis",
    subject: { kind: "fleet" },
    tool: "get_change",
    input: { change_id: proposal.id },
    ...(isCost ? { about: "cost" } : {}),
  };
}

/** "What did that cost?" where no change was proposed: of usage there are fees and overage, and which is open. */
export function costOfWhat(question: string, earlier: Reading | null): Question | null {
  if (!asksCost(question) || SEVERAL.test(question)) return null;
  const whose = saidOf(earlier, "customer");
  const customer = whose ? ` of ${whose}` : " per customer";
  const when = timeOf(earlier) ?? "last month";
  return ask("The cost of what? Of SIMs there are the monthly fees of their plans, and overage.", [
    `Overage cost${customer} ${when}`,
    `Monthly fees${customer}`,
  ]);
}

function asksCost(question: string): boolean {
  return COSTS.test(question.trim()) && SAYS_COST.test(question);
}

function saidOf(earlier: Reading | null, dim: string): string | null {
  const names = (earlier?.items ?? []).flatMap((item) =>
    item.cat === "value" && item.dim === dim && !item.cond.negated ? [item.cond.said] : [],
  );
  const [only, ...others] = new Set(names);
  return only !== undefined && others.length === 0 ? only : null;
}

function timeOf(earlier: Reading | null): string | null {
  const time = earlier?.items.find((item) => item.cat === "time");
  if (!earlier || !time) return null;
  const said = earlier.raws.slice(time.start, time.end).join(" ");
  if (said === "") return null;
  return STANDS_ALONE.test(said) ? said : `in ${said}`;
}

const STANDS_ALONE =
  /^(?:last|this|since|yesterday|today|in|on|from|between|until|before|after|during|over)\b/i;
