import { REWORDINGS } from "../lexicon/rewordings.ts";
import { lexiconOf } from "../lexicon-cache.ts";
import type { Plan, PlanInput } from "../plan.types.ts";
import { read } from "../read.ts";
import { withoutEnd } from "../text/without-end.ts";
import { timeContext } from "../time/calendar.ts";

/** Each is planned as a whole, and what says "recently" a hundred times would be a hundred times. */
const MAX_REWORDINGS = 3;

type Answered = Extract<Plan, { kind: "query" }>;

/** A question in the words of the tables, where people say it in others; null where that is no question either. */
export function reworded(
  question: string,
  input: PlanInput,
  plan: (input: PlanInput) => Plan,
): Answered | null {
  const { rewordings = 0 } = input;
  if (rewordings === MAX_REWORDINGS) return null;
  const text = withoutEnd(question.trim().replace(OPENS, ""), CLOSES);
  for (const { says, asks, ofAll } of REWORDINGS) {
    const found = says.exec(text);
    if (!found || (ofAll && namesSomething(text, input))) continue;
    const asked = asks
      .replace(/\{(\w+)\}/g, (_, name: string) => found.groups?.[name] ?? "")
      .replace(/\s+/g, " ")
      .trim();
    const made = plan({ ...input, question: asked, rewordings: rewordings + 1 });
    if (made.kind === "query")
      return { ...made, assumptions: [`Read as “${asked}”.`, ...made.assumptions] };
  }
  return null;
}

const OPENS =
  /^(?:(?:hi|hey|hello|ok|okay|so|and|now|please|simon|morning|good morning|evening|can you tell me|could you tell me|tell me|do you know)[, ]+)+/i;
const CLOSES =
  /(?:,? (?:please|pls|thanks|thank you|now|right now|at the moment|currently))*[\s.?!]*$/i;

function namesSomething(text: string, { gazetteer, now, zone }: PlanInput): boolean {
  const { items } = read(text, lexiconOf(gazetteer), timeContext(now, zone));
  return items.some(
    (item) =>
      item.cat === "value" &&
      ["sim", "customer", "tag", "country", "operator", "rate_plan"].includes(item.dim ?? ""),
  );
}
