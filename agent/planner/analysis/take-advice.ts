import { formatBytes } from "#core/bytes.ts";
import { ABLE } from "../abilities.ts";
import { ask } from "../actions/context.ts";
import type { Plan, PlanInput } from "../plan.types.ts";

const LEAD =
  "^(?:(?:ok|okay|so|then|and|please|yes|well|good)[, ]+)*(?:(?:can|could|would) you (?:please )?|please |let's )?";
const IT =
  "(?:it|this|that|that one|this one|(?:this|that|the) (?:sim|device|card|one)|its (?:rate )?plan)";
const PLAN =
  "(?:the|that|this) (?:(?:cheaper|cheapest|better|best|recommended|advised|suggested|proposed|other|new|right|larger|smaller|bigger) )?(?:one|plan|rate plan|tariff)";
const END = "(?:,? (?:then|please|now|as advised))*[ .!?]*$";

const MOVED = `(?:put|move|switch|change|set|upgrade|downgrade|take) ${IT} (?:on|onto|to|over to) ${PLAN}`;
const TAKEN = [
  MOVED,
  "(?:do|apply|follow|take|accept) (?:that|it|this|so|(?:the|that|this|your) (?:advice|recommendation|suggestion))",
  `top ${IT} up(?: as (?:advised|recommended|suggested))?`,
].map(wholly);
const IS_MOVED = wholly(MOVED);

/** What was just advised, as a change to propose, or first the advice; null for another question. */
export function adviceTaken(
  question: string,
  { advice, sims, abilities = ABLE }: PlanInput,
): Plan | null {
  if (!advice) return sims && IS_MOVED.test(question) ? adviceOn(sims.one) : null;
  if (!TAKEN.some((form) => form.test(question))) return null;
  const { iccid, name, type, plan, packages, bytes } = advice;
  if (type === "maintain") {
    const text = `The advice is that ${name} keeps ${plan}: there is nothing to change.`;
    return { kind: "talk", text, suggestions: [] };
  }
  const isTopUp = type === "top_up";
  const tool = isTopUp ? "top_up" : "change_rate_plan";
  const why = abilities.whyNot[tool];
  if (why) return ask(why);
  const proposal = { kind: "action", tool, targets: [iccid], assumptions: [] } as const;
  if (!isTopUp)
    return {
      ...proposal,
      assumptions: [],
      input: { rate_plan: plan },
      summary: `Change the rate plan of ${name} to ${plan}`,
    };
  return {
    ...proposal,
    assumptions: [],
    input: abilities.sellsPackages ? { type: "data", packages } : { type: "data", bytes },
    summary: abilities.sellsPackages
      ? `Top up ${name} by ${packages} ${packages === 1 ? "package" : "packages"}`
      : `Top up ${name} by ${formatBytes(bytes)}`,
  };
}

function adviceOn(iccid: string | undefined): Plan {
  if (iccid === undefined)
    return ask("Which SIM do you mean? Name its ICCID or its device name, and the plan.");
  return {
    kind: "analysis",
    subject: { kind: "sim", iccid },
    tool: "recommend_quota",
    input: { iccid },
  };
}

function wholly(text: string): RegExp {
  return new RegExp(LEAD + text + END, "i");
}
