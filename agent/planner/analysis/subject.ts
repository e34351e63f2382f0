import type { Filter, Query } from "#query/query.ts";
import { isOfNamedSim } from "../live.ts";
import type { Plan, PlanInput } from "../plan.types.ts";

export type Subject =
  | { readonly kind: "sim"; readonly iccid: string }
  /** One that a query finds by its name. */
  | { readonly kind: "named"; readonly query: Query; readonly assumptions: string[] }
  | { readonly kind: "fleet" }
  | { readonly kind: "customer" | "country" | "tag"; readonly name: string };

const FLEET =
  /^(?:(?:the |our |my |this )?(?:whole |entire |complete |total )?fleet|(?:all|every) (?:of )?(?:the |our |my )?(?:sims?|devices?|cards?)|everything|all of it|us)$/i;
/** What a group's name may stand behind. */
const OF_GROUP =
  /^(?:(?:the |all |our )*(?:sims?|devices?|cards?) (?:of|in|with|at|from) )?(?:the )?(?:(?:customer|country|tag) )?/i;

/** What words name, as the planner reads them elsewhere; null where they name no SIM and no group. */
export function subjectOf(
  words: string,
  input: PlanInput,
  plan: (input: PlanInput) => Plan,
): Subject | null {
  const text = words.trim().replace(/^["'“]|["'”]$/g, "");
  if (FLEET.test(text)) return { kind: "fleet" };
  const question = `show ${text}`;
  // A name says all by itself; what was asked before would only add to it.
  const sim =
    simIn(plan({ ...input, context: [], question })) ?? simIn(plan({ ...input, question }));
  if (sim) return sim;
  const name = text.replace(OF_GROUP, "");
  for (const link of ["of", "in", "with"]) {
    const made = plan({ ...input, context: [], question: `list all SIMs ${link} ${name}` });
    const group = groupIn(made, name);
    if (group) return group;
  }
  return null;
}

function simIn(made: Plan): Subject | null {
  if (made.kind !== "query" || !isOfNamedSim(made.query)) return null;
  const { query, assumptions } = made;
  const iccid = valueIn(query.where, "sims.iccid", "eq");
  return iccid === null ? { kind: "named", query, assumptions } : { kind: "sim", iccid };
}

function groupIn(made: Plan, said: string): Subject | null {
  if (made.kind !== "query" || made.query.from !== "sims" || made.query.measures?.length)
    return null;
  const { where, limit, having } = made.query;
  if (limit !== undefined || having?.length) return null;
  const customer = valueIn(where, "sims.customer", "eq");
  if (customer !== null)
    return isAllOf(said, customer) ? { kind: "customer", name: customer } : null;
  const country = valueIn(where, "sims.country", "eq");
  if (country !== null)
    return isAllOf(said, countryName(country)) ? { kind: "country", name: country } : null;
  const tag = valueIn(where, "sims.tags", "has");
  return tag !== null && isAllOf(said, tag) ? { kind: "tag", name: tag } : null;
}

/** What the one condition of a query asks of a member; null where it has others. */
function valueIn(where: Filter | undefined, member: string, op: "eq" | "has"): string | null {
  if (!where) return null;
  if ("and" in where) return where.and.length === 1 ? valueIn(where.and[0], member, op) : null;
  const isIt = "member" in where && where.member === member && where.op === op && "value" in where;
  return isIt && typeof where.value === "string" ? where.value : null;
}

/** Whether so many words can be no more than a name: "costs of Acme" is about something else. */
function isAllOf(said: string, name: string): boolean {
  const words = (text: string) => text.split(/[\s-]+/).filter(Boolean).length;
  return words(said.replace(/ (?:sims?|devices?|cards?|fleet)$/i, "")) <= words(name);
}

function countryName(code: string): string {
  return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
}
