let handed: string | null = null;
const waiting = new Set<() => void>();

/** Leaves a question for the next new conversation of this tab. It never stands in an address: no link can ask in a reader's name. */
export function handQuestion(question: string): void {
  handed = question;
  for (const listener of waiting) listener();
}

/** The question that was left, once. */
export function takeHandedQuestion(): string | null {
  const question = handed;
  handed = null;
  return question;
}

/** For an empty conversation that is open already. Answers how to listen no longer. */
export function onHandedQuestion(listener: () => void): () => void {
  waiting.add(listener);
  return () => waiting.delete(listener);
}
