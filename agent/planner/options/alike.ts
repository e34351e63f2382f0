import { fold } from "../text/tokenise.ts";

/** Below it two names have little more in common than any two words. */
const ALIKE = 0.33;
const MOST = 2;

/** The question with a name of the fleet in the place of one that is much like it: "AquaMeter" for "Aqualis Metering". */
export function alike(
  question: string,
  unknown: readonly string[],
  names: readonly string[],
): string[] {
  const run = runOf(question, unknown);
  if (!run || !/^\p{Lu}/u.test(run)) return [];
  return names
    .map((name) => ({ name, likeness: likeness(run, name) }))
    .filter(({ likeness: of }) => of >= ALIKE)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ name }) => question.replace(run, name));
}

/** Unknown words that stand side by side are one name. */
function runOf(question: string, unknown: readonly string[]): string | null {
  const run = unknown.join(" ");
  if (run !== "" && question.includes(run)) return run;
  return unknown.find((word) => /^\p{Lu}/u.test(word)) ?? null;
}

/** The share of pairs of letters that two names have in common. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairs(one), pairs(other)];
  const rest = [...b];
  const common = a.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return a.length + b.length === 0 ? 0 : (2 * common.length) / (a.length + b.length);
}

function pairs(name: string): string[] {
  const letters = fold(name).replace(/[^\p{L}\p{N}]/gu, "");
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) =>
    letters.slice(at, at + 2),
  );
}
