import type { Plan } from "./plan.types.ts";
import { folded } from "./read.ts";

const HELLO =
  /^(hi|hello|hey|hiya|good (morning|afternoon|evening|day)|hi there|hello there|hey there|moin|yo|greetings|howdy)( simon| there| everyone| all| team)?$/;
const THANKS =
  /^((ok|okay|great|perfect|nice|cool|alright|awesome|brilliant|super|lovely|good) )*(thanks|thank you|thx|ta|cheers|many thanks|thanks a lot|great|perfect|nice|cool|ok|okay|got it|super|awesome|brilliant|lovely|bye|goodbye|see you|see ya|good night|well done|good job|great job|nice work|good bot|nice one|that (helps|helped)|very helpful|all good|that s all|thats all|that is all)( simon| very much| so much| a lot| a bunch| again| for (that|the help|your help)| mate| everyone)?( that (helps|helped|s great|is great|was (great|helpful)|s all|is all))?( a lot)?$/;
const DROPPED =
  /^(sorry|my bad|never ?mind|forget (it|about it)|nothing|no thanks|not now|scratch that|ignore that|stop|cancel that)( simon| please)?$/;
const CONFIRMED =
  /^(yes |ok |okay |please |right |sure )*(do (it|that|so)|go ahead|go for it|make it so|confirm(ed)?|approved?|execute( it)?|run it|apply( it)?|carry it out|proceed)( please| now| then| simon)*$/;
const TO_DECIDE =
  /^(please )?(approve|reject|decline) (the |this |that |my |our |all |these |those |it|them|pending |last |open |waiting )*(changes?|proposals?|requests?|approvals?|suspensions?|top ?ups?)?( please| now)?$/;
const POLITE = "(?:(?:no|nope|ok|okay|actually|wait|sorry|oh|oops|please|hmm|then) )*";
const A_CHANGE =
  "(?:(?:the|this|that|my|our|those|these|both|all|last|open|pending|waiting|previous|whole) )+(?:changes?|proposals?|requests?|suspensions?|top ?ups?|cards?|thing)";
const WITHDRAW = "cancel|withdraw|discard|abort|retract|revoke|scrap|call off|take back";
/** Words that mean a change that waits: of SIMs "cancel" is said with what is cancelled. */
const CANCELS = new RegExp(
  `^${POLITE}(?:${WITHDRAW}) (?:it|that|this|${A_CHANGE})(?: again| please| now| simon)*$`,
);
/** The same right after it was proposed, where shorter words say it. */
const CANCELS_LAST = new RegExp(
  `^${POLITE}(?:(?:${WITHDRAW}|drop|stop|skip|forget|hold off on)(?: about)? (?:it|that|this|them|both|all of (?:it|that|them)|${A_CHANGE})|(?:do not|don t|dont)(?: (?:do|carry out|run|apply|execute) (?:it|that|this|them|${A_CHANGE}))?|(?:i )?(?:have |ve )?changed my mind|on second thoughts?(?: no)?)(?: please| now| simon)*$`,
);
const CHANGING =
  "suspend|activate|reactivate|deactivate|block|unblock|top ?up|rename|label|tag|move|assign|reset|refresh|text|acknowledge|dismiss|resolve|close|undo|change|set";
/** "Save these as a list": a list of rows on the screen, which nobody can keep in words. */
const SAVES_LIST =
  /^(?:(?:ok|okay|please|and|now|then) )*(?:(?:can|could) you )?(?:save|store|keep|put|add|turn|make) (?:it|this|that|these|those|them|(?:the|these|those) (?:sims?|devices?|cards?|results?|rows?|ones?))(?: all)? (?:as|to|into|in|under) (?:(?:a|an|the|my|our|new|another|saved) )*lists?\b/;
const HOW_TO = new RegExp(
  `^(and |so |but )?(how (do|does|can|could|would|should) (i|we|one|you) (${CHANGING})|what (happens|would happen|will happen) (if|when) (i|we|you) (${CHANGING}))\\b`,
);
const HELP =
  /^(help|help me|(what|which) can (you|i) (do|ask)( here| you| for me)?|who (are|made|built) you|what are you|are you (a |an )?(ai|bot|robot|human|person|machine|llm|chatgpt|real)( person)?|what is this|how does this work|what do you know|what can i ask you|what (kind of )?(questions|things) can (i|you) (ask|answer|do)( you)?|how can you help( me)?|(can|could) you help( me)?( please)?|i need help|what are you able to do|(what|which) (kind of )?(data|information|info) do you (have|hold|know|see)( here)?|how (do|can|should) i (ask|use|talk)\b.{0,60}|give me (some )?(examples?|ideas)|examples?|what else can you do)( please| simon)?$/;
