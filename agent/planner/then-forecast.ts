import type { Query } from "#query/query.ts";

const FORECAST =
  "(?:forecast|predict|project|(?:show|give|get)(?: me)? (?:the |a )?(?:forecast|prediction) (?:of|for))(?: (?:the )?(?:expected |future |daily |data )*(?:usage|use|traffic|consumption|volume|data) (?:of|for|by|on))?";
const FIRST =
  "(?:the )?(?:first|top|biggest|largest|heaviest|highest|number one|no\\.? ?1)(?: one| sim| device| card| of (?:them|those|these))?";
const PERIOD = "(?: (?<period>(?:for|over|in|during) .{3,60}?))?";
const BOTH = new RegExp(
  `^(?<first>.{8,}?)[,;.]{0,3}\\s{1,9}(?:and then|and|then|plus)\\s+(?:also |please )*${FORECAST} ${FIRST}${PERIOD}[ .?!]*$`,
  "is",
);
const NEXT = new RegExp(
  `^(?:and |now |then |ok |okay |please |also )*${FORECAST} ${FIRST}${PERIOD}(?: please)?[ .?!]*$`,
  "is",
);

/** A question whose second step needs a SIM that only the first one finds. */
export interface TwoSteps {
  /** The first step; null where nothing was asked before. */
  readonly question: string | null;
  readonly context: readonly string[];
  /** The second question; `{sim}` stands for the ICCID of the first row. */
  readonly next: string;
}

/** "The ten biggest users, and forecast the first", in one question or in two. */
export function forecastOfFirst(
  question: string,
  context: readonly string[],
  showsAnalyses = false,
): TwoSteps | null {
  const both = BOTH.exec(question)?.groups;
  if (both?.first)
    return { question: both.first, context, next: stepOf(showsAnalyses, both.period) };
  const later = NEXT.exec(question);
  if (!later) return null;
  return {
    question: context.at(-1) ?? null,
    context: context.slice(0, -1),
    next: stepOf(showsAnalyses, later.groups?.period),
  };
}

function stepOf(isAnalysis: boolean, period = "in the next 30 days"): string {
  return isAnalysis ? `forecast {sim} ${period}` : `predicted data of {sim} per day ${period}`;
}

/** Whether the first row is one SIM, so that a second step can go on from it. */
export function isOfSims({ from, columns, groupBy }: Query): boolean {
  const isIccid = (member: string) => member.endsWith(".iccid");
  if (groupBy?.length) return groupBy.some(({ member }) => isIccid(member));
  return columns ? columns.some(isIccid) : from === "sims";
}
