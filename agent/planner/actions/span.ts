const DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const SPAN = new RegExp(
  `,? (?<span>(?:just |only )?(?:for (?:tonight|today|the (?:rest of the )?(?:day|night|weekend|week|evening)|the (?:next )?(?:hour|few hours|few days)|(?:the next |another )?(?:\\d+|an?|one|two|three|six|a few|some) (?:hours?|days?|weeks?|nights?))|overnight|until (?:tomorrow|tonight|(?:next |the )?(?:${DAY}|morning|week|weekend|evening))(?: (?:morning|evening|night))?))(?=\\s*(?:[,.!;:]|$))`,
  "i",
);

/** A request without how long it should last, which nothing sees to; null where that is not said. */
export function withoutSpan(question: string): { request: string; note: string } | null {
  const span = SPAN.exec(question)?.groups?.span;
  if (!span) return null;
  return {
    request: question.replace(SPAN, ""),
    note: `Nothing ends it “${span}”: it stays so until it is changed back.`,
  };
}
