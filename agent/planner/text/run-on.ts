/** An order or a question that begins within a sentence, without a stop before it. */
const ORDER =
  "gimme|give me|give us|show me|show|list|tell me|let me see|need|pull up|how many|how much|(?:which|wh?ich) (?:sims?|ones?|cards?|devices?|units?|customers?|tickets?|alerts?)";
/** Behind them the order goes on with what stands before. */
const JOINTS = new Set(
  `a an the and or but then so also just now please pls can could would will you u i we they he she me us to of in on at by for from with without
  per as than that which who what when where how if whether know see check find out ask asks asked asking tell tells show give need needs want wants
  say says said wondering wonder like do does did dont not never no is are was were be have has had must should might may there my our their its
  regarding about on over into onto again and/or list pull let`.split(/\s+/),
);
const START = new RegExp(`(?<=(?<before>[\\p{L}\\p{N}%'’-]{1,40})) (?=(?:${ORDER})\\b)`, "giu");
const MAX_STOPS = 2;

/** "pump-7 keeps flapping gimme its last events": with the stops that were not typed; null where none is missing. */
export function withStops(question: string): string | null {
  let stops = 0;
  const typed = question.replace(START, (space, before: string, at: number) => {
    const [previous = ""] = /[\p{L}\p{N}%'’-]+$/u.exec(question.slice(0, at)) ?? [before];
    if (stops >= MAX_STOPS || JOINTS.has(previous.toLowerCase())) return space;
    stops++;
    return ". ";
  });
  return stops > 0 ? typed : null;
}