const WHY =
  /^(and |but |ok |so )?(why|why (so|that) (many|much|few|high|low)|what (caused|causes|caused all|is causing) (that|this|it|them|those|these)|what is (the reason|behind (it|that|this|them))|what s (the reason|behind (it|that|this))|how did (that|this|it) happen|how come|why (is|was) (that|this|it)( so)?|how so|what does (that|this|it) mean|what do you mean|explain( that| this| it)?( please)?|are you sure|really|how do you know( that)?)$/;

/** Whether somebody says what should become of a change: that it be done, or dropped. */
export function isOfDecision(question: string, { isLast }: { readonly isLast: boolean }): boolean {
  const text = plainWords(question);
  const said = [DROPPED, CONFIRMED, TO_DECIDE, CANCELS, ...(isLast ? [CANCELS_LAST] : [])];
  return said.some((pattern) => pattern.test(text));
}

/** Greetings, thanks and "what can you do"; null for anything else. */
export function smallTalk(
  question: string,
  ideas: readonly string[],
): Extract<Plan, { kind: "talk" }> | null {
  const text = plainWords(question);
  const suggestions = ideas.slice(0, 4);
  if (HELLO.test(text))
    return {
      kind: "talk",
      text: "Hello. Ask about the fleet: usage, quotas, alerts, tickets, connectivity, forecasts.",
      suggestions,
    };
  if (THANKS.test(text)) return { kind: "talk", text: "You are welcome.", suggestions: [] };
  if (CONFIRMED.test(text))
    return {
      kind: "talk",
      text: "A change is made when you approve its proposal with the button below it.",
      suggestions,
    };
  if (TO_DECIDE.test(text))
    return {
      kind: "talk",
      text: "People approve and reject changes with the buttons on a change's card, or on the page Changes; words in the chat do not.",
      suggestions: ["Which changes are waiting for approval?", ...suggestions.slice(0, 2)],
    };
  if (HOW_TO.test(text))
    return {
      kind: "talk",
      text: "Say it as an order, such as “suspend SIMs not seen for 90 days”. You are shown which ones it is about, who is left out, what it costs and whether it can be undone. Nothing happens before a person approves it.",
      suggestions,
    };
  if (DROPPED.test(text))
    return { kind: "talk", text: "All right. Nothing was changed.", suggestions };
  if (CANCELS.test(text))
    return {
      kind: "talk",
      text: "No change that was proposed in this conversation waits, so there is nothing to cancel. To take SIMs out of service for good, say which ones: “deactivate …”.",
      suggestions,
    };
  if (SAVES_LIST.test(text))
    return {
      kind: "talk",
      text: "Lists are made of files: attach a CSV with ICCIDs to a question in the chat, and its SIMs become a list, which you can rename on the page Lists. “Export them as CSV” gives such a file.",
      suggestions,
    };
  if (HELP.test(text))
    return {
      kind: "talk",
      text: "I answer questions about your SIM fleet in plain English, from its own data, and say how I read them: counts and lists of SIMs, data usage over time, quotas and forecasts, alerts, tickets, SMS, connection events, anomalies, churn risk, rate plans and the audit log. I also propose changes (suspend, activate, top up, tag, send an SMS, acknowledge alerts), which a person approves.",
      suggestions,
    };
  return null;
}

/** "why?" after an answer: the figures are here, their causes are not. */
export function whyAsked(
  question: string,
  ideas: readonly string[],
): Extract<Plan, { kind: "clarify" }> | null {
  if (!WHY.test(plainWords(question))) return null;
  return {
    kind: "clarify",
    question:
      "The fleet's data shows what happened, not why. How an answer was read, and its SQL, stand below it. Which of these would help?",
    options: ["Open anomalies by kind", "Which alerts are open?", ...ideas].slice(0, 3),
  };
}

function plainWords(question: string): string {
  return folded(question)
    .replace(/[!?.,…:;)('\p{Extended_Pictographic}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
