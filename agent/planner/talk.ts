import type { Plan } from "./plan.types.ts";
import { folded } from "./read.ts";

const HELLO =
  /^(hi|hello|hey|good (morning|afternoon|evening)|hi there|hello there|hey there|moin|yo)( simon| there| everyone)?$/;
const THANKS =
  /^(ok |okay |great |perfect |nice |cool )?(thanks|thank you|thx|cheers|many thanks|thanks a lot|great|perfect|nice|cool|ok|okay|got it|super|awesome|bye|goodbye)( simon| very much| so much| a lot| again)?$/;
const HELP =
  /^(help|help me|what can (you|i) (do|ask)( here| you| for me)?|who are you|what are you|what is this|how does this work|what do you know|what can i ask you|what (kind of )?(questions|things) can (i|you) (ask|answer|do)( you)?|how can you help( me)?|what are you able to do)( please| simon)?$/;

/** Greetings, thanks and "what can you do"; null for anything else. */
export function smallTalk(
  question: string,
  ideas: readonly string[],
): Extract<Plan, { kind: "talk" }> | null {
  const text = folded(question)
    .replace(/[!?.,…:;)(\p{Extended_Pictographic}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const suggestions = ideas.slice(0, 4);
  if (HELLO.test(text))
    return {
      kind: "talk",
      text: "Hello. Ask about the fleet: usage, quotas, alerts, tickets, connectivity, forecasts.",
      suggestions,
    };
  if (THANKS.test(text)) return { kind: "talk", text: "You are welcome.", suggestions: [] };
  if (HELP.test(text))
    return {
      kind: "talk",
      text: "I answer questions about your SIM fleet in plain English, from its own data, and say how I read them: counts and lists of SIMs, data usage over time, quotas and forecasts, alerts, tickets, SMS, connection events, anomalies, churn risk, rate plans and the audit log. I also propose changes (suspend, activate, top up, tag, send an SMS, acknowledge alerts), which a person approves.",
      suggestions,
    };
  return null;
}
