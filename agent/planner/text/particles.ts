import type { Token } from "./tokenise.ts";

interface Parted {
  readonly verbs: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** What they mean together, in the verb's place. */
  readonly word: (verb: string) => string;
}

const PARTED: readonly Parted[] = [
  {
    verbs: new Set(["leave", "leaving"]),
    particles: new Set(["out", "aside"]),
    word: () => "excluding",
  },
  {
    verbs: new Set(["turn", "turns", "turned", "turning", "send", "sends", "sent"]),
    particles: new Set(["away"]),
    word: (verb) => (/^(?:turned|sent)$/.test(verb) ? "rejected" : "reject"),
  },
];
const MAX_OBJECT = 5;

/** "Leave the spare ones out", "turn X away": a verb and its particle, apart, are one word. */
export function joinParticles(tokens: readonly Token[]): readonly Token[] {
  return PARTED.reduce(joined, tokens);
}

function joined(tokens: readonly Token[], { verbs, particles, word: meant }: Parted) {
  const at = tokens.findIndex(({ word }) => verbs.has(word));
  const verb = tokens[at];
  if (!verb) return tokens;
  const object = tokens.slice(at + 1, at + 2 + MAX_OBJECT);
  const length = object.findIndex(({ word }) => particles.has(word));
  const isOneClause = object
    .slice(0, length)
    .every(({ kind, word }) => kind !== "break" && word !== ",");
  const after = tokens[at + 2 + length];
  const isEnd =
    !after ||
    after.kind === "break" ||
    particles.has("away") ||
    [",", "and", "please"].includes(after.word);
  if (length < 1 || !isOneClause || !isEnd) return tokens;
  return [
    ...tokens.slice(0, at),
    { ...verb, word: meant(verb.word) },
    ...object.slice(0, length),
    ...tokens.slice(at + 2 + length),
  ];
}
