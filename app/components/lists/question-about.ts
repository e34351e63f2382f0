/** `question` about the SIMs of a list; without one, which they are. */
export function questionAbout(list: string, question = ""): string {
  const sims = `SIMs of "${list}"`;
  return question.trim() === "" ? sims : `${sims}: ${question.trim()}`;
}
