const MAX_WORDS = 8;

/** The first words of a sentence, as the name of a file without its ending. */
export function fileNameOf(sentence: string, otherwise: string): string {
  const words = sentence.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, MAX_WORDS).join("-") || otherwise;
}
