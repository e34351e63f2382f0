import type { Gazetteer } from "#domain/gazetteer/gazetteer.ts";
import { singular, wordsOf } from "../text/tokenise.ts";

/** Alert rules by words of their names, in any order: "the rule for silent devices" is “Silent for 24 hours”. */
export function rulesNamed(object: string, { rules }: Gazetteer): string[] {
  const said = tellingWords(object);
  if (said.length === 0) return [];
  return rules.filter((name) => {
    const words = tellingWords(name);
    return said.every((word) => words.some((one) => isAlike(one, word)));
  });
}

const LIGHT = new Set(
  "the a an all every each my our of on for about in at to from that which is are with when if rule rules alert alerts alarm alarms notification notifications warning warnings sim sims device devices card cards again please".split(
    " ",
  ),
);

function tellingWords(text: string): string[] {
  return wordsOf(text.toLowerCase())
    .filter((word) => !LIGHT.has(word))
    .map(singular);
}

/** "spikes" and "spike", "silence" and "silent", "changes" and "changed". */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const shared = Math.min(one.length, other.length, 5);
  return shared >= 4 && one.slice(0, shared) === other.slice(0, shared);
}
