import type { Token } from "./tokenise.ts";

const VERBS: ReadonlySet<string> = new Set(["leave", "leaving"]);
const PARTICLES: ReadonlySet<string> = new Set(["out", "aside"]);
const MAX_OBJECT = 5;

/** "Leave the spare ones out", "leave X aside": the verb and its particle are one word, "excluding". */
export function joinParticles(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ word }) => VERBS.has(word));
  const verb = tokens[at];
  if (!verb) return tokens;
  const object = tokens.slice(at + 1, at + 2 + MAX_OBJECT);
  const length = object.findIndex(({ word }) => PARTICLES.has(word));
  const isOneClause = object
    .slice(0, length)
    .every(({ kind, word }) => kind !== "break" && word !== ",");
  const after = tokens[at + 2 + length];
  const isEnd = !after || after.kind === "break" || [",", "and", "please"].includes(after.word);
  if (length < 1 || !isOneClause || !isEnd) return tokens;
  const excluding: Token = { ...verb, word: "excluding" };
  return [
    ...tokens.slice(0, at),
    excluding,
    ...object.slice(0, length),
    ...tokens.slice(at + 2 + length),
  ];
}
