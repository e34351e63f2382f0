import { inZone } from "#query/in-zone.ts";
import { isList } from "#query/mode.ts";
import type { Query } from "#query/query.ts";
import { ABLE } from "./abilities.ts";
import { continued, replaces } from "./actions/continued.ts";
import { costOfWhat, ofProposal } from "./actions/of-proposal.ts";
import { actionPlan } from "./actions/propose.ts";
import { reasonedAction } from "./actions/reasoned.ts";
import { unfinishedChange } from "./actions/unfinished.ts";
import { analysisPlan } from "./analysis/analysis-plan.ts";
import { reviewPlan } from "./analysis/review.ts";
import { adviceTaken } from "./analysis/take-advice.ts";
import { withoutRemarks } from "./aside/shorter.ts";
import type { Assembled } from "./assemble/assemble.ts";
import { mostUrgentFirst } from "./assemble/most-urgent-first.ts";
import { stoppedSince } from "./assemble/stopped-since.ts";
import { Trouble } from "./assemble/trouble.ts";
import { clarify } from "./clarify.ts";
import { nextTurn } from "./conversation.ts";
import { type Earlier, earlierTurns, turnAfter } from "./earlier.ts";
import { isFollowUp } from "./follow-up/is-follow-up.ts";
import { namingSims } from "./follow-up/of-listed-sims.ts";
import { meaning } from "./glossary.ts";
import { GERMAN_ANSWER, speaksGerman } from "./lexicon/german.ts";
import { lexiconOf } from "./lexicon-cache.ts";
import { livePlan } from "./live-plan.ts";
import type { Plan, PlanInput } from "./plan.types.ts";
import type { Reading } from "./read.ts";
import { refusal, strangers } from "./refuse.ts";
import { type Attempt, resolve } from "./resolve.ts";
import { reworded } from "./standing/reworded.ts";
import { standingPlan } from "./standing/standing-plan.ts";
import { starters } from "./starters.ts";
import { smallTalk, whyAsked } from "./talk.ts";
import { repaired } from "./text/repair.ts";
import { withStops } from "./text/run-on.ts";
import { forecastOfFirst, isOfSims, type TwoSteps } from "./then-forecast.ts";
import { timeContext } from "./time/calendar.ts";

export type { Plan, PlanInput } from "./plan.types.ts";

/** Longer texts are no questions; they are answered without being read. */
const MAX_CHARACTERS = 4000;

/** What to do about a question: pure, synchronous, the same for the same input. */
export function plan(input: PlanInput): Plan {
  return planAfter(input, null);
}

