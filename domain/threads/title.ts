const MAX_LENGTH = 80;

/** What a conversation is called by its first question: its first line, cut at a word. */
export function titleOf(question: string): string {
  const line = question.trim().replace(/\s+/g, " ");
  if (line.length <= MAX_LENGTH) return line;
  const cut = line.slice(0, MAX_LENGTH - 1).toWellFormed();
  const lastSpace = cut.lastIndexOf(" ");
  return `${lastSpace > MAX_LENGTH / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
