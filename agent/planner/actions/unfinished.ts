import { ask, type Question } from "./context.ts";
import { requestsIn } from "./request.ts";

const CHANGES_WHAT =
  /^(?:change|modify|update|edit|adjust|alter|amend|set|reset|rename|reassign|replace|correct|fix)\s+(?:up\s+)?(?:the |a |an |our |my |its |their |this |that |all |\w+'s? )*(?<what>tags?|labels?|names?|rate plans?|plans?|tariffs?|quotas?|limits?|allowances?|status|customer|owner|priority|team|severity|threshold|channels?|cooldown)\b/i;

/** "Change the plan of the cameras": a change that does not say what to. */
export function unfinishedChange(question: string): Question | null {
  for (const { text } of requestsIn(question)) {
    const what = CHANGES_WHAT.exec(text)?.groups?.what;
    if (what) return ask(`Change the ${what} to what, and of which ones exactly?`);
  }
  return null;
}
