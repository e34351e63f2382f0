import type { Token } from "../text/tokenise.ts";

const WHOLE = new Set(
  "all any anybody anyone anything each every everybody everyone everything nobody none whole".split(
    " ",
  ),
);
/** With these behind it, `but` joins. */
const JOINED = new Set("also for just no not only still then with without".split(" "));
const REACH = 6;

/** "every card but the trackers", "anyone but us": `but` leaves out where the whole was said before it. */
export function isException(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? "";
  if (tokens[at]?.word !== "but" || JOINED.has(next)) return false;
  for (let back = at - 1; back >= Math.max(0, at - REACH); back--) {
    const token = tokens[back];
    if (!token || token.kind === "break" || token.word === ",") return false;
    if (WHOLE.has(token.word)) return true;
  }
  return false;
}
