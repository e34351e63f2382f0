let handed: string | null = null;

/** Leaves a question for the next new conversation of this tab. It never stands in an address: no link can ask in a reader's name. */
export function handQuestion(question: string): void {
  handed = question;
}

/** The question that was left, once. */
export function takeHandedQuestion(): string | null {
  const question = handed;
  handed = null;
  return question;
}
