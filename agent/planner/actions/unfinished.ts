import type { Abilities } from "../abilities.ts";
import { ask, type Question } from "./context.ts";
import { requestsIn } from "./request.ts";

const CHANGES_WHAT =
  /^(?:change|modify|update|edit|adjust|alter|amend|set|reset|rename|reassign|replace|correct|fix)\s+(?:up\s+)?(?:the |a |an |our |my |its |their |this |that |all |\w+'s? )*(?<what>tags?|labels?|names?|rate plans?|plans?|tariffs?|quotas?|limits?|allowances?|status|customer|owner|priority|team|severity|threshold|channels?|cooldown)\b/i;

/** "Sort out the spare ones", "deal with those alerts": something is to be done, and not said what. */
const DO_SOMETHING =
  /^(?:sort out|deal with|take care of|look after|see to|attend to|tend to|cater for|handle|tackle|fix(?: up)?|repair|mend|heal|process|treat|tidy up|clean(?: up| out)?|do (?:something|anything|whatever|the needful|the usual|the necessary|what is needed) (?:about|with|for|to)|take (?:some )?action (?:on|about|for|with))\b(?= +\S)(?! *(?:which|what|how|why|who|when|where|whether|if)\b)/i;

/** "Change the plan of the cameras": a change that does not say what to. */
export function unfinishedChange(question: string, { whyNot }: Abilities): Question | null {
  for (const { text } of requestsIn(question)) {
    if (DO_SOMETHING.test(text))
      return ask(
        "What should be done with them? For instance: suspend, activate, tag or top up SIMs, acknowledge alerts, resolve tickets.",
      );
    const what = CHANGES_WHAT.exec(text)?.groups?.what;
    const why = what && whyNot[toolOf(what)];
    if (why) return ask(why);
    if (what) return ask(`Change the ${what} to what, and of which ones exactly?`);
  }
  return null;
}

function toolOf(what: string): string {
  if (/quota|limit|allowance/i.test(what)) return "set_quota";
  return /plan|tariff/i.test(what) ? "change_rate_plan" : "update_sim";
}
