const TIME_WORDS = [
  "time",
  "delay",
  "gap",
  "lag",
  "interval",
  "seconds",
  "minutes",
  "hours",
  "days",
];

/** "Time between sending and delivery", for all ways to name the two ends. */
export function between(first: string, second: string): string {
  return first
    .split(",")
    .flatMap((a) =>
      second
        .split(",")
        .flatMap((b) => [`between ${a} and ${b}`, `from ${a} to ${b}`, `from ${a} until ${b}`]),
    )
    .flatMap((ends) => [ends, ...TIME_WORDS.map((time) => `${time} ${ends}`)])
    .concat(toOf(first, second))
    .join(" | ");
}

/** "Creation to resolution hours", "delay sent to delivered". */
function toOf(first: string, second: string): string[] {
  return first
    .split(",")
    .flatMap((a) => second.split(",").map((b) => `${a} to ${b}`))
    .flatMap((ends) => TIME_WORDS.flatMap((time) => [`${ends} ${time}`, `${time} ${ends}`]));
}
