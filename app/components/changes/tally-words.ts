import { formatCount } from "#app/lib/format.ts";
import type { Tally } from "./tally.ts";

const WORDS = [
  ["done", "done"],
  ["undone", "undone"],
  ["failed", "failed"],
  ["unknown", "not known"],
  ["cancelled", "cancelled"],
  ["waiting", "waiting"],
] as const;

/** "31 done, 2 failed, 9 waiting"; what is zero is not said. */
export function tallyWords(tally: Tally): string {
  const said = WORDS.filter(([part]) => tally[part] > 0).map(
    ([part, word]) => `${formatCount(tally[part])} ${word}`,
  );
  return said.length > 0 ? said.join(", ") : "nothing to do";
}
