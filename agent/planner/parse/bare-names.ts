import type { Sem } from "./items.ts";

type Add = (words: readonly string[], sem: Sem) => void;

/** Stands before a word that is a name only in quotation marks. */
export const IN_QUOTES = '"';

/** Words that hold a sentence together: most sentences have some of them, whatever the fleet is called. */
const GRAMMAR: ReadonlySet<string> = new Set(
  `an the of in on at to for from into with without by as per and or but not no if than then so
i you he she it we they me us him her them my your his its our their this that these those one ones some any all each every both
is are was were be been am do does did has have had can could will would shall should may might must
who whom whose which what when where why how many much more most less least few only just also too again now
show list give get find tell count make`.split(/\s+/),
);
const KINDS: Readonly<Record<string, readonly string[]>> = {
  customer: ["customer", "client"],
  operator: ["operator", "network"],
  rate_plan: ["plan", "rate plan"],
  team: ["team"],
  rule: ["rule"],
  tag: ["tag"],
};

/** A name that is an everyday word (a tag “a”) counts in quotation marks or after its kind (“tag a”), never by itself. */
export function notBare(add: Add): Add {
  return (words, sem) => {
    const [word = "", ...others] = words;
    if (others.length > 0 || !isBare(word)) return add(words, sem);
    add([IN_QUOTES, word], sem);
    for (const kind of KINDS[kindOf(sem)] ?? []) add([...kind.split(" "), word], sem);
  };
}

function isBare(word: string): boolean {
  return /^\p{L}$/u.test(word) || GRAMMAR.has(word);
}

function kindOf(sem: Sem): string {
  return sem.cat === "value" ? (sem.dim ?? "") : "tag";
}
