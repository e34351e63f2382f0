import type { Query } from "#query/query.ts";
import { asBackground } from "../aside/shorter.ts";
import { isOfNamedSim } from "../live.ts";
import type { Plan, PlanInput } from "../plan.types.ts";
import { withoutReason } from "./reason.ts";

type Proposal = Extract<Plan, { kind: "action" }>;

/** A request of SIMs, rules, tickets or alerts that were named, told apart from its reason: only those can grow no more by what is left out. */
export function reasonedAction(
  question: string,
  input: PlanInput,
  plan: (input: PlanInput) => Plan,
): Proposal | null {
  const told = withoutReason(question);
  if (!told) return null;
  const made = plan({ ...input, question: told.order });
  if (made.kind !== "action" || !made.meant || !isNamed(made.meant)) return null;
  return { ...made, assumptions: [asBackground(told.reason), ...made.assumptions] };
}

function isNamed(meant: Query): boolean {
  const { from, where } = meant;
  const isRule = from === "alert_rules" && where && "member" in where;
  const isNumbered =
    where && "member" in where && /^(?:support_tickets|alerts)\.id$/.test(where.member);
  return (
    isOfNamedSim(meant) ||
    isNumbered === true ||
    (isRule === true && where.member === "alert_rules.name")
  );
}
