import { COMMON_WORDS } from "../lexicon/common-words.ts";
import { table } from "../text/table.ts";
import { wordsOf } from "../text/tokenise.ts";

/** What the words of a team's name are shortened to. */
const SHORT = table({
  administration: "admin",
  customer: "cust",
  development: "dev",
  engineering: "eng",
  management: "mgmt",
  network: "net",
  operations: "ops",
  technical: "tech",
});

/** Whole names, and their usual short forms where those are one team's only: net ops, netops. */
export function teamAliases(teams: readonly string[]): Map<string, string[]> {
  const owners = new Map<string, Set<string>>();
  const put = (words: readonly string[], team: string) => {
    const key = words.join(" ");
    owners.set(key, (owners.get(key) ?? new Set()).add(team));
  };
  for (const team of teams) {
    const words = wordsOf(team);
    const short = words.map((word) => SHORT[word] ?? word);
    put(words, team);
    put(short, team);
    if (short.some((word, index) => word !== words[index])) put([short.join("")], team);
    for (const index of words.keys())
      put(
        words.map((word, at) => (at === index ? (SHORT[word] ?? word) : word)),
        team,
      );
  }
  const single = [...owners].filter(([alias, of]) => of.size === 1 && !COMMON_WORDS.has(alias));
  return new Map(single.map(([alias, of]) => [alias, [...of]]));
}
