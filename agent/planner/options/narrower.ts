/** Where a person could pause: between sentences, then between clauses. */
const SENTENCE = /(?<=[.;!?:])\s+|\s+[-–—]+\s+|\n+/;
const CLAUSE =
  /(?<=,)\s+|(?<=[.;!?:])\s+|\s+[-–—]+\s+|\n+|\s*[()]\s*|\s+(?=(?:and|but|so|because|since|that|which|who|where|if|as|while|or|with|for|per|by)\s)/i;
const SHORTEST_CHARACTERS = 9;

/** The question without what was not understood: without its clause, its sentence, or only the words; least lost first. */
export function narrower(question: string, troubled: readonly string[]): string[] {
  if (troubled.length === 0) return [];
  const whole = tidy(question);
  const candidates = [
    kept(question, CLAUSE, troubled),
    kept(question, SENTENCE, troubled),
    withoutWords(question, troubled),
  ];
  return [...new Set(candidates.map(tidy))].filter(
    (text) => text.length >= SHORTEST_CHARACTERS && text !== whole,
  );
}

function kept(question: string, pause: RegExp, troubled: readonly string[]): string {
  return question
    .split(pause)
    .filter((part) => !troubled.some((words) => holds(part, words)))
    .join(" ");
}

function withoutWords(question: string, troubled: readonly string[]): string {
  return troubled.reduce(without, question);
}

/** What led to the last words goes with them: "forecast it for" is no question. */
const LEADS_ON =
  /\s+(?:for|in|over|during|within|since|of|by|per|from|to|at|with|and|or)(?:\s+the)?\s*$/i;

function without(text: string, words: string): string {
  const start = text.indexOf(words);
  if (start < 0) return text;
  const before = text.slice(0, start);
  const after = text.slice(start + words.length);
  return `${/^\W*$/.test(after) ? before.replace(LEADS_ON, "") : before} ${after}`;
}

function holds(part: string, words: string): boolean {
  return words !== "" && part.toLowerCase().includes(words.toLowerCase());
}

function tidy(text: string): string {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/\s+([?.,!])/g, "$1")
    .replace(/^[\s,.;:!?-]+|[\s,;:-]+$/g, "")
    .replace(/^(?:and|but|so|because|or)\s+/i, "");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