/** `given`: the conversation, where it is known. */
function planAfter(input: PlanInput, given: Earlier | null): Plan {
  const question = repaired(input.question.trim());
  const ideas = starters(input.gazetteer);
  if (question === "")
    return {
      kind: "clarify",
      question: "What would you like to know about the fleet?",
      options: ideas.slice(0, 4),
    };
  if (question.length > MAX_CHARACTERS)
    return {
      kind: "clarify",
      question: "That is too long for one question. What is the question in one or two sentences?",
      options: ideas.slice(0, 3),
    };
  if (speaksGerman(question))
    return { kind: "clarify", question: GERMAN_ANSWER, options: ideas.slice(0, 3) };
  const proposed = ofProposal(question, input);
  if (proposed) return proposed;
  const analysis = input.showsAnalyses ? analysisPlan(question, input, plan) : null;
  if (analysis) return analysis;
  const standing = input.showsAnalyses ? standingPlan(question, input, plan) : null;
  if (standing) return standing;
  const inOurWords = input.showsAnalyses ? reworded(question, input, plan) : null;
  if (inOurWords) return inOurWords;
  const taken = adviceTaken(question, input);
  if (taken) return taken;
  const refused = refusal(question, input.gazetteer);
  const lexicon = lexiconOf(input.gazetteer);
  const time = timeContext(input.now, input.zone);
  const reader = { lexicon, time };
  if (refused)
    return (
      withoutRemarks(question, reader, (less) => {
        if (less.asks || refusal(less.question, input.gazetteer)) return null; // only told, not asked for
        const made = plan({ ...input, question: less.question });
        return made.kind === "query" ? made : null;
      }) ??
      reasonedAction(question, input, plan) ??
      refused
    );
  const talk = smallTalk(question, ideas) ?? meaning(question) ?? whyAsked(question, ideas);
  if (talk) return talk;
  const steps = forecastOfFirst(question, input.context, input.showsAnalyses);
  if (steps) return inTwoSteps(steps, input);
  const live = livePlan(question, input, plan);
  if (live) return live;
  const said = given ?? earlierTurns(input, time, (turn, before) => optionsOf(turn, before, input));
  const { reading: earlier, last, isSure } = said;
  const { gazetteer, abilities = ABLE } = input;
  const sims = isSure ? input.sims : undefined;
  const conversation = {
    lexicon,
    time,
    earlier: isSure ? earlier : null,
    gazetteer,
    abilities,
    sims,
  };
  const whole = continued(question, last, conversation);
  if (whole !== null && typeof whole !== "string") return whole;
  const cost = costOfWhat(question, earlier);
  if (cost) return cost;
  const review = reviewPlan(question, input, conversation);
  if (review) return review;
  const action = actionPlan(whole ?? question, conversation);
  if (action?.kind === "action")
    return whole !== null && input.proposal && replaces(question) ? besides(action) : action;
  if (action)
    return (
      withoutRemarks(question, reader, (less) => {
        const made = less.asks ? null : actionPlan(less.question, conversation);
        return made?.kind === "action" ? made : null;
      }) ??
      reasonedAction(question, input, plan) ??
      action
    );
  const reasoned = reasonedAction(question, input, plan);
  if (reasoned) return reasoned;
  const unfinished = unfinishedChange(question, abilities);
  if (unfinished) return unfinished;
  const next = (asked: string) => turnAfter(said, asked, reader, sims);
  const turn = next(question);
  const isLost =
    !earlier &&
    !turn.leans &&
    !said.isPicked &&
    input.context.length > 0 &&
    isFollowUp(turn.reading);
  const tried: Attempt = isLost
    ? { trouble: lost(turn.reading), reading: turn.reading }
    : resolve(turn, time);
  const read =
    "query" in tried
      ? tried
      : (withoutRemarks(question, reader, (less) => {
          const made = resolve(next(less.question), time);
          return "query" in made ? made : null;
        }) ?? tried);
  const attempt = "query" in read ? sinceStopped(question, read, turn.reading, input.now) : read;
  if ("query" in attempt)
    return {
      kind: "query",
      query: inZone(mostUrgentFirst(largestFirst(attempt.query)), input.zone),
      assumptions: attempt.assumptions,
    };
  const stopped = withStops(question);
  for (const asked of stopped === null ? [] : [stopped, `${stopped} for it`]) {
    const made = plan({ ...input, question: asked });
    if (made.kind === "query") return made;
  }
  const stranger = strangers(question, attempt.reading.unknown);
  if (stranger) return stranger;
  return clarify(attempt.trouble, {
    reading: attempt.reading,
    question,
    ideas,
    today: time.today,
    names: [...gazetteer.customers, ...gazetteer.ratePlans, ...gazetteer.operators],
    isOfListed: turn.isOfListed === true,
    isPlannable: (option) =>
      "query" in
      resolve(turn.isOfListed ? next(option) : nextTurn(null, option, lexicon, time), time),
  });
}

/** What was offered for a turn that was not understood. */
function optionsOf(turn: string, before: Earlier, input: PlanInput): readonly string[] {
  const made = planAfter({ ...input, question: turn, showsAnalyses: false }, before);
  return made.kind === "clarify" ? made.options : [];
}

function sinceStopped(question: string, made: Assembled, reading: Reading, now: Date): Attempt {
  try {
    return stoppedSince(question, made, now);
  } catch (error) {
    if (error instanceof Trouble) return { trouble: error, reading };
    throw error;
  }
}

type Proposal = Extract<Plan, { kind: "action" }>;

/** A request put right is a proposal of its own. */
function besides(action: Proposal): Proposal {
  const note =
    "The change proposed before is not withdrawn by this: where it still waits, reject it on its card.";
  return { ...action, assumptions: [note, ...action.assumptions].slice(0, 10) };
}

/** The first step, from whose first row the second goes on. */
function inTwoSteps({ next, question, context }: TwoSteps, input: PlanInput): Plan {
  const made = question === null ? null : plan({ ...input, question, context });
  if (made && made.kind !== "query") return made;
  if (made && isOfSims(made.query)) return { ...made, next };
  return {
    kind: "clarify",
    question: "A forecast is of one SIM. Which one? Name its ICCID or its device name.",
    options: starters(input.gazetteer).slice(0, 3),
  };
}

/** A list that shows a measure and was asked for in no order starts with what matters most. */
function largestFirst(query: Query): Query {
  const measure = query.measures?.[0];
  if (!measure || !isList(query) || query.orderBy) return query;
  return { ...query, orderBy: [{ by: measure.as, direction: "desc" }] };
}

/** It leans on a turn that is not known: not understood, refused, or too long ago. */
function lost(reading: Reading): Trouble {
  return new Trouble(
    namingSims(reading) === null
      ? "That seems to lean on the question before, which I did not understand. What is the whole question?"
      : "Which SIMs do you mean? What they were is not known from the question before: name them by customer, tag, country or status.",
    "lost",
  );
}
